// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/schema.h"

namespace loftgate {
namespace {

// Triggers stop accidents, not attackers; the hash chain is there for those.
constexpr char tables[] = R"sql(
CREATE TABLE meta(                             -- log_id (16 bytes), created, base_seq, base_link, prev_log
  k TEXT PRIMARY KEY, v ANY NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE chain(                            -- the skeleton; never updated, deleted only by prune / erase-all
  seq     INTEGER PRIMARY KEY CHECK(seq > 0),
  c_entry BLOB NOT NULL CHECK(length(c_entry) = 32),
  c_who   BLOB NOT NULL CHECK(length(c_who)  = 32),
  link    BLOB NOT NULL CHECK(length(link)   = 32)) STRICT;
CREATE TABLE erased(                           -- which seqs an erasure record covers (rebuildable from the records)
  seq INTEGER NOT NULL REFERENCES chain(seq), level INTEGER NOT NULL CHECK(level IN (1,2)),  -- 1 who, 2 all
  by_seq INTEGER NOT NULL REFERENCES chain(seq), PRIMARY KEY(seq, level)) STRICT, WITHOUT ROWID;
CREATE TABLE entry(                            -- what was decided; erasable
  seq  INTEGER PRIMARY KEY REFERENCES chain(seq),
  salt BLOB NOT NULL CHECK(length(salt) = 32),
  body TEXT NOT NULL CHECK(length(body) <= 16384),          -- canonical JSON, the committed bytes
  ts INTEGER NOT NULL, kind TEXT NOT NULL, service TEXT, choice TEXT, actor TEXT NOT NULL, risk TEXT) STRICT;
CREATE TABLE who(                              -- with whom; erasable on its own
  seq  INTEGER PRIMARY KEY REFERENCES chain(seq),
  salt BLOB NOT NULL CHECK(length(salt) = 32),
  body TEXT NOT NULL CHECK(length(body) <= 8192),
  account TEXT, contact TEXT) STRICT;
CREATE TABLE rule(                             -- cache of remembered choices; rebuilt from the log on doubt
  id TEXT PRIMARY KEY, scope TEXT NOT NULL, service TEXT NOT NULL, contact TEXT, choice TEXT NOT NULL,
  expires INTEGER, set_seq INTEGER NOT NULL REFERENCES chain(seq)) STRICT, WITHOUT ROWID;
CREATE INDEX e_ts      ON entry(ts, seq);
CREATE INDEX e_service ON entry(service, seq);
CREATE INDEX e_choice  ON entry(choice, seq);
CREATE INDEX w_contact ON who(contact, seq);
CREATE TRIGGER chain_dense BEFORE INSERT ON chain
  WHEN NEW.seq IS NOT 1 + coalesce((SELECT max(seq) FROM chain), (SELECT v FROM meta WHERE k = 'base_seq'), 0)
  BEGIN SELECT RAISE(ABORT, 'seq not dense'); END;
CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER who_no_update   BEFORE UPDATE ON who   BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry
  WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq AND level = 2)
  BEGIN SELECT RAISE(ABORT, 'no erasure record'); END;
CREATE TRIGGER who_delete BEFORE DELETE ON who
  WHEN NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq)
  BEGIN SELECT RAISE(ABORT, 'no erasure record'); END;
)sql";

// Step n leads from version n to version n + 1.
constexpr const char* steps[] = {tables};
static_assert(std::size(steps) == log_schema_version);

}  // namespace

Result<void> migrate(Database& db, std::int64_t from) {
  for (std::int64_t version = from; version < log_schema_version; ++version) {
    if (const auto done = db.exec(steps[version]); !done) return done;
  }
  const std::string marks = "PRAGMA application_id=" + std::to_string(log_application_id) +
                            "; PRAGMA user_version=" + std::to_string(log_schema_version);
  return db.exec(marks.c_str());
}

}  // namespace loftgate
