// SPDX-License-Identifier: GPL-2.0-or-later
// SQLite's handles with owners, and its result codes turned into Errors where they arise.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace loftgate {

/// A prepared statement. Parameters count from 1, columns from 0, as SQLite counts them.
class Statement {
 public:
  void bind(int at, std::int64_t value);
  void bind(int at, std::string_view text);
  void bind_blob(int at, const void* data, std::size_t size);
  void bind_null(int at);
  /// NULL when the text is empty.
  void bind_or_null(int at, std::string_view text);

  /// True: a row is there. False: done.
  Result<bool> step();
  /// Runs a statement that gives no rows, and readies it for the next use.
  Result<void> run();
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string_view blob(int column) const;   ///< valid until the next step

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* s) const noexcept { sqlite3_finalize(s); }
  };
  Statement(sqlite3_stmt* handle, const std::string* path) : handle_(handle), path_(path) {}
  Error failure(int rc) const;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  const std::string* path_;
};

/// One connection. Hardened at opening: no trust in the file's schema, defensive, no memory map, deleted bytes zeroed.
class Database {
 public:
  enum class Mode {
    write,       ///< read and write; the file is there
    read,        ///< read only, beside writers
    immutable,   ///< read only; nobody writes and there is no write-ahead file
    memory,      ///< a throw-away database in memory
  };

  /// `path` holds no symbolic link (NOFOLLOW is in force).
  static Result<Database> open(const std::string& path, Mode mode);

  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;

  Result<void> exec(const char* sql);
  Result<Statement> prepare(std::string_view sql) const;
  Result<std::int64_t> integer(std::string_view sql) const;   ///< first column of the first row; 0 if there is none
  Result<std::string> text(std::string_view sql) const;

  bool read_only() const;
  /// Pages in the write-ahead file after the last commit of this connection.
  int wal_pages() const { return *wal_pages_; }
  /// Moves the write-ahead file into the database: `SQLITE_CHECKPOINT_PASSIVE` or `_TRUNCATE`.
  Result<void> checkpoint(int mode);
  /// Lets SQLite put the write-ahead file away when the last connection closes. Off at first: a file that turns out not
  /// to be ours stays as it was.
  void tidy_on_close();
  /// How long to wait for other connections; 5 seconds at first.
  void wait_at_most(int milliseconds);
  const std::string& path() const { return *path_; }

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
  };
  Database() = default;
  Result<void> harden();
  std::unique_ptr<std::string> path_;
  std::unique_ptr<int> wal_pages_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A transaction that is undone unless it was committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& db, const char* sql);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& db) : db_(&db) {}
  Database* db_;
};

/// What a failure of the system means for the log at `path`, in words with a remedy.
Error log_error(int system_error, const std::string& path);

}  // namespace loftgate
