// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/open_log.h"

#include <algorithm>

#include "common/base/i18n.h"
#include "common/log/consent_log.h"
#include "common/log/entry_body.h"
#include "common/log/schema.h"

namespace loftgate {
namespace {

constexpr std::int64_t links_checked_at_opening = 100;

Stamp stamp_at(Moment now, std::optional<std::int64_t> before) { return {new_uuid(), now, mark_of(now.us, before)}; }

/// What a new log says about the one whose anchor lies in the folder though its database is gone.
Json lost_log(const std::optional<Anchor>& anchor) {
  if (!anchor) return {};
  Json lost = Json::object();
  lost.set("id", to_hex(anchor->log));
  lost.set("seq", anchor->seq);
  lost.set("link", to_hex(anchor->link));
  lost.set("reason", "file-missing");
  return lost;
}

/// Makes the tables and the first entry, all or nothing.
Result<void> found_log(OpenLog& log, const Clock& clock) {
  auto transaction = Transaction::begin(log.db, "BEGIN EXCLUSIVE");
  if (!transaction) return transaction.error();
  if (const auto made = migrate(log.db, 0); !made) return made;
  const Stamp stamp = stamp_at(clock.now(), std::nullopt);
  const Json previous = lost_log(log.folder.anchor());
  log.meta.id = random_bytes<std::tuple_size_v<LogId>>();
  if (const auto done = write_meta(log.db, log.meta, stamp.now.us, previous); !done) return done;
  const auto head = add_row(log.db, log.meta, Head{}, genesis_json(stamp, previous), who_json({}));
  if (!head) return head.error();
  if (const auto done = transaction->commit(); !done) return done;
  log.folder.write_anchor({log.meta.id, head->seq, head->link, head->ts.value_or(0)});
  return {};
}

/// The gap entry that says how many rows the anchor knows of and the database does not; nullopt if they agree.
Result<std::optional<Entry>> missing_tail(const OpenLog& log, const Head& head, Moment now) {
  const auto anchor = log.folder.anchor();
  if (!anchor || anchor->log != log.meta.id) return std::optional<Entry>();
  const auto link = link_of(log.db, log.meta, anchor->seq);
  if (!link) return link.error();
  if ((*link && **link == anchor->link) || anchor->seq < log.meta.base_seq) return std::optional<Entry>();
  Entry gap;
  gap.kind = EntryKind::gap;
  gap.actor = Actor::app;
  gap.reason = *link ? "anchor-differs" : "tail-lost";
  gap.count = *link ? head.seq - anchor->seq + 1 : anchor->seq - head.seq;
  gap.from = head.ts.value_or(0);
  gap.to = std::max(gap.from, std::min(anchor->ts, std::max<std::int64_t>(now.us, 0)));
  return std::optional(gap);
}

Result<void> record_missing_tail(OpenLog& log, const Clock& clock) {
  auto transaction = Transaction::begin(log.db, "BEGIN IMMEDIATE");
  if (!transaction) return transaction.error();
  const auto head = read_head(log.db, log.meta);
  if (!head) return head.error();
  const Moment now = clock.now();
  const auto gap = missing_tail(log, *head, now);
  if (!gap) return gap.error();
  if (!*gap) return {};
  const auto body = entry_json(**gap, stamp_at(now, head->ts));
  if (!body) return body.error();
  const auto next = add_row(log.db, log.meta, *head, *body, who_json({}));
  if (!next) return next.error();
  if (const auto done = transaction->commit(); !done) return done;
  log.folder.write_anchor({log.meta.id, next->seq, next->link, next->ts.value_or(0)});
  return {};
}

Result<void> check_identity(const Database& db) {
  const auto expected = expected_fingerprint();
  if (!expected) return expected.error();
  const auto found = schema_fingerprint(db);
  if (!found) return found.error();
  if (*found != *expected) return wrong_file(LogFile::foreign, db.path());
  return {};
}

Result<void> check_tail(const OpenLog& log) {
  const auto holds = tail_holds(log.db, log.meta, links_checked_at_opening);
  if (!holds) return holds.error();
  if (*holds) return {};
  return Error{Code::corrupt, format(tr("%s is damaged: its last records do not follow from each other. Nothing was "
                                        "changed. See what is wrong with \"loftgate log verify\", or move its folder "
                                        "away to start a new log."), log.path.c_str())};
}

Result<void> choose_journal(OpenLog& log, Journal journal) {
  if (journal == Journal::detect && log.folder.allows_wal()) {
    const auto mode = log.db.text("PRAGMA journal_mode=WAL");
    if (!mode) return mode.error();
    log.wal = *mode == "wal";
  }
  if (!log.wal) {
    const auto mode = log.db.text("PRAGMA journal_mode=TRUNCATE");
    if (!mode) return mode.error();
  }
  return log.db.exec("PRAGMA synchronous=FULL");
}

Result<void> ready_for_writing(OpenLog& log, const Clock& clock, Journal journal) {
  const auto what = identify(log.db);
  if (!what) return what.error();
  if (*what == LogFile::foreign || *what == LogFile::newer) return wrong_file(*what, log.path);
  if (log.db.read_only()) return log_error(EROFS, log.path);
  if (*what == LogFile::ours) {
    if (const auto done = check_identity(log.db); !done) return done;
  }
  if (const auto done = choose_journal(log, journal); !done) return done;
  if (*what == LogFile::empty) return found_log(log, clock);
  auto meta = read_meta(log.db);
  if (!meta) return meta.error();
  log.meta = *meta;
  if (const auto done = check_tail(log); !done) return done;
  return record_missing_tail(log, clock);
}

}  // namespace

Error no_log(const LogFolder& folder) {
  return {Code::not_found, format(tr("There is no consent log in %s yet. It begins with the first recorded choice."),
                                  folder.path().c_str())};
}

Result<OpenLog> open_for_writing(const std::string& folder, const Clock& clock, Journal journal) {
  auto place = LogFolder::for_writing(folder);
  if (!place) return place.error();
  const auto lock = place->lock(LogFolder::Sharing::exclusive);
  if (!lock) return lock.error();
  const auto found = place->database();
  if (!found) return found.error();
  const auto path = *found ? Result<std::string>(**found) : place->make_database();
  if (!path) return path.error();
  if (const auto done = place->restrict(*path); !done) return done.error();
  auto db = Database::open(*path, Database::Mode::write);
  if (!db) return db.error();
  OpenLog log{std::move(*place), *path, nullptr, std::move(*db), {}, false};
  if (const auto ready = ready_for_writing(log, clock, journal); !ready) return ready.error();
  log.db.tidy_on_close();
  return log;
}

Result<OpenLog> open_for_reading(const std::string& folder) {
  auto place = LogFolder::for_reading(folder);
  if (!place) return place.error();
  const auto path = place->database();
  if (!path) return path.error();
  if (!*path) return no_log(*place);
  auto log = open_unchecked(std::move(*place), **path);
  if (!log) return log;
  const auto what = identify(log->db);
  if (!what) return what.error();
  if (*what == LogFile::empty) return no_log(log->folder);
  if (*what != LogFile::ours) return wrong_file(*what, log->path);
  if (const auto done = check_identity(log->db); !done) return done.error();
  auto meta = read_meta(log->db);
  if (!meta) return meta.error();
  log->meta = *meta;
  return log;
}

}  // namespace loftgate
