// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/exposure.h"

#include <algorithm>

namespace loftgate {
namespace {

Claim claim_without_stance(Basis basis) {
  switch (basis) {
    case Basis::silent: return Claim::silent;
    case Basis::ambiguous:
    case Basis::partly_stated: return Claim::ambiguous;
    case Basis::operator_dependent: return Claim::operator_decides;
    case Basis::not_reviewed: return Claim::not_reviewed;
    default: return Claim::unknown;
  }
}

bool says_no_training(Claim claim) {
  return claim == Claim::no_training || claim == Claim::no_training_unless_opted_in;
}

/// Old facts cannot vouch for an AI. They are still shown, with their age.
bool too_old(const Audience& audience, Date today) {
  return !audience.reviewed || today - *audience.reviewed > std::chrono::days(facts_age_limit_days);
}

Reach reach_of_ai(const Audience& audience, Claim claim, Date today) {
  if (audience.is_local) return Reach::closed;
  return says_no_training(claim) && !too_old(audience, today) ? Reach::ai_no_training : Reach::ai_trains;
}

}  // namespace

Claim claim_of(const Audience& audience) {
  // A promise made on this side of a bridge says nothing about the other.
  const bool promises = audience.practice.training == Stance::no || audience.practice.training == Stance::opt_in;
  if (audience.bridged && !audience.is_ai && (promises || audience.is_local)) return Claim::unknown;
  if (audience.is_local) return Claim::stays_here;
  switch (audience.practice.training) {
    case Stance::yes: return Claim::trains;
    case Stance::opt_out: return Claim::trains_unless_opted_out;
    case Stance::no: return Claim::no_training;
    case Stance::opt_in: return Claim::no_training_unless_opted_in;
    case Stance::unknown:
      // No record at all is another thing than a record whose policy nobody has read.
      return audience.service.empty() ? Claim::unknown : claim_without_stance(audience.practice.basis);
  }
  return Claim::unknown;
}

Reach reach_of(const Audience& audience, Date today) {
  const Claim claim = claim_of(audience);
  if (audience.is_ai) return reach_of_ai(audience, claim, today);
  if (audience.encrypted) return Reach::closed;
  // Beyond a bridge another service reads it, and nobody knows what that one says.
  if (audience.bridged) return Reach::open_or_unknown;
  if (audience.is_local) return Reach::closed;
  if (audience.surface == Surface::public_posts) return Reach::open_or_unknown;
  return says_no_training(claim) ? Reach::provider : Reach::open_or_unknown;
}

Exposure assess(const std::vector<Finding>& findings, bool complete, const Audience& audience, Date today) {
  Exposure exposure;
  exposure.reach = reach_of(audience, today);
  exposure.claim = claim_of(audience);
  exposure.checked = complete;
  exposure.facts_aged = audience.is_ai && !audience.is_local && says_no_training(exposure.claim) &&
                        exposure.reach == Reach::ai_trains;
  for (const Finding& finding : findings) {
    if (finding.confidence < Finding::sure || finding.severity == Severity::none) continue;
    exposure.counted.push_back(finding);
    exposure.severity = std::max(exposure.severity, finding.severity);
  }
  return exposure;
}

}  // namespace loftgate
