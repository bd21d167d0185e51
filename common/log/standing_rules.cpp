// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/standing_rules.h"

#include "common/log/entry_body.h"

namespace loftgate {
namespace {

/// Whether a scope is about one person or room.
bool is_personal(Scope scope) { return scope == Scope::conversation || scope == Scope::contact; }

bool sets_rule(const Json& entry, std::string_view kind) {
  if (kind == word(EntryKind::rule_set) || kind == word(EntryKind::rule_renewed)) return true;
  return kind == word(EntryKind::decision) && entry.text_of("actor") == word(Actor::user);
}

bool ends_rule(std::string_view kind) {
  return kind == word(EntryKind::rule_withdrawn) || kind == word(EntryKind::rule_expired) ||
         kind == word(EntryKind::rule_invalidated);
}

std::optional<StandingRule> rule_from(const Statement& row) {
  const auto entry = parse_json(row.text(5));
  const auto who = parse_json(row.text(6));
  const auto scope = scope_named(row.text(1));
  const auto choice = choice_named(row.text(3));
  if (!entry || !scope || !choice || (!who && is_personal(*scope))) return std::nullopt;
  StandingRule rule;
  rule.id = row.text(0);
  rule.scope = *scope;
  rule.service = row.text(2);
  rule.choice = *choice;
  rule.kb = entry->text_of("kb");
  rule.expires = row.is_null(4) ? std::nullopt : std::optional(row.integer(4));
  rule.set_seq = row.integer(7);
  if (who) rule.who = who_from(*who);
  const Json* categories = entry->find("categories");
  if (!categories || !categories->list()) return rule;
  for (const Json& category : *categories->list()) {
    if (category.string()) rule.categories.push_back(*category.string());
  }
  return rule;
}

}  // namespace

RuleChange rule_change(std::int64_t seq, const Json& entry, const Json& who) {
  const std::string_view kind = entry.text_of("kind");
  RuleChange change;
  change.rule.id = entry.text_of("rule");
  if (change.rule.id.empty()) return change;
  if (ends_rule(kind)) {
    change.what = RuleChange::What::end;
    return change;
  }
  const auto scope = scope_named(entry.text_of("scope"));
  const std::string_view choice = entry.text_of("choice");
  if (!sets_rule(entry, kind) || !scope || *scope == Scope::once || choice.empty()) return change;
  change.what = RuleChange::What::set;
  change.rule.scope = word(*scope);
  change.rule.service = entry.text_of("service");
  change.rule.choice = choice;
  change.rule.expires = entry.integer_of("expires");
  change.rule.set_seq = seq;
  if (is_personal(*scope)) change.rule.contact = who.text_of("contact");
  return change;
}

Result<void> apply(const Database& db, const RuleChange& change) {
  if (change.what == RuleChange::What::nothing) return {};
  const bool ends = change.what == RuleChange::What::end;
  auto statement = db.prepare(ends ? "DELETE FROM rule WHERE id=?1"
                                   : "INSERT OR REPLACE INTO rule(id, scope, service, contact, choice, expires, set_seq) "
                                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  if (!statement) return statement.error();
  const RuleRow& rule = change.rule;
  statement->bind(1, rule.id);
  if (ends) return statement->run();
  statement->bind(2, rule.scope);
  statement->bind(3, rule.service);
  statement->bind_or_null(4, rule.contact);
  statement->bind(5, rule.choice);
  if (rule.expires) statement->bind(6, *rule.expires);
  statement->bind(7, rule.set_seq);
  return statement->run();
}

Result<std::map<std::string, RuleRow>> rule_table(const Database& db) {
  auto rows = db.prepare("SELECT id, scope, service, contact, choice, expires, set_seq FROM rule");
  if (!rows) return rows.error();
  std::map<std::string, RuleRow> table;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return table;
    RuleRow rule{rows->text(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4), {}, rows->integer(6)};
    if (!rows->is_null(5)) rule.expires = rows->integer(5);
    table.emplace(rule.id, std::move(rule));
  }
}

Result<std::vector<StandingRule>> rules_in_force(const Database& db, std::int64_t now) {
  auto rows = db.prepare(
      "SELECT r.id, r.scope, r.service, r.choice, r.expires, e.body, w.body, r.set_seq FROM rule r "
      "JOIN entry e ON e.seq = r.set_seq LEFT JOIN who w ON w.seq = r.set_seq "
      "WHERE r.expires IS NULL OR r.expires > ?1 ORDER BY r.set_seq");
  if (!rows) return rows.error();
  rows->bind(1, now);
  std::vector<StandingRule> rules;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return rules;
    if (auto rule = rule_from(*rows)) rules.push_back(std::move(*rule));
  }
}

}  // namespace loftgate
