// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/projection_check.h"

#include <string_view>

namespace loftgate {
namespace {

// A body that is no JSON cannot be compared, which is a difference too.
constexpr std::string_view differing_entries =
    "SELECT seq FROM entry WHERE CASE WHEN json_valid(body) THEN "
    "ts IS NOT json_extract(body, '$.ts') OR kind IS NOT json_extract(body, '$.kind') OR "
    "service IS NOT json_extract(body, '$.service') OR choice IS NOT json_extract(body, '$.choice') OR "
    "actor IS NOT json_extract(body, '$.actor') OR risk IS NOT json_extract(body, '$.risk') ELSE 1 END";
constexpr std::string_view differing_identities =
    "SELECT seq FROM who WHERE CASE WHEN json_valid(body) THEN "
    "account IS NOT json_extract(body, '$.account') OR contact IS NOT json_extract(body, '$.contact') ELSE 1 END";
constexpr std::string_view entries_within = "SELECT seq FROM entry WHERE seq BETWEEN ?1 AND ?2";
constexpr std::string_view identities_within = "SELECT seq FROM who WHERE seq BETWEEN ?1 AND ?2";
constexpr std::string_view orphans =
    "SELECT seq FROM entry WHERE seq NOT IN (SELECT seq FROM chain) "
    "UNION SELECT seq FROM who WHERE seq NOT IN (SELECT seq FROM chain) "
    "UNION SELECT seq FROM erased WHERE seq NOT IN (SELECT seq FROM chain)";

Result<void> report_all(Statement& rows, Findings& findings) {
  for (;;) {
    const auto row = rows.step();
    if (!row) return row.error();
    if (!*row) return {};
    findings.add("E_PROJ", {rows.integer(0)});
  }
}

Result<void> report_rows_of(const Database& db, std::string_view sql, Findings& findings) {
  auto rows = db.prepare(sql);
  if (!rows) return rows.error();
  return report_all(*rows, findings);
}

/// Bodies that are there although a record says they were erased.
Result<void> report_left_behind(const Database& db, std::string_view sql, const SeqSet& erased, Findings& findings) {
  auto rows = db.prepare(sql);
  if (!rows) return rows.error();
  for (const SeqRange& range : erased.ranges()) {
    rows->bind(1, range.first);
    rows->bind(2, range.last);
    if (const auto done = report_all(*rows, findings); !done) return done;
    rows->reset();
  }
  return {};
}

/// Lines of the table `erased` that no erasure record stands behind.
Result<void> report_unfounded_erasures(const Database& db, const ChainCheck& chain, Findings& findings) {
  auto rows = db.prepare("SELECT seq, level FROM erased");
  if (!rows) return rows.error();
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return {};
    const SeqSet& said = rows->integer(1) == 2 ? chain.erased_entries() : chain.erased_identities();
    if (!said.holds(rows->integer(0))) findings.add("E_PROJ", {rows->integer(0)});
  }
}

}  // namespace

void RuleReplay::add(std::int64_t seq, const Json& entry, const Json& who) {
  RuleChange change = rule_change(seq, entry, who);
  if (change.what == RuleChange::What::end) rules_.erase(change.rule.id);
  if (change.what != RuleChange::What::set) return;
  const std::string id = change.rule.id;
  rules_[id] = Expected{std::move(change.rule), who.is_null()};
}

Result<void> RuleReplay::compare(const Database& db, const SeqSet& erased_entries, Findings& findings) const {
  const auto table = rule_table(db);
  if (!table) return table.error();
  for (const auto& [id, rule] : *table) {
    const auto expected = rules_.find(id);
    RuleRow said = expected == rules_.end() ? RuleRow() : expected->second.rule;
    if (expected != rules_.end() && expected->second.identity_erased) said.contact = rule.contact;
    if (!(said == rule)) findings.add("E_PROJ", {rule.set_seq});
  }
  const std::int64_t last_erased = erased_entries.ranges().empty() ? 0 : erased_entries.ranges().back().last;
  for (const auto& [id, expected] : rules_) {
    if (table->count(id) == 0 && !expected.identity_erased && expected.rule.set_seq > last_erased) {
      findings.add("E_PROJ", {expected.rule.set_seq});
    }
  }
  return {};
}

Result<void> check_projection(const Database& db, const ChainCheck& chain, Findings& findings) {
  for (const std::string_view sql : {differing_entries, differing_identities, orphans}) {
    if (const auto done = report_rows_of(db, sql, findings); !done) return done;
  }
  if (const auto done = report_left_behind(db, entries_within, chain.erased_entries(), findings); !done) return done;
  if (const auto done = report_left_behind(db, identities_within, chain.erased_identities(), findings); !done) return done;
  return report_unfounded_erasures(db, chain, findings);
}

}  // namespace loftgate
