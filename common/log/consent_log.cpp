// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/consent_log.h"

#include "common/base/i18n.h"
#include "common/log/entry_body.h"
#include "common/log/log_query.h"
#include "common/log/open_log.h"
#include "common/log/standing_rules.h"

namespace loftgate {
namespace {

// 1 MiB of pages of 4,096 bytes: one append writes about eight of them.
constexpr int wal_pages_before_checkpoint = 256;

// A reader that is stuck must not hold up the end of the program.
constexpr int patience_at_close_ms = 100;

}  // namespace

struct ConsentLog::Store {
  OpenLog log;
  const Clock& clock;
  Access access;

  Store(OpenLog opened, const Clock& the_clock, Access how) : log(std::move(opened)), clock(the_clock), access(how) {}
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Leaves one file at rest. A lock that cannot be had only means that the next writer does it.
  ~Store() {
    if (access == Access::read || !log.wal) return;
    const auto lock = log.folder.lock(LogFolder::Sharing::exclusive);
    if (!lock) return;
    log.db.wait_at_most(patience_at_close_ms);
    (void)log.db.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    const Database closing = std::move(log.db);
  }
};

Result<ConsentLog> ConsentLog::open(const std::string& folder, const Clock& clock, Access access) {
  auto log = access == Access::append ? open_for_writing(folder, clock) : open_for_reading(folder);
  if (!log) return log.error();
  return ConsentLog(std::make_unique<Store>(std::move(*log), clock, access));
}

ConsentLog::ConsentLog(std::unique_ptr<Store> store) : store_(std::move(store)) {}
ConsentLog::ConsentLog(ConsentLog&&) noexcept = default;
ConsentLog& ConsentLog::operator=(ConsentLog&&) noexcept = default;
ConsentLog::~ConsentLog() = default;

Result<std::int64_t> ConsentLog::append(const Entry& entry, const Who& who) {
  OpenLog& log = store_->log;
  if (store_->access == Access::read) return log_error(EROFS, log.path);
  const auto lock = log.folder.lock(LogFolder::Sharing::exclusive);
  if (!lock) return lock.error();
  auto transaction = Transaction::begin(log.db, "BEGIN IMMEDIATE");
  if (!transaction) return transaction.error();
  const auto head = read_head(log.db, log.meta);
  if (!head) return head.error();
  const Moment now = store_->clock.now();
  const auto body = entry_json(entry, {new_uuid(), now, mark_of(now.us, head->ts)});
  if (!body) return body.error();
  const auto next = add_row(log.db, log.meta, *head, *body, who_json(who));
  if (!next) return next.error();
  if (const auto done = transaction->commit(); !done) return done.error();
  log.folder.write_anchor({log.meta.id, next->seq, next->link, next->ts.value_or(0)});
  // The row is durable already: a checkpoint that fails is tried again after the next one.
  if (log.db.wal_pages() >= wal_pages_before_checkpoint) (void)log.db.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
  return next->seq;
}

Result<std::vector<StandingRule>> ConsentLog::rules() const {
  return rules_in_force(store_->log.db, store_->clock.now().us);
}

Result<std::vector<LogRow>> ConsentLog::list(const LogQuery& query) const { return list_rows(store_->log.db, query); }

Result<LogRow> ConsentLog::show(std::int64_t seq) const { return row_at(store_->log.db, seq); }

Result<LogRow> ConsentLog::show(const std::string& id) const {
  if (!is_uuid(id)) {
    return Error{Code::invalid, tr("That is no record's id. Ids look like 4d7e7cb2-df1a-40c3-a4a2-54c208b008f2; the list "
                                   "shows them.")};
  }
  return row_named(store_->log.db, id);
}

Result<LogStatus> ConsentLog::status() const {
  const OpenLog& log = store_->log;
  LogStatus status;
  status.folder = log.folder.path();
  status.database = log.path;
  status.journal_mode = log.wal ? "wal" : "truncate";
  status.log_id = to_hex(log.meta.id);
  const auto anchor = log.folder.anchor();   // before the rows: appending may go on between the two
  if (anchor && anchor->log == log.meta.id) status.anchored_seq = anchor->seq;
  const std::pair<std::int64_t*, const char*> counts[] = {
      {&status.rows, "SELECT count(*) FROM chain"},
      {&status.erased, "SELECT count(DISTINCT seq) FROM erased"},
      {&status.rules, "SELECT count(*) FROM rule"}};
  for (const auto& [value, sql] : counts) {
    const auto count = log.db.integer(sql);
    if (!count) return count.error();
    *value = *count;
  }
  const auto head = read_head(log.db, log.meta);
  if (!head) return head.error();
  status.head_seq = head->seq;
  status.head_link = to_hex(head->link);
  status.verification_code = verification_code(head->seq, head->link);
  return status;
}

}  // namespace loftgate
