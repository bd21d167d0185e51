// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/sqlite.h"

#include <cerrno>
#include <cstring>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr int busy_ms = 5000;

Error full(const std::string& path) {
  return {Code::full, format(tr("%s cannot grow: no space is left. Free some space, then choose again."), path.c_str())};
}

Error read_only(const std::string& path) {
  return {Code::read_only, format(tr("%s cannot be written: its place is read-only. Make it writable for you, then try "
                                     "again."), path.c_str())};
}

/// SQLite reports an exceeded quota as a plain I/O error; the system's own number tells. After a COMMIT that failed
/// SQLite has not kept it, but errno still does.
Error sqlite_error(sqlite3* db, int rc, const std::string& path) {
  const int last = errno;
  const char* words = db ? sqlite3_errmsg(db) : sqlite3_errstr(rc);
  const int kept = db ? sqlite3_system_errno(db) : 0;
  const int system = kept != 0 ? kept : last;
  switch (rc & 0xff) {
    case SQLITE_FULL: return full(path);
    case SQLITE_READONLY: return read_only(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Code::busy, format(tr("%s is in use by another program for more than 5 seconds. Close that program or try "
                                    "again."), path.c_str())};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Code::corrupt, format(tr("%s is damaged or is no consent log (%s). Nothing was changed. Check it with "
                                       "\"loftgate log verify\", or move its folder away to start a new log."),
                                    path.c_str(), words)};
    case SQLITE_NOMEM: return {Code::io, format(tr("No memory is left to use %s. Close other programs."), path.c_str())};
    default: break;
  }
  if ((rc & 0xff) == SQLITE_IOERR || (rc & 0xff) == SQLITE_CANTOPEN) {
    if (system == ENOSPC || system == EDQUOT || system == EFBIG) return full(path);
    if (system == EROFS) return read_only(path);
    if (system == EACCES || system == EPERM) return log_error(system, path);
  }
  return {Code::io, format(tr("%s cannot be used (%s). Check the disk it is on."), path.c_str(), words)};
}

}  // namespace

Error log_error(int system_error, const std::string& path) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return full(path);
    case EROFS: return read_only(path);
    case EACCES:
    case EPERM:
      return {Code::permission, format(tr("%s cannot be opened: permission is missing. Make it yours with \"chown\" and "
                                          "\"chmod\"."), path.c_str())};
    case ENOENT: return {Code::not_found, format(tr("%s is not there. Check its name."), path.c_str())};
    case ELOOP: return {Code::permission, format(tr("%s is a symbolic link, which is not followed. Put a real file or "
                                                    "folder in its place."), path.c_str())};
    default: return {Code::io, format(tr("%s cannot be used (%s). Check the disk it is on."), path.c_str(),
                                      std::strerror(system_error))};
  }
}

void Statement::bind(int at, std::int64_t value) { sqlite3_bind_int64(handle_.get(), at, value); }

void Statement::bind(int at, std::string_view text) {
  sqlite3_bind_text(handle_.get(), at, text.data() ? text.data() : "", static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void Statement::bind_blob(int at, const void* data, std::size_t size) {
  sqlite3_bind_blob(handle_.get(), at, data, static_cast<int>(size), SQLITE_TRANSIENT);
}

void Statement::bind_null(int at) { sqlite3_bind_null(handle_.get(), at); }

void Statement::bind_or_null(int at, std::string_view text) {
  if (text.empty()) {
    bind_null(at);
  } else {
    bind(at, text);
  }
}

Error Statement::failure(int rc) const { return sqlite_error(sqlite3_db_handle(handle_.get()), rc, *path_); }

Result<bool> Statement::step() {
  errno = 0;
  const int rc = sqlite3_step(handle_.get());
  if (rc == SQLITE_ROW) return true;
  if (rc == SQLITE_DONE) return false;
  return failure(rc);
}

Result<void> Statement::run() {
  const auto stepped = step();
  reset();
  if (!stepped) return stepped.error();
  return {};
}

void Statement::reset() { sqlite3_reset(handle_.get()); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

std::string Statement::text(int column) const { return std::string(blob(column)); }

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return {data ? data : "", static_cast<std::size_t>(data ? sqlite3_column_bytes(handle_.get(), column) : 0)};
}

Result<Database> Database::open(const std::string& path, Mode mode) {
  Database db;
  db.path_ = std::make_unique<std::string>(path);
  db.wal_pages_ = std::make_unique<int>(0);
  std::string name = path;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
  if (mode == Mode::write) flags |= SQLITE_OPEN_READWRITE;
  if (mode == Mode::memory) flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
  if (mode == Mode::read) flags |= SQLITE_OPEN_READONLY;
  if (mode == Mode::immutable) {
    flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    GChars escaped(g_uri_escape_string(path.c_str(), "/", TRUE));
    name = "file:" + std::string(escaped.get()) + "?immutable=1";
  }
  sqlite3* handle = nullptr;
  const int rc = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  db.handle_.reset(handle);
  if (rc != SQLITE_OK) return sqlite_error(handle, rc, path);
  if (const auto done = db.harden(); !done) return done.error();
  return db;
}

Result<void> Database::harden() {
  sqlite3* db = handle_.get();
  wait_at_most(busy_ms);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  // A hook of our own switches automatic checkpoints off: they are made under the folder's lock only, since before
  // 3.51.3 SQLite could damage a database when one connection checkpointed twice while another committed
  // (sqlite.org/wal.html).
  sqlite3_wal_hook(db, [](void* pages, sqlite3*, const char*, int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
  }, wal_pages_.get());
  // Rows are appended and rarely read: a quarter of SQLite's usual cache serves as well.
  return exec("PRAGMA cache_size=-512; PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA synchronous=FULL;");
}

Result<void> Database::exec(const char* sql) {
  errno = 0;
  const int rc = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(handle_.get(), rc, *path_);
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int rc = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(handle_.get(), rc, *path_);
  return Statement(statement, path_.get());
}

Result<std::int64_t> Database::integer(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  const auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : std::int64_t{0};
}

Result<std::string> Database::text(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  const auto row = statement->step();
  if (!row) return row.error();
  return *row ? statement->text(0) : std::string();
}

bool Database::read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }

Result<void> Database::checkpoint(int mode) {
  const int rc = sqlite3_wal_checkpoint_v2(handle_.get(), "main", mode, nullptr, nullptr);
  if (rc != SQLITE_OK) return sqlite_error(handle_.get(), rc, *path_);
  return {};
}

void Database::tidy_on_close() {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Database::wait_at_most(int milliseconds) { sqlite3_busy_timeout(handle_.get(), milliseconds); }

Result<Transaction> Transaction::begin(Database& db, const char* sql) {
  if (const auto begun = db.exec(sql); !begun) return begun.error();
  return Transaction(db);
}

Transaction::Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}

Transaction::~Transaction() {
  if (db_) (void)db_->exec("ROLLBACK");
}

Result<void> Transaction::commit() {
  const auto done = db_->exec("COMMIT");
  if (done) db_ = nullptr;
  return done;
}

}  // namespace loftgate
