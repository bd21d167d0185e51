// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/i18n.h"
#include "common/log/chain_check.h"
#include "common/log/entry_body.h"
#include "common/log/open_log.h"
#include "common/log/projection_check.h"
#include "common/log/schema.h"
#include "common/log/verify.h"

namespace loftgate {
namespace {

constexpr std::string_view all_rows =
    "SELECT c.seq, c.c_entry, c.c_who, c.link, e.salt, e.body, w.salt, w.body, "
    "CASE WHEN json_valid(e.body) THEN json_extract(e.body, '$.ts') END, "
    "CASE WHEN json_valid(e.body) THEN json_extract(e.body, '$.kind') <> 'decision' OR "
    "json_extract(e.body, '$.rule') IS NOT NULL END "
    "FROM chain c LEFT JOIN entry e ON e.seq = c.seq LEFT JOIN who w ON w.seq = c.seq ORDER BY c.seq";

/// Goes through one database in the stages of docs/consent-log.md, all in one read transaction.
class LogCheck {
 public:
  LogCheck(OpenLog& log, std::optional<Anchor> anchor, std::optional<VerificationCode> code)
      : log_(log), anchor_(std::move(anchor)), code_(std::move(code)) {}

  Result<VerifyReport> run(bool deep);

 private:
  Result<bool> check_file();
  Result<void> check_pages(bool deep);
  Result<void> check_contents();
  Result<void> walk(ChainCheck& chain);
  void study(std::int64_t seq, const Json& entry, const Json& who);
  void check_beginning();
  void check_anchors(ChainCheck& chain);

