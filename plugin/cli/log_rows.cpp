// SPDX-License-Identifier: GPL-2.0-or-later
#include <charconv>
#include <string>
#include <utility>

#include "common/base/clock.h"
#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/log/canonical_json.h"
#include "common/log/consent_log.h"
#include "plugin/cli/log_verbs.h"
#include "plugin/cli/options.h"
#include "plugin/cli/places.h"
#include "plugin/cli/terminal.h"
#include "plugin/cli/verbs.h"

namespace loftgate::cli {
namespace {

using TimePtr = CPtr<GDateTime, g_date_time_unref>;

/// Local time to the minute, for people.
std::string spelled_time(std::int64_t us) {
  const TimePtr time(g_date_time_new_from_unix_local(us / G_USEC_PER_SEC));
  return time ? take(g_date_time_format(time.get(), "%Y-%m-%d %H:%M")) : std::to_string(us);
}

/// Midnight that begins a day, in local time.
std::optional<std::int64_t> begin_of(Date date) {
  const std::chrono::year_month_day day(date);
  const auto month = static_cast<unsigned>(day.month());
  const auto day_of_month = static_cast<unsigned>(day.day());
  const TimePtr time(g_date_time_new_local(static_cast<int>(day.year()), static_cast<int>(month),
                                           static_cast<int>(day_of_month), 0, 0, 0));
  if (!time) return std::nullopt;
  return g_date_time_to_unix(time.get()) * G_USEC_PER_SEC;
}

/// A stored body as a value; null when it was erased or cannot be read.
Json body_of(const std::optional<std::string>& text) {
  if (!text) return {};
  return parse_json(*text).value_or(Json());
}

Json row_json(const LogRow& row) {
  Json item = Json::object();
  item.set("seq", row.seq);
  item.set("link", row.link);
  item.set("entry", body_of(row.entry));
  item.set("who", body_of(row.who));
  return item;
}

std::string what_happened(const Json& entry) {
  const std::string_view kind = entry.text_of("kind");
  const std::string_view choice = entry.text_of("choice");
  if (kind == "genesis") return tr("log begun");
  if (kind == "rule-set" || kind == "rule-renewed") return tr("choice remembered");
  if (kind == "rule-withdrawn") return tr("remembered choice withdrawn");
  if (kind == "rule-expired") return tr("remembered choice expired");
  if (kind == "rule-invalidated") return tr("remembered choice ended: policy changed");
  if (kind == "erasure") return tr("erased");
  if (kind == "prune") return tr("old records removed");
  if (kind == "gap") return tr("choices that could not be recorded");
  if (choice == "send") return tr("sent as written");
  if (choice == "redact") return tr("masked and sent");
  if (choice == "edit") return tr("edited");
  if (choice == "cancel") return tr("not sent");
  if (choice == "defer") return tr("left undecided");
  return std::string(kind);
}

/// A value on one line: lists with commas, objects in canonical JSON.
std::string spelled(const Json& value) {
  if (value.string()) return *value.string();
  if (!value.list()) return canonical(value);
  std::string joined;
  for (const Json& item : *value.list()) joined += (joined.empty() ? "" : ", ") + spelled(item);
  return joined;
}

std::string row_line(const LogRow& row) {
  const Json entry = body_of(row.entry);
  const Json who = body_of(row.who);
  std::string line = format("#%s", std::to_string(row.seq).c_str());
  if (!row.entry) return line + "  " + tr("erased");
  line += "  " + spelled_time(entry.integer_of("ts").value_or(0)) + "  " + what_happened(entry);
  const Json* categories = entry.find("categories");
  for (const std::string& part : {std::string(entry.text_of("service")), std::string(who.text_of("contact")),
                                  categories ? spelled(*categories) : std::string()}) {
    if (!part.empty()) line += "  " + printable(part);
  }
  return line;
}

void print_members(const Json& body) {
  if (!body.members()) return;
  for (const auto& [key, value] : *body.members()) {
    print_line(format("  %s: %s", key.c_str(), printable(spelled(value)).c_str()));
  }
}

void print_row(const LogRow& row) {
  print_line(row_line(row));
  print_members(body_of(row.entry));
  print_members(body_of(row.who));
  print_line(format("  link: %s", row.link.c_str()));
}

/// Puts a date the user wrote into the query. False when it is no date.
bool put_date(const std::string& text, bool its_end, std::optional<std::int64_t>& to) {
  if (text.empty()) return true;
  const auto date = parse_date(text);
  if (!date) return false;
  to = begin_of(its_end ? *date + std::chrono::days(1) : *date);
  return to.has_value();
}

Result<LogRow> find_row(const ConsentLog& log, const std::string& name) {
  std::int64_t seq = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), seq);
  return error == std::errc() && end == name.data() + name.size() ? log.show(seq) : log.show(name);
}

}  // namespace

