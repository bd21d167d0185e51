// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether a word of a check's own list stands beside a candidate.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/scan/checks.h"

namespace loftgate {

/// How many bytes before and behind a candidate are looked at; words that are cut count as far as they reach.
struct Nearby {
  std::size_t before = 48;
  std::size_t behind = 48;
};

/// True if one of `words` stands near. The list is in lower case, parted by single blanks; `*` before a word says that
/// it may stand inside others, as in scripts without spaces.
bool word_stands_near(const Candidate& candidate, std::string_view words, Nearby nearby = {});

/// The same for any text.
bool holds_word(std::string_view text, std::string_view words);

}  // namespace loftgate
