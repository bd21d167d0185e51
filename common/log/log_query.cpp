// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/log_query.h"

#include <algorithm>
#include <variant>

#include "common/base/i18n.h"
#include "common/log/canonical_json.h"
#include "common/log/rows.h"

namespace loftgate {
namespace {

constexpr char all_rows[] =
    "SELECT c.seq, c.link, e.body, w.body "
    "FROM chain c LEFT JOIN entry e ON e.seq = c.seq LEFT JOIN who w ON w.seq = c.seq ";

/// The conditions of a query and what they compare with, in the same order.
struct Filter {
  std::string sql = "WHERE 1";
  const char* seq = "c.seq";   ///< of the table whose index finds the rows, so that they come in order without sorting
  std::vector<std::variant<std::int64_t, std::string>> values;

  void add(const std::string& condition, std::int64_t value) {
    sql += condition;
    values.emplace_back(value);
  }
  void add_unless_empty(const char* condition, const std::string& value) {
    if (value.empty()) return;
    sql += condition;
    values.emplace_back(value);
  }
};

Filter filter_of(const LogQuery& query) {
  Filter filter;
  filter.add_unless_empty(" AND e.service = ?", query.service);
  filter.add_unless_empty(" AND w.contact = ?", query.contact);
  filter.add_unless_empty(" AND e.choice = ?", query.choice);
  filter.add_unless_empty(" AND e.actor = ?", query.actor);
  filter.add_unless_empty(" AND e.kind = ?", query.kind);
  if (query.since) filter.add(" AND e.ts >= ?", *query.since);
  if (query.until) filter.add(" AND e.ts < ?", *query.until);
  if (!filter.values.empty()) filter.seq = query.contact.empty() ? "e.seq" : "w.seq";
  if (query.before) filter.add(std::string(" AND ") + filter.seq + " < ?", *query.before);
  return filter;
}

LogRow row_from(const Statement& row) {
  LogRow result;
  result.seq = row.integer(0);
  result.link = to_hex(digest_at(row, 1));
  if (!row.is_null(2)) result.entry = row.text(2);
  if (!row.is_null(3)) result.who = row.text(3);
  return result;
}

Error no_such_row() {
  return {Code::not_found, tr("There is no record with that number or id. The list shows those that exist.")};
}

}  // namespace

Result<std::vector<LogRow>> list_rows(const Database& db, const LogQuery& query) {
  const Filter filter = filter_of(query);
  auto rows = db.prepare(all_rows + filter.sql + " ORDER BY " + filter.seq + " DESC LIMIT ?");
  if (!rows) return rows.error();
  int at = 0;
  for (const auto& value : filter.values) {
    std::visit([&rows, &at](const auto& bound) { rows->bind(++at, bound); }, value);
  }
  rows->bind(++at, std::max<std::int64_t>(query.limit, 1));
  std::vector<LogRow> page;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return page;
    page.push_back(row_from(*rows));
  }
}

Result<LogRow> row_at(const Database& db, std::int64_t seq) {
  auto rows = db.prepare(std::string(all_rows) + "WHERE c.seq = ?1");
  if (!rows) return rows.error();
  rows->bind(1, seq);
  const auto row = rows->step();
  if (!row) return row.error();
  if (!*row) return no_such_row();
  return row_from(*rows);
}

Result<LogRow> row_named(const Database& db, const std::string& id) {
  auto rows = db.prepare(std::string(all_rows) + "WHERE instr(e.body, ?1) > 0");
  if (!rows) return rows.error();
  rows->bind(1, "\"id\":\"" + id + "\"");
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return no_such_row();
    // A member of a nested object may have the same name.
    const auto body = parse_json(rows->text(2));
    if (body && body->text_of("id") == id) return row_from(*rows);
  }
}

}  // namespace loftgate
