// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/practice.h"

#include "common/policy/practice_reader.h"

namespace loftgate {
namespace {

template <class T>
std::string_view name_of(std::span<const Word<T>> words, T value) {
  for (const Word<T>& word : words) {
    if (word.value == value) return word.name;
  }
  return "unknown";
}

}  // namespace

std::string_view stance_name(Stance stance) { return name_of(stance_words(), stance); }
std::string_view basis_name(Basis basis) { return name_of(basis_words(), basis); }
std::string_view review_name(Review review) { return name_of(review_words(), review); }
std::string_view encryption_name(Encryption encryption) { return name_of(encryption_words(), encryption); }

int strictness(Stance stance) {
  switch (stance) {
    case Stance::yes: return 4;
    case Stance::opt_out: return 3;
    case Stance::unknown: return 2;
    case Stance::opt_in: return 1;
    case Stance::no: return 0;
  }
  return 2;
}

Practice for_tier(const Practice& practice, std::string_view tier) {
  Practice result = practice;
  const auto found = practice.tiers.find(std::string(tier));
  if (found == practice.tiers.end()) return result;
  const Variant& variant = found->second;
  result.training = variant.training;
  if (variant.human_review) result.human_review = *variant.human_review;
  if (variant.retention_days) result.retention_days = variant.retention_days;
  if (!variant.confidence.empty()) result.confidence = variant.confidence;
  if (!variant.note.empty()) result.caveats.insert(result.caveats.begin(), variant.note);
  return result;
}

}  // namespace loftgate
