// SPDX-License-Identifier: GPL-2.0-or-later
// Weighs what was found against who will read it. Values in, value out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/policy/policy_book.h"
#include "common/scan/finding.h"

namespace loftgate {

/// How far a text travels, E0 to E4 of docs/design.md.
enum class Reach : std::uint8_t {
  closed,          ///< E0 end-to-end encrypted or on this machine, people only (or a local model)
  provider,        ///< E1 the service can read it and says it does not train on it
  open_or_unknown, ///< E2 public, bridged, or nothing known
  ai_no_training,  ///< E3 an AI whose service says it does not train on it
  ai_trains,       ///< E4 an AI whose service says it trains, or does not say
};
inline constexpr std::size_t reach_count = 5;

/// What the service says about training, for wording: never mix the last four.
enum class Claim : std::uint8_t {
  trains, trains_unless_opted_out, no_training, no_training_unless_opted_in, stays_here,
  silent, ambiguous, operator_decides, not_reviewed, unknown,
};

/// The two axes and what led to them.
struct Exposure {
  Severity severity = Severity::none;
  Reach reach = Reach::open_or_unknown;
  Claim claim = Claim::unknown;
  bool checked = true;                 ///< false: part of the text could not be read
  bool unread = false;                 ///< a file or picture goes along that could not be read whole
  bool facts_aged = false;             ///< facts older than 180 days turned "does not train" into "unclear"
  std::vector<Finding> counted;        ///< the findings that count: sure, and not already decided
};

/// Days after which an AI's "does not train" no longer counts.
inline constexpr int facts_age_limit_days = 180;

Claim claim_of(const Audience& audience);
Reach reach_of(const Audience& audience, Date today);

/// `findings` are those left after what the user already decided was taken out.
Exposure assess(const std::vector<Finding>& findings, bool complete, const Audience& audience, Date today);

}  // namespace loftgate