int log_list(int argc, char** argv) {
  Options options("log list", "", tr("Lists what was decided, newest first. Filters add up."));
  LogQuery query;
  std::string folder = default_folder();
  std::string since;
  std::string until;
  std::optional<std::int64_t> limit;
  bool json = false;
  options.text("folder", folder, tr("Loftgate's folder"), tr("DIR"));
  options.text("service", query.service, tr("Only this service"), tr("ID"));
  options.text("contact", query.contact, tr("Only contacts whose name begins so"), tr("NAME"));
  options.text("choice", query.choice, tr("Only send, redact, edit, cancel or defer"), tr("CHOICE"));
  options.text("actor", query.actor, tr("Only what user, rule, timeout or app decided"), tr("ACTOR"));
  options.text("kind", query.kind, tr("Only this kind of record: decision, rule-set, …"), tr("KIND"));
  options.text("since", since, tr("From this day on (YYYY-MM-DD)"), tr("DAY"));
  options.text("until", until, tr("Up to this day (YYYY-MM-DD)"), tr("DAY"));
  options.number("before", query.before, tr("Only records before this number: the next page"), tr("NUMBER"));
  options.number("limit", limit, tr("At most so many, 100 unless said otherwise"), tr("NUMBER"));
  options.flag("json", json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (!options.operands().empty()) return options.complain(tr("no names are needed"));
  if (!put_date(since, false, query.since)) return options.complain(tr("--since needs a day, as in 2026-11-23"));
  if (!put_date(until, true, query.until)) return options.complain(tr("--until needs a day, as in 2026-11-23"));
  if (limit && *limit < 1) return options.complain(tr("--limit needs a number above 0"));
  query.limit = limit.value_or(query.limit);

  const SystemClock clock;
  const auto log = ConsentLog::open(folder, clock, ConsentLog::Access::read);
  if (!log) return complain_about_log(log.error());
  const auto rows = log->list(query);
  if (!rows) return complain_about_log(rows.error());
  Json::List list;
  for (const LogRow& row : *rows) json ? list.push_back(row_json(row)) : print_line(row_line(row));
  if (json) {
    Json all = Json::object();
    all.set("rows", std::move(list));
    print_line(canonical(all));
  }
  return exit_code::done;
}

int log_show(int argc, char** argv) {
  Options options("log show", tr("NUMBER|ID"), tr("Shows one record of the log."));
  std::string folder = default_folder();
  bool json = false;
  options.text("folder", folder, tr("Loftgate's folder"), tr("DIR"));
  options.flag("json", json, tr("Print JSON"));
  if (!options.parse(argc, argv)) return exit_code::usage;
  if (options.operands().size() != 1) return options.complain(tr("name one record, by its number or id"));

  const SystemClock clock;
  const auto log = ConsentLog::open(folder, clock, ConsentLog::Access::read);
  if (!log) return complain_about_log(log.error());
  const auto row = find_row(*log, options.operands().front());
  if (!row) return complain_about_log(row.error());
  json ? print_line(canonical(row_json(*row))) : print_row(*row);
  return exit_code::done;
}

}  // namespace loftgate::cli
