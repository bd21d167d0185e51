// SPDX-License-Identifier: GPL-2.0-or-later
// Asks a check about a whole text, or about the part of it that a pattern would have matched.
#pragma once

#include <string_view>

#include "common/scan/checks.h"

namespace loftgate {

using CheckFunction = Likelihood (*)(Candidate&);

/// A candidate that is `value` inside `text`; the whole text if `value` is empty.
inline Candidate candidate_of(std::string_view text, std::string_view value = {}, std::string_view region = {}) {
  if (value.empty()) value = text;
  const auto begin = static_cast<std::uint32_t>(text.find(value));
  return {text, {begin, begin + static_cast<std::uint32_t>(value.size())}, region};
}

inline Likelihood checked(CheckFunction check, std::string_view text, std::string_view value = {},
                          std::string_view region = {}) {
  Candidate candidate = candidate_of(text, value, region);
  return check(candidate);
}

}  // namespace loftgate
