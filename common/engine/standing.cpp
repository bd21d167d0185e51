// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/standing.h"

#include <glib.h>

#include <algorithm>

namespace loftgate {
namespace {

constexpr std::int64_t hour_us = 3600LL * 1000000;
constexpr std::int64_t permissive_days_us = 90LL * 24 * hour_us;

/// Rooms are written with a mark that no contact name begins with, so that the two never meet.
constexpr char room_mark[] = "room:";
constexpr char contacts_mark[] = "contacts:";

/// A version is a date of review and what the practices come to; reading them again changes nothing by itself.
std::string_view practice_part(std::string_view version) { return version.substr(version.rfind('-') + 1); }

bool covers(const StandingRule& rule, const std::vector<std::string>& categories) {
  return std::all_of(categories.begin(), categories.end(), [&](const std::string& category) {
    return std::find(rule.categories.begin(), rule.categories.end(), category) != rule.categories.end();
  });
}

bool reaches(const StandingRule& rule, const Who& who, const std::string& service,
             const std::set<std::string>& session_rules) {
  if (rule.service != service) return false;
  switch (rule.scope) {
    case Scope::conversation:
      return session_rules.contains(rule.id) && rule.who.account == who.account && rule.who.contact == who.contact;
    case Scope::contact: return rule.who.account == who.account && rule.who.contact == who.contact;
    case Scope::service:
    case Scope::global: return true;
    case Scope::once: return false;
  }
  return false;
}

}  // namespace

std::vector<std::string> categories_of(const Exposure& exposure) {
  std::set<std::string> names;
  for (const Finding& finding : exposure.counted) {
    std::string name;
    for (const char c : type_name(finding.type)) name += c == '_' ? '-' : g_ascii_tolower(c);
    names.insert(name);
  }
  return {names.begin(), names.end()};
}

std::vector<Remember> offers_for(Severity severity, const Audience& audience) {
  std::vector<Remember> offers{Remember::once};
  if (severity >= Severity::secret || severity == Severity::none) return offers;
  offers.push_back(Remember::conversation);
  offers.push_back(Remember::one_hour);
  if (severity >= Severity::special) return offers;
  offers.push_back(Remember::contact);
  if (!audience.service.empty()) offers.push_back(Remember::service);
  return offers;
}

RuleTerms terms_of(const Choice& choice, std::int64_t now_us) {
  const bool permissive = choice.act == Act::send;
  const auto end = permissive ? std::optional(now_us + permissive_days_us) : std::nullopt;
  switch (choice.remember) {
    case Remember::once: return {Scope::once, std::nullopt};
    case Remember::conversation: return {Scope::conversation, end};
    case Remember::one_hour: return {Scope::contact, now_us + hour_us};
    case Remember::contact: return {Scope::contact, end};
    case Remember::service: return {Scope::service, end};
  }
  return {};
}

Who who_of(const Destination& to) {
  switch (to.kind) {
    case PeerKind::person: return {to.account, to.peer, ""};
    case PeerKind::room: return {to.account, room_mark + to.peer, ""};
    case PeerKind::contacts: return {to.account, contacts_mark + to.peer, ""};
  }
  return {to.account, to.peer, ""};
}

StandingAnswer standing_answer(const std::vector<StandingRule>& rules, const Destination& to, const Weighed& weighed,
                               const std::set<std::string>& session_rules, std::int64_t now_us) {
  const Exposure& exposure = weighed.exposure;
  if (exposure.severity == Severity::none || exposure.severity == Severity::secret) return {};
  const auto categories = categories_of(exposure);
  const Who who = who_of(to);
  const std::string service = weighed.audience.service.empty() ? "unknown" : weighed.audience.service;
  StandingAnswer answer;
  for (const StandingRule& rule : rules) {
    if (rule.expires && *rule.expires <= now_us) continue;
    if (!reaches(rule, who, service, session_rules) || !covers(rule, categories)) continue;
    if (rule.choice == LoggedChoice::redact) return {&rule, false};
    if (rule.choice != LoggedChoice::send) continue;
    const std::string version = weighed.audience.version.empty() ? "unknown" : weighed.audience.version;
    if (practice_part(rule.kb) != practice_part(version)) {
      answer.stale = true;
    } else if (!answer.rule) {
      answer.rule = &rule;
    }
  }
  if (answer.rule) answer.stale = false;
  return answer;
}

}  // namespace loftgate
