// SPDX-License-Identifier: GPL-2.0-or-later
// Changes a log behind its back, the way a tool or an intruder would: straight to the tables.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

namespace loftgate {

/// Runs SQL on a database file as nobody in Loftgate would.
inline void tamper(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr), SQLITE_OK);
  char* error = nullptr;
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error << " in " << sql;
  sqlite3_free(error);
  sqlite3_close(db);
}

/// The same past the triggers, which are put back word for word so that only the rows differ.
inline void tamper_past_triggers(const std::string& path, const std::string& sql) {
  tamper(path, "PRAGMA foreign_keys=OFF; PRAGMA writable_schema=ON;"
               "CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE type='trigger';"
               "DELETE FROM sqlite_schema WHERE type='trigger'; PRAGMA writable_schema=RESET;" +
                   sql +
                   "; PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT * FROM kept;"
                   "PRAGMA writable_schema=RESET;");
}

}  // namespace loftgate
