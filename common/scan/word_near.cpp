// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_near.h"

#include <algorithm>

#include "common/scan/ascii.h"
#include "common/scan/utf8.h"

namespace loftgate {

bool holds_part(std::string_view text, std::string_view words) {
  for (std::size_t at = words.find('*'); at != std::string_view::npos; at = words.find('*', at + 1)) {
    const std::string_view part = words.substr(at + 1, words.find(' ', at) - at - 1);
    if (text.find(part) != std::string_view::npos) return true;
  }
  return false;
}

bool is_in_sorted(std::string_view word, std::string_view words) {
  if (word.empty()) return false;
  std::size_t low = 0, high = words.size();   // both at the beginning of a word or behind the last one
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t blank = words.substr(0, middle).rfind(' ');
    const std::size_t begin = blank == std::string_view::npos || blank < low ? low : blank + 1;
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view found = words.substr(begin, end - begin);
    if (found == word) return true;
    if (found < word) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return false;
}

bool holds_word(std::string_view text, std::string_view words) {
  const LowerText lowered(text);
  const std::string_view lower = lowered;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= lower.size();) {
    const CodePoint point = code_point_at(lower, at);
    if (point.size == 0 || !is_letter_or_digit(point.value)) {
      if (at > begin && is_word_of(lower.substr(begin, at - begin), words)) return true;
      begin = at + point.size;
    }
    at += std::max<std::size_t>(point.size, 1);
  }
  return holds_part(lower, words);
}

bool word_stands_near(const Candidate& candidate, std::string_view words, Nearby nearby) {
  const std::size_t begin = candidate.span.begin - std::min<std::size_t>(candidate.span.begin, nearby.before);
  return holds_word(candidate.text.substr(begin, candidate.span.begin - begin), words) ||
         holds_word(candidate.text.substr(candidate.span.end, nearby.behind), words);
}

}  // namespace loftgate