  OpenLog& log_;
  const std::optional<Anchor> anchor_;
  const std::optional<VerificationCode> code_;
  Findings findings_;
  VerifyReport report_;
  RuleReplay rules_;
  bool base_is_on_record_ = false;
  std::vector<std::pair<std::int64_t, std::int64_t>> gaps_;   ///< sequence number and count
  std::vector<std::int64_t> generations_;
};

CheckedRow row_from(const Statement& row) {
  CheckedRow result;
  result.seq = row.integer(0);
  result.c_entry = digest_at(row, 1);
  result.c_who = digest_at(row, 2);
  result.link = digest_at(row, 3);
  if (!row.is_null(5)) result.entry = CheckedRow::Body{digest_at(row, 4), row.text(5)};
  if (!row.is_null(7)) result.who = CheckedRow::Body{digest_at(row, 6), row.text(7)};
  if (!row.is_null(8)) result.ts = row.integer(8);
  return result;
}

/// Whether an error is a finding about the file rather than a reason why it could not be checked.
bool is_damage(const Error& error) { return error.code == Code::corrupt; }

Result<VerifyReport> LogCheck::run(bool deep) {
  auto snapshot = Transaction::begin(log_.db, "BEGIN");
  if (!snapshot) return snapshot.error();
  const auto known = check_file();
  if (!known) return known.error();
  Result<void> done = *known ? check_pages(deep) : Result<void>();
  if (done && *known) done = check_contents();
  if (!done && is_damage(done.error())) {
    findings_.add("E_SQLITE", {}, done.error().text);
  } else if (!done && !findings_.holds("E_SCHEMA")) {
    return done.error();
  }
  report_.findings = findings_.take();
  return std::move(report_);
}

/// Stage A. False: this is no log, so that nothing else can be checked.
Result<bool> LogCheck::check_file() {
  const auto what = identify(log_.db);
  if (!what) return what.error();
  if (*what == LogFile::newer) return wrong_file(*what, log_.path);
  if (*what != LogFile::ours) {
    findings_.add("E_SCHEMA", {}, wrong_file(LogFile::foreign, log_.path).text);
    return false;
  }
  const auto expected = expected_fingerprint();
  if (!expected) return expected.error();
  const auto found = schema_fingerprint(log_.db);
  if (!found) return found.error();
  if (*found != *expected) findings_.add("E_SCHEMA", {}, tr("The tables, indices or triggers of the log were changed."));
  return true;
}

/// Stage B.
Result<void> LogCheck::check_pages(bool deep) {
  auto lines = log_.db.prepare(deep ? "PRAGMA integrity_check" : "PRAGMA quick_check");
  if (!lines) return lines.error();
  for (;;) {
    const auto row = lines->step();
    if (!row) return row.error();
    if (!*row) return {};
    const std::string line = lines->text(0);
    if (line != "ok") findings_.add("E_SQLITE", {}, format(tr("The file is damaged: %s."), line.c_str()));
  }
}

/// Stages C to G.
Result<void> LogCheck::check_contents() {
  const auto meta = read_meta(log_.db);
  if (!meta) return meta.error();
  log_.meta = *meta;
  ChainCheck chain(*meta, {}, findings_);
  if (anchor_) chain.watch(anchor_->seq);
  if (code_) chain.watch(code_->seq);
  if (const auto done = walk(chain); !done) return done;
  chain.finish(report_);
  check_beginning();
  if (const auto done = check_projection(log_.db, chain, findings_); !done) return done;
  if (const auto done = rules_.compare(log_.db, chain.erased_entries(), findings_); !done) return done;
  check_anchors(chain);
  for (const auto& [seq, count] : gaps_) findings_.add("N_GAP", {seq, count});
  for (const std::int64_t seq : generations_) findings_.add("N_GENERATION", {seq});
  return {};
}

Result<void> LogCheck::walk(ChainCheck& chain) {
  auto rows = log_.db.prepare(all_rows);
  if (!rows) return rows.error();
  for (;;) {
    const auto more = rows->step();
    if (!more) return more.error();
    if (!*more) return {};
    CheckedRow row = row_from(*rows);
    const auto entry = rows->integer(9) != 0 ? parse_json(row.entry->text) : std::nullopt;
    if (entry) {
      const auto who = row.who ? parse_json(row.who->text) : std::nullopt;
      study(row.seq, *entry, who.value_or(Json()));
      if (entry->text_of("kind") == word(EntryKind::erasure)) {
        row.erased_level = entry->text_of("level") == "all" ? "all" : "who";
        row.erased_seqs = entry->text_of("seqs");
      }
    }
    chain.add(row);
  }
}

/// Remembers what later stages need from an entry that is more than a single decision.
void LogCheck::study(std::int64_t seq, const Json& entry, const Json& who) {
  rules_.add(seq, entry, who);
  const std::string_view kind = entry.text_of("kind");
  if (kind == word(EntryKind::gap)) gaps_.emplace_back(seq, entry.integer_of("count").value_or(0));
  if (kind == word(EntryKind::genesis) && entry.find("prev_log") && !entry.find("prev_log")->is_null()) {
    generations_.push_back(seq);
  }
  if (kind == word(EntryKind::prune) && entry.integer_of("base_seq") == log_.meta.base_seq &&
      entry.text_of("base_link") == to_hex(log_.meta.base_link)) {
    base_is_on_record_ = true;
  }
}

/// Rows may be missing at the front only if a prune record says so.
void LogCheck::check_beginning() {
  if (log_.meta.base_seq > 0 && !base_is_on_record_) findings_.add("E_GAP", {1, log_.meta.base_seq + 1});
}

void LogCheck::check_anchors(ChainCheck& chain) {
  const bool anchor_reaches = anchor_ && anchor_->seq >= log_.meta.base_seq;
  if (anchor_reaches) {
    const auto link = chain.watched(anchor_->seq);
    if (anchor_->log == log_.meta.id && link && *link == anchor_->link) {
      report_.anchored_seq = anchor_->seq;
    } else {
      findings_.add("E_ANCHOR", {anchor_->seq, chain.head().seq});
    }
  }
  if (code_ && chain.confirms(*code_)) report_.anchored_seq = std::max(report_.anchored_seq.value_or(0), code_->seq);
  const std::int64_t loose = chain.head().seq - report_.anchored_seq.value_or(log_.meta.base_seq);
  if (loose > 0) findings_.add("N_UNANCHORED", {loose});
}

/// A database that is gone although its anchor says it was there, or one that cannot even be opened.
VerifyReport report_of(std::string_view code, std::initializer_list<std::int64_t> numbers, const std::string& words) {
  Findings findings;
  if (words.empty()) {
    findings.add(code, numbers);
  } else {
    findings.add(code, numbers, words);
  }
  VerifyReport report;
  report.findings = findings.take();
  return report;
}

}  // namespace

Result<VerifyReport> verify_log(const std::string& folder, bool deep, const std::string& code) {
  const auto wanted = wanted_code(code);
  if (!wanted) return wanted.error();
  auto place = LogFolder::for_reading(folder);
  if (!place) return place.error();
  const auto anchor = place->anchor();   // before the rows, since appending may go on between the two
  const auto path = place->database();
  if (!path) return path.error();
  if (!*path && anchor) return report_of("E_ANCHOR", {anchor->seq, 0}, "");
  if (!*path) return no_log(*place);
  auto log = open_unchecked(std::move(*place), **path);
  if (!log && is_damage(log.error())) return report_of("E_SQLITE", {}, log.error().text);
  if (!log) return log.error();
  return LogCheck(*log, anchor, *wanted).run(deep);
}

}  // namespace loftgate
