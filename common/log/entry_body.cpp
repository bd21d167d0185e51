// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/entry_body.h"

#include <algorithm>
#include <array>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/log/chain.h"
#include "common/log/consent_log.h"

namespace loftgate {
namespace {

constexpr std::array<std::string_view, 11> kind_words = {
    "genesis",          "decision",     "rule-set", "rule-withdrawn", "rule-expired",
    "rule-invalidated", "rule-renewed", "erasure",  "prune",          "gap",
    "settings"};
constexpr std::array<std::string_view, 5> choice_words = {"send", "redact", "edit", "cancel", "defer"};
constexpr std::array<std::string_view, 4> actor_words = {"user", "rule", "timeout", "app"};
constexpr std::array<std::string_view, 5> scope_words = {"once", "conversation", "contact", "service", "global"};
constexpr std::array<std::string_view, 3> mark_words = {"ok", "back", "jump"};
constexpr std::array<std::string_view, 5> surface_words = {"im", "chat", "bot", "bridge", "other"};
constexpr std::array<std::string_view, 5> risk_words = {"none", "low", "medium", "high", "unknown"};
constexpr std::array<std::string_view, 7> size_words = {"0", "1-15", "16-63", "64-255", "256-1023", "1024-4095", "4096+"};

constexpr std::size_t max_items = 64;
constexpr std::int64_t year_us = std::int64_t{366} * 24 * 3600 * 1000000;

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Enum, class Words>
std::optional<Enum> named(const Words& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

bool matches(const char* pattern, std::string_view text) {
  return g_regex_match_simple(pattern, std::string(text).c_str(), G_REGEX_DOLLAR_ENDONLY, GRegexMatchFlags(0)) != FALSE;
}

/// Valid UTF-8 of at most `limit` bytes, cut between two characters.
std::string cut(std::string_view text, std::size_t limit) {
  std::string valid = take(g_utf8_make_valid(text.data() ? text.data() : "", static_cast<gssize>(text.size())));
  if (valid.size() <= limit) return valid;
  while (limit > 0 && (static_cast<unsigned char>(valid[limit]) & 0xC0) == 0x80) --limit;
  valid.resize(limit);
  return valid;
}

/// The language tag of a locale name; "und" where there is none, as BCP 47 has it.
std::string language_tag(std::string tag) {
  std::replace(tag.begin(), tag.end(), '_', '-');
  tag = tag.substr(0, tag.find_first_of(".@"));
  return matches("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", tag) ? tag : "und";
}

Error broken(const char* field) {
  return {Code::invalid, format(tr("The record does not follow the log's format: \"%s\" has a value that is not allowed. "
                                   "Report this with the version of Loftgate."), field)};
}

/// Writes the optional and required fields of one entry, remembering the first that breaks the format.
class Fields {
 public:
  explicit Fields(Json& body) : body_(body) {}

  void put(const char* name, std::string value, bool allowed) {
    if (!allowed) reject(name);
    body_.set(name, std::move(value));
  }
  void put_number(const char* name, std::int64_t value) {
    if (value < 0 || value > max_safe_integer) reject(name);
    body_.set(name, value);
  }
  void put_tokens(const char* name, std::vector<std::string> tokens) {
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    if (tokens.size() > max_items || !std::all_of(tokens.begin(), tokens.end(), is_token)) reject(name);
    body_.set(name, Json::List(tokens.begin(), tokens.end()));
  }
  void put_signals(const std::map<std::string, std::string>& signals) {
    if (signals.size() > max_items) reject("signals");
    Json all = Json::object();
    for (const auto& [name, value] : signals) all.set(cut(name, 64), cut(value, 200));
    body_.set("signals", std::move(all));
  }
  void reject(const char* name) {
    if (!rejected_) rejected_ = name;
  }
  const char* rejected() const { return rejected_; }

 private:
  Json& body_;
  const char* rejected_ = nullptr;
};

Json stamped(std::string_view kind, std::string_view actor, const std::string& language, const Stamp& stamp) {
  Json body = Json::object();
  body.set("v", std::int64_t{1});
  body.set("kind", std::string(kind));
  body.set("id", stamp.id);
  body.set("ts", std::clamp<std::int64_t>(stamp.now.us, 0, max_safe_integer));
  body.set("tz", std::clamp<std::int64_t>(stamp.now.offset_minutes, -1440, 1440));
  body.set("clk", std::string(mark_words[static_cast<std::size_t>(stamp.mark)]));
  body.set("app", LOFTGATE_VERSION);
  body.set("actor", std::string(actor));
  body.set("lang", language_tag(language));
  return body;
}

/// What a decision and the life of a standing rule share. `all` puts the fields that only a decision must have.
void put_choice(Fields& fields, const Entry& e, bool all) {
  const std::string service = e.service.empty() ? "unknown" : e.service;
  fields.put("service", service, is_token(service));
  fields.put("scope", std::string(word(e.scope.value_or(Scope::once))), e.scope.has_value());
  fields.put_tokens("purposes", e.purposes);
  if (all || e.choice) fields.put("choice", e.choice ? std::string(word(*e.choice)) : "", e.choice.has_value());
  if (all || !e.protocol.empty()) fields.put("protocol", cut(e.protocol, 64), true);
  if (all || !e.surface.empty()) fields.put("surface", e.surface, holds(surface_words, e.surface));
  if (all || !e.categories.empty()) fields.put_tokens("categories", e.categories);
  if (all || !e.kb.empty()) fields.put("kb", e.kb, cut(e.kb, 32) == e.kb);
  if (!e.rule.empty()) fields.put("rule", e.rule, is_uuid(e.rule));
  if (!e.ref.empty()) fields.put("ref", e.ref, is_uuid(e.ref));
  if (e.expires) fields.put_number("expires", *e.expires);
  if (!e.signals.empty()) fields.put_signals(e.signals);
  // A rule that acts by itself shows nothing: what was shown is then the empty text.
  const std::string notice = e.notice.empty() ? sha256_of("") : e.notice;
  if (all || !e.notice.empty()) fields.put("notice", notice, matches("^sha256:[0-9a-f]{64}$", notice));
}

void put_decision(Fields& fields, const Entry& e) {
  put_choice(fields, e, true);
  fields.put_number("redactions", e.redactions);
  fields.put("risk", e.risk, holds(risk_words, e.risk));
  fields.put("retention", cut(e.retention, 64), true);
  fields.put("size", e.size, holds(size_words, e.size));
}

void put_rule(Fields& fields, const Entry& e) {
  put_choice(fields, e, false);
  if (e.rule.empty()) fields.reject("rule");
  if (e.scope == Scope::once) fields.reject("scope");
  const bool begins = e.kind == EntryKind::rule_set || e.kind == EntryKind::rule_renewed;
  if (begins && !e.choice) fields.reject("choice");
}

void put_gap(Fields& fields, const Entry& e) {
  fields.put("reason", e.reason, is_token(e.reason));
  fields.put_number("count", e.count);
  if (e.count < 1) fields.reject("count");
  fields.put_number("from", e.from);
  fields.put_number("to", e.to);
}

}  // namespace

std::string_view word(EntryKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
std::string_view word(LoggedChoice choice) { return choice_words[static_cast<std::size_t>(choice)]; }
std::string_view word(Actor actor) { return actor_words[static_cast<std::size_t>(actor)]; }
std::string_view word(Scope scope) { return scope_words[static_cast<std::size_t>(scope)]; }
std::optional<LoggedChoice> choice_named(std::string_view text) { return named<LoggedChoice>(choice_words, text); }
std::optional<Scope> scope_named(std::string_view text) { return named<Scope>(scope_words, text); }

ClockMark mark_of(std::int64_t now, std::optional<std::int64_t> before) {
  if (!before) return ClockMark::ok;
  if (now < *before) return ClockMark::back;
  return now - *before > year_us ? ClockMark::jump : ClockMark::ok;
}

Result<Json> entry_json(const Entry& entry, const Stamp& stamp) {
  Json body = stamped(word(entry.kind), word(entry.actor), entry.language, stamp);
  Fields fields(body);
  switch (entry.kind) {
    case EntryKind::decision: put_decision(fields, entry); break;
    case EntryKind::rule_set:
    case EntryKind::rule_withdrawn:
    case EntryKind::rule_expired:
    case EntryKind::rule_invalidated:
    case EntryKind::rule_renewed: put_rule(fields, entry); break;
    case EntryKind::gap: put_gap(fields, entry); break;
    case EntryKind::settings: break;
    case EntryKind::genesis:
    case EntryKind::erasure:
    case EntryKind::prune: return broken("kind");   // written by the log itself, never by a caller
  }
  if (fields.rejected()) return broken(fields.rejected());
  return body;
}

Json genesis_json(const Stamp& stamp, Json previous) {
  Json body = stamped(word(EntryKind::genesis), word(Actor::app), "en", stamp);
  body.set("schema", std::int64_t{1});
  body.set("prev_log", std::move(previous));
  return body;
}

Json who_json(const Who& who) {
  Json body;
  // A name of control characters grows sixfold in JSON; the second limit then fits whatever the names hold.
  for (const std::size_t limit : {std::size_t{1024}, std::size_t{256}}) {
    body = Json::object();
    body.set("v", std::int64_t{1});
    if (!who.account.empty()) body.set("account", cut(who.account, limit));
    if (!who.contact.empty()) body.set("contact", cut(who.contact, limit));
    if (!who.conversation.empty()) body.set("conv", cut(who.conversation, limit));
    if (canonical(body).size() <= max_who_bytes) break;
  }
  return body;
}

Who who_from(const Json& body) {
  return {std::string(body.text_of("account")), std::string(body.text_of("contact")), std::string(body.text_of("conv"))};
}

bool is_uuid(std::string_view text) {
  return matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", text);
}

bool is_token(std::string_view text) {
  const auto plain = [](char c) { return g_ascii_islower(c) || g_ascii_isdigit(c); };
  const auto inner = [plain](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; };
  return !text.empty() && text.size() <= 64 && plain(text[0]) && std::all_of(text.begin(), text.end(), inner);
}

std::string_view size_bucket(std::size_t bytes) {
  static constexpr std::array<std::size_t, 6> ends = {1, 16, 64, 256, 1024, 4096};
  return size_words[static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), bytes) - ends.begin())];
}

std::string new_uuid() {
  LogId bytes = random_bytes<std::tuple_size_v<LogId>>();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string text = to_hex(bytes);
  for (const std::size_t at : {20u, 16u, 12u, 8u}) text.insert(at, "-");
  return text;
}

}  // namespace loftgate
