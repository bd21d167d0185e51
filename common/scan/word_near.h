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

/// True if one of the words with `*` stands anywhere in a text that is in lower case.
bool holds_part(std::string_view text, std::string_view words);

/// True if a list that single blanks part is sorted by bytes, so that is_in_sorted() finds its words.
constexpr bool is_sorted_list(std::string_view words) {
  std::string_view last;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (word <= last) return false;
    last = word;
    words.remove_prefix(word.size() < words.size() ? word.size() + 1 : word.size());
  }
  return true;
}

/// True if `word` is one of a sorted list, in a few steps.
bool is_in_sorted(std::string_view word, std::string_view words);

}  // namespace loftgate
