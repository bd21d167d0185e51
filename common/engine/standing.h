// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a remembered choice answers for a message, and what may be remembered at all. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/engine/choice.h"
#include "common/engine/hold.h"
#include "common/log/entry.h"

namespace loftgate {

/// Names of what was found, as the log writes them: "credit-card", sorted, unique.
std::vector<std::string> categories_of(const Exposure& exposure);

/// What a choice about this severity may be remembered for; `once` always comes first. Secrets: nothing else.
/// Special categories: this conversation or an hour. A service that no record knows cannot be remembered.
std::vector<Remember> offers_for(Severity severity, const Audience& audience);

/// How a remembered choice is written down.
struct RuleTerms {
  Scope scope = Scope::once;
  std::optional<std::int64_t> expires;   ///< µs; permissive choices end after 90 days, masking never ends by itself
};
RuleTerms terms_of(const Choice& choice, std::int64_t now_us);

/// The contact a choice belongs to, in the log's words. A room is a contact of its own: a choice for a person never
/// covers a room.
Who who_of(const Destination& to);

struct StandingAnswer {
  const StandingRule* rule = nullptr;   ///< the rule that answers, or null
  bool stale = false;                   ///< a permissive rule would have answered, but the service changed its policy
};

/// Looks for a rule that covers every category counted, for this reader and service. Masking outweighs sending;
/// a permissive rule counts only under the policy version it was made under. `session_rules` are the ids of
/// "this conversation" rules made in this session; others of that scope have ended.
StandingAnswer standing_answer(const std::vector<StandingRule>& rules, const Destination& to, const Weighed& weighed,
                               const std::set<std::string>& session_rules, std::int64_t now_us);

}  // namespace loftgate
