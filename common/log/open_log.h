// SPDX-License-Identifier: GPL-2.0-or-later
// Opens a log's files for writing or reading, and refuses what is damaged, foreign or newer without touching it.
#pragma once

#include <memory>
#include <string>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/log/log_folder.h"
#include "common/log/rows.h"
#include "common/log/sqlite.h"

namespace loftgate {

/// Where a log that cannot be opened in place is copied to; goes away with the last reader.
class PrivateCopy {
 public:
  /// Copies a database and its write-ahead file into a fresh folder only this user can enter.
  static Result<std::unique_ptr<PrivateCopy>> of(const std::string& database);
  ~PrivateCopy();
  PrivateCopy(const PrivateCopy&) = delete;
  PrivateCopy& operator=(const PrivateCopy&) = delete;
  std::string database() const { return folder_ + "/copy.db"; }

 private:
  PrivateCopy() = default;
  std::string folder_;
};

/// Members are destroyed from the last to the first: the connection before the copy it reads.
struct OpenLog {
  LogFolder folder;
  std::string path;                     ///< of the database in the folder, also when a copy is read
  std::unique_ptr<PrivateCopy> copy;
  Database db;
  LogMeta meta;
  bool wal = false;
};

/// `detect` asks the file system; `truncate` is for places where a write-ahead file cannot work.
enum class Journal { detect, truncate };

/// Opens or makes the log. A tail that `consent.head` vouches for and the database lacks is put on record as a gap.
Result<OpenLog> open_for_writing(const std::string& folder, const Clock& clock, Journal journal = Journal::detect);

/// Opens the newest log of a folder and checks that it is one of ours, of a version we know.
Result<OpenLog> open_for_reading(const std::string& folder);

/// Opens a database beside its writers. Where that cannot be done (a read-only place) it is read as a whole file or,
/// when some of its rows are only in the write-ahead file, as a copy. Nothing is checked and `meta` is not read.
Result<OpenLog> open_unchecked(LogFolder folder, const std::string& database);

/// What to say about a folder without a log.
Error no_log(const LogFolder& folder);

}  // namespace loftgate
