// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/log_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/log/sqlite.h"

namespace loftgate {
namespace {

using DirPtr = CPtr<GDir, g_dir_close>;

constexpr char lock_name[] = "consent.lock";
constexpr char head_name[] = "consent.head";
constexpr gint64 lock_wait_us = 5 * G_USEC_PER_SEC;
constexpr gulong lock_poll_us = 500;

/// The error of a folder in which a file cannot be made: for people that is one thing, however the system says it.
Error cannot_write(int system_error, const std::string& path) {
  if (system_error != EACCES && system_error != EPERM) return log_error(system_error, path);
  return log_error(EROFS, path);
}

Result<std::string> real_path(const std::string& folder) {
  const CPtr<char, std::free> real(realpath(folder.c_str(), nullptr));
  if (!real) return log_error(errno, folder);
  return std::string(real.get());
}

Result<Fd> open_folder(const std::string& path) {
  Fd fd(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd) return fd;
  if (errno != ENOTDIR) return log_error(errno, path);
  return Error{Code::invalid, format(tr("%s is a file, where the consent log needs a folder. Move that file away."),
                                     path.c_str())};
}

/// Refuses what somebody else could change behind our back, and closes the folder to other readers.
Result<void> claim(const Fd& folder, const std::string& path) {
  struct stat info = {};
  if (fstat(folder.get(), &info) != 0) return log_error(errno, path);
  if (info.st_uid != geteuid()) {
    return Error{Code::permission, format(tr("%s belongs to another user, so that no record is written there. Make it "
                                             "yours with \"chown\"."), path.c_str())};
  }
  if ((info.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
    return Error{Code::permission, format(tr("Others may write to %s, so that its records could be changed unseen. Run "
                                             "\"chmod 700\" on it."), path.c_str())};
  }
  if ((info.st_mode & 077) != 0 && fchmod(folder.get(), 0700) != 0) return cannot_write(errno, path);
  return {};
}

/// The generation number of `consent-<n>.db`, 0 for any other name.
int generation_of(std::string_view name) {
  constexpr std::string_view before = "consent-", after = ".db";
  if (name.size() <= before.size() + after.size()) return 0;
  if (name.substr(0, before.size()) != before || name.substr(name.size() - after.size()) != after) return 0;
  const std::string_view digits = name.substr(before.size(), name.size() - before.size() - after.size());
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() && digits[0] != '0' ? std::max(number, 0) : 0;
}

}  // namespace

Fd::Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Fd& Fd::operator=(Fd&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Fd::~Fd() {
  if (fd_ >= 0) close(fd_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FolderLock::~FolderLock() {
  if (fd_ >= 0) flock(fd_, LOCK_UN);
}

Result<LogFolder> LogFolder::for_writing(const std::string& folder) {
  if (g_mkdir_with_parents(folder.c_str(), 0700) != 0 && errno != EEXIST && errno != ENOTDIR) {
    return cannot_write(errno, folder);
  }
  auto path = real_path(folder);
  if (!path) return path.error();
  auto fd = open_folder(*path);
  if (!fd) return fd.error();
  if (const auto claimed = claim(*fd, *path); !claimed) return claimed.error();
  LogFolder result;
  result.lock_ = Fd(openat(fd->get(), lock_name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!result.lock_) return cannot_write(errno, *path);
  result.path_ = std::move(*path);
  result.folder_ = std::move(*fd);
  return result;
}

Result<LogFolder> LogFolder::for_reading(const std::string& folder) {
  auto path = real_path(folder);
  if (!path) return path.error();
  auto fd = open_folder(*path);
  if (!fd) return fd.error();
  LogFolder result;
  result.lock_ = Fd(openat(fd->get(), lock_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  result.path_ = std::move(*path);
  result.folder_ = std::move(*fd);
  return result;
}

Result<FolderLock> LogFolder::lock(Sharing sharing) const {
  if (!lock_) return FolderLock(-1);
  const int how = (sharing == Sharing::exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB;
  const gint64 deadline = g_get_monotonic_time() + lock_wait_us;
  while (flock(lock_.get(), how) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return log_error(errno, path_ + "/" + lock_name);
    if (g_get_monotonic_time() > deadline) {
      return Error{Code::busy, format(tr("%s/%s is held by another program for more than 5 seconds. Close that program "
                                         "or try again."), path_.c_str(), lock_name)};
    }
    g_usleep(lock_poll_us);
  }
  return FolderLock(lock_.get());
}

Result<std::optional<std::string>> LogFolder::database() const {
  const DirPtr dir(g_dir_open(path_.c_str(), 0, nullptr));
  if (!dir) return log_error(EACCES, path_);
  int newest = 0;
  while (const char* name = g_dir_read_name(dir.get())) newest = std::max(newest, generation_of(name));
  if (newest == 0) return std::optional<std::string>();
  return std::optional(path_ + "/consent-" + std::to_string(newest) + ".db");
}

Result<std::string> LogFolder::make_database() const {
  const std::string path = path_ + "/consent-1.db";
  const Fd made(openat(folder_.get(), "consent-1.db", O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!made) return cannot_write(errno, path);
  return path;
}

Result<void> LogFolder::restrict(const std::string& database) const {
  struct stat info = {};
  if (lstat(database.c_str(), &info) != 0) return log_error(errno, database);
  if (S_ISLNK(info.st_mode)) return log_error(ELOOP, database);
  if ((info.st_mode & 077) != 0 && chmod(database.c_str(), 0600) != 0) return cannot_write(errno, database);
  return {};
}

std::optional<Anchor> LogFolder::anchor() const {
  const Fd head(openat(folder_.get(), head_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  std::array<char, 512> buffer;
  const ssize_t size = head ? pread(head.get(), buffer.data(), buffer.size(), 0) : -1;
  if (size <= 0) return std::nullopt;
  const std::string_view text(buffer.data(), static_cast<std::size_t>(size));
  return parse_anchor(text.substr(0, text.find('\n')));
}

void LogFolder::write_anchor(const Anchor& anchor) const {
  const Fd head(openat(folder_.get(), head_name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  const std::string line = anchor.text() + "\n";
  if (!head || pwrite(head.get(), line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) return;
  struct stat info = {};
  if (fstat(head.get(), &info) != 0 || info.st_size == static_cast<off_t>(line.size())) return;
  (void)!ftruncate(head.get(), static_cast<off_t>(line.size()));
}

bool LogFolder::allows_wal() const {
  struct statfs info = {};
  return fstatfs(folder_.get(), &info) != 0 || filesystem_allows_wal(info.f_type);
}

bool filesystem_allows_wal(std::int64_t type) {
  // Magic numbers of NFS, SMB, SMB2, CIFS, 9p, AFS (both), Ceph, FUSE and Coda from statfs(2) and linux/magic.h.
  static constexpr std::uint32_t shared[] = {0x6969,     0x517B,     0xFE534D42, 0xFF534D42, 0x01021997,
                                             0x5346414F, 0x6B414653, 0x00C36400, 0x65735546, 0x73757245};
  return std::find(std::begin(shared), std::end(shared), static_cast<std::uint32_t>(type)) == std::end(shared);
}

}  // namespace loftgate
