// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/schema.h"

#include "common/base/i18n.h"
#include "common/log/chain.h"

namespace loftgate {

Result<LogFile> identify(const Database& db) {
  const auto application = db.integer("PRAGMA application_id");
  if (!application) return application.error();
  const auto version = db.integer("PRAGMA user_version");
  if (!version) return version.error();
  const auto objects = db.integer("SELECT count(*) FROM sqlite_schema");
  if (!objects) return objects.error();
  if (*application == 0 && *version == 0 && *objects == 0) return LogFile::empty;
  if (*application != log_application_id) return LogFile::foreign;
  if (*version < 1) return LogFile::foreign;
  return *version > log_schema_version ? LogFile::newer : LogFile::ours;
}

Result<std::string> schema_fingerprint(const Database& db) {
  auto rows = db.prepare(
      "SELECT type, name, tbl_name, sql, typeof(type)||typeof(name)||typeof(tbl_name)||typeof(rootpage)||typeof(sql) "
      "FROM sqlite_schema ORDER BY type, name");
  if (!rows) return rows.error();
  std::string all;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return sha256_of(all);
    for (int column = 0; column < 5; ++column) {
      const std::string field = rows->text(column);
      all += std::to_string(field.size()) + ":" + field;
    }
  }
}

Result<std::string> expected_fingerprint() {
  auto model = Database::open(":memory:", Database::Mode::memory);
  if (!model) return model.error();
  if (const auto made = migrate(*model, 0); !made) return made.error();
  return schema_fingerprint(*model);
}

Error wrong_file(LogFile what, const std::string& path) {
  if (what == LogFile::newer) {
    return {Code::newer, format(tr("%s was written by a newer Loftgate. Update Loftgate; until then nothing is recorded "
                                   "there and nothing was changed."), path.c_str())};
  }
  return {Code::corrupt, format(tr("%s is a database of another program or was changed by hand. Nothing was changed. "
                                   "Check it with \"loftgate log verify\", or move its folder away to start a new log."),
                                path.c_str())};
}

}  // namespace loftgate
