// SPDX-License-Identifier: GPL-2.0-or-later
// The consent log: append-only, hash-chained, in one folder of the user's. Open it, append to it, read from it.
// An append that returned a number is on disk. Format and guarantees: docs/consent-log.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/log/entry.h"

namespace loftgate {

/// One row as it is stored. Bodies are absent once erased.
struct LogRow {
  std::int64_t seq = 0;
  std::string link;                         ///< 64 hex digits
  std::optional<std::string> entry;         ///< canonical JSON
  std::optional<std::string> who;           ///< canonical JSON
};

struct LogStatus {
  std::string folder;
  std::string database;
  std::string journal_mode;                 ///< "wal" or "truncate"
  std::string log_id;                       ///< 32 hex digits
  std::int64_t rows = 0;
  std::int64_t erased = 0;
  std::int64_t rules = 0;
  std::int64_t head_seq = 0;
  std::string head_link;
  std::string verification_code;            ///< "<seq>-<16 base32 characters of the link>"
  std::optional<std::int64_t> anchored_seq; ///< what consent.head says, if it is there
};

/// What `list` gives back. Filters that are empty do not filter.
struct LogQuery {
  std::string service;
  std::string contact;
  std::string choice;
  std::string actor;
  std::string kind;
  std::optional<std::int64_t> since;        ///< µs, inclusive
  std::optional<std::int64_t> until;        ///< µs, exclusive
  std::optional<std::int64_t> before;       ///< sequence number, exclusive: the next page
  std::int64_t limit = 100;
};

class ConsentLog {
 public:
  enum class Access { append, read };

  /// Opens or makes the log in `folder` (made 0700; refused when others may write it). For reading a folder without
  /// a log is `not_found`. Errors: read_only, full, corrupt (damaged or foreign), newer, permission, busy.
  static Result<ConsentLog> open(const std::string& folder, const Clock& clock, Access access);

  ConsentLog(ConsentLog&&) noexcept;
  ConsentLog& operator=(ConsentLog&&) noexcept;
  ~ConsentLog();

  /// Appends durably and gives back the sequence number; sets up or updates the standing rule when `entry.rule` and a
  /// scope beyond `once` are given. Nothing is kept on an error.
  Result<std::int64_t> append(const Entry& entry, const Who& who);

  /// Rules in force: not withdrawn, not expired at the clock's now.
  Result<std::vector<StandingRule>> rules() const;

  /// Newest first.
  Result<std::vector<LogRow>> list(const LogQuery& query) const;
  Result<LogRow> show(std::int64_t seq) const;
  Result<LogRow> show(const std::string& id) const;   ///< by UUID of the entry
  Result<LogStatus> status() const;

 private:
  struct Store;
  explicit ConsentLog(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

/// A fresh random UUID, version 4.
std::string new_uuid();

}  // namespace loftgate
