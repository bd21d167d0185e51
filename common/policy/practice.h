// SPDX-License-Identifier: GPL-2.0-or-later
// What a service says it does with one kind of text, with source and date.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"

namespace loftgate {

/// Whether a use happens: opt_out means it does until the user says no, opt_in that it does not until they say yes.
enum class Stance : std::uint8_t { yes, no, opt_in, opt_out, unknown };

/// How a stance follows from what was read. `silent`: the policy was read and says nothing. `not_reviewed`: nobody
/// has read it. `operator_dependent`: whoever runs the server decides. These are never shown as the same.
enum class Basis : std::uint8_t {
  stated, partly_stated, inferred, ambiguous, silent, operator_dependent, not_reviewed, not_applicable,
};

enum class Applies : std::uint8_t { yes, no, web };
enum class Encryption : std::uint8_t { yes, no, opt_in, partial, unknown };
enum class Review : std::uint8_t { yes, no, limited, unknown };

/// One source that was read, and when.
struct Evidence {
  std::string url;
  std::string source_kind;             ///< "primary-policy", "secondary-news", …
  std::optional<Date> as_of;           ///< date of the text that was read; the first day of a mere month or year
  std::string as_of_text;              ///< the same as exact as it is known: "2026", "2026-11" or "2026-11-23"
  std::optional<Date> seen_until;      ///< last day it is known to be unchanged
  std::optional<Date> effective;       ///< effective date the text itself gives
  std::string note;
  std::string archive;                 ///< "repository path commit" of the archived copy, "" if none
};

/// What differs for some users: a plan, a way of access, a region.
struct Variant {
  Stance training = Stance::unknown;
  std::optional<Review> human_review;  ///< nullopt: as in the practice
  std::optional<int> retention_days;   ///< nullopt: as in the practice
  std::string confidence;              ///< "": as in the practice
  std::string note;
};

/// What one service does with one kind of text.
struct Practice {
  Applies applies = Applies::no;
  Stance training = Stance::unknown;
  Stance other_ml = Stance::unknown;
  Stance third_party = Stance::unknown;
  Review human_review = Review::unknown;
  std::string retention;               ///< in words, "" unknown
  std::optional<int> retention_days;   ///< longest stated period, if one is stated
  Encryption e2ee = Encryption::unknown;
  Basis basis = Basis::not_reviewed;
  std::string confidence;              ///< "confirmed-by-primary", "secondary-only", "" unknown
  std::string statement;               ///< one sentence, paraphrased
  std::vector<Evidence> evidence;
  std::map<std::string, Variant> tiers;     ///< "api", "consumer", …
  std::map<std::string, Variant> regions;   ///< "EU/EEA", "UK", …
  std::vector<std::string> caveats;
};

struct OptOut {
  std::string available;               ///< "yes", "no", "partial", "unknown"
  std::string url;
  std::vector<std::string> other_urls;
  std::string how;                     ///< in words
  std::vector<std::string> regions;    ///< where it is offered; "all"
  std::string default_state;           ///< whether the use is on if nothing is done: "on", "off", …, "" unknown
  std::string scope;
  std::string retroactive;             ///< whether it reaches what was sent before, "" unknown
};

/// The words used in records: "opt-in", "not-reviewed", …
std::string_view stance_name(Stance stance);
std::string_view basis_name(Basis basis);
std::string_view review_name(Review review);
std::string_view encryption_name(Encryption encryption);

/// How much a stance gives away: yes, opt_out, unknown, opt_in, no, from 4 down to 0.
int strictness(Stance stance);

/// The practice as it is for one tier, "api"; unchanged when it has no such tier.
Practice for_tier(const Practice& practice, std::string_view tier);

}  // namespace loftgate
