// SPDX-License-Identifier: GPL-2.0-or-later
// The folder a log lives in: who may use it, which files are in it, and the lock that all of its writers share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "common/log/anchor.h"

namespace loftgate {

/// A file descriptor that closes itself.
class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept;
  Fd& operator=(Fd&& other) noexcept;
  ~Fd();
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// Holds `consent.lock` for as long as it lives.
class FolderLock {
 public:
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  friend class LogFolder;
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

class LogFolder {
 public:
  enum class Sharing { exclusive, shared };

  /// Makes the folder (0700) if need be, and refuses one that is not the user's alone to write.
  static Result<LogFolder> for_writing(const std::string& folder);

  /// Opens a folder that is there, changing nothing.
  static Result<LogFolder> for_reading(const std::string& folder);

  /// Waits at most 5 seconds. A reader of a folder without a lock file gets a lock that holds nothing.
  Result<FolderLock> lock(Sharing sharing) const;

  /// Path of the database of the newest generation, `consent-<n>.db`; nullopt if there is none.
  Result<std::optional<std::string>> database() const;

  /// Makes an empty `consent-1.db` (0600) and gives its path.
  Result<std::string> make_database() const;

  /// Takes away others' access to a database that is there.
  Result<void> restrict(const std::string& database) const;

  std::optional<Anchor> anchor() const;

  /// Overwrites `consent.head` without waiting for the disk: after a power cut it may be older than the log, never newer.
  void write_anchor(const Anchor& anchor) const;

  /// SQLite's shared-memory index does not work across hosts or on some user-space file systems.
  bool allows_wal() const;

  const std::string& path() const { return path_; }   ///< without symbolic links

 private:
  std::string path_;
  Fd folder_;
  Fd lock_;
};

/// Whether a write-ahead log can work on a file system, by the `f_type` that statfs(2) reports.
bool filesystem_allows_wal(std::int64_t type);

}  // namespace loftgate
