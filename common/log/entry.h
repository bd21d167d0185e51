// SPDX-License-Identifier: GPL-2.0-or-later
// One row of the consent log in the words of the AICL format, version 1 (docs/consent-log.md).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

enum class EntryKind : std::uint8_t {
  genesis, decision, rule_set, rule_withdrawn, rule_expired, rule_invalidated, rule_renewed, erasure, prune, gap,
  settings,
};
enum class LoggedChoice : std::uint8_t { send, redact, edit, cancel, defer };
enum class Actor : std::uint8_t { user, rule, timeout, app };
enum class Scope : std::uint8_t { once, conversation, contact, service, global };

/// What was decided. `id`, `ts`, `tz`, `clk`, `app` and `v` are set by the log when it appends.
/// Tokens (service, purposes, categories, reason) match `[a-z0-9][a-z0-9._-]{0,63}`.
struct Entry {
  EntryKind kind = EntryKind::decision;
  Actor actor = Actor::user;
  std::string language = "en";
  std::string service;                      ///< token; "unknown" when no record applies
  std::string protocol;
  std::string surface;                      ///< im, chat, bot, bridge, other
  std::optional<LoggedChoice> choice;
  std::optional<Scope> scope;
  std::string rule;                         ///< UUID of the standing choice set or applied, "" none
  std::optional<std::int64_t> expires;      ///< µs since 1970, end of the standing choice
  std::string ref;                          ///< UUID of the entry this one answers
  std::vector<std::string> purposes;        ///< "ai-training", "retention"
  std::vector<std::string> categories;      ///< "phone", "credit-card"; sorted, unique
  std::int64_t redactions = 0;
  std::string risk = "unknown";             ///< none, low, medium, high, unknown
  std::string retention = "unknown";        ///< ISO 8601 duration, indefinite, unknown
  std::string size;                         ///< bucket of size_bucket()
  std::string notice;                       ///< "sha256:…" of the warning as it was shown
  std::string kb;                           ///< policy version the choice was made under, at most 32 bytes
  std::map<std::string, std::string> signals;
  std::string reason;                       ///< gap: token
  std::int64_t count = 0;                   ///< gap: how many choices were not recorded
  std::int64_t from = 0;                    ///< gap: µs
  std::int64_t to = 0;                      ///< gap: µs
};

/// With whom. Kept in a group of its own so that it can be erased alone.
struct Who {
  std::string account;
  std::string contact;
  std::string conversation;
};

/// A remembered choice as the log knows it, ready to be weighed again.
struct StandingRule {
  std::string id;                           ///< UUID
  Scope scope = Scope::contact;
  LoggedChoice choice = LoggedChoice::send;
  std::string service;
  std::vector<std::string> categories;
  std::string kb;                           ///< policy version it was made under
  std::optional<std::int64_t> expires;
  Who who;
  std::int64_t set_seq = 0;
};

/// "0", "1-15", "16-63", … "4096+": how long a text was, roughly.
std::string_view size_bucket(std::size_t bytes);

}  // namespace loftgate
