// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phrase_set.h"

#include <glib.h>

#include <algorithm>
#include <utility>

#include "common/scan/utf8.h"

namespace loftgate {

bool is_whole_word(char32_t value) {
  return (value >= 0x3040 && value <= 0x30FF) || (value >= 0x3400 && value <= 0x9FFF) ||
         (value >= 0xAC00 && value <= 0xD7A3);
}

bool is_part_of_word(char32_t value) {
  return is_letter_or_digit(value) || (value > 0x2FF && value < broken_byte && g_unichar_ismark(value));
}

Phrase words_of(std::string_view text) {
  Phrase words;
  const std::string lower = lower_case(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= lower.size();) {
    const CodePoint point = code_point_at(lower, at);
    const bool whole_word = is_whole_word(point.value);
    if (point.size == 0 || whole_word || !is_part_of_word(point.value)) {
      if (at > begin) words.push_back(lower.substr(begin, at - begin));
      if (whole_word) words.push_back(lower.substr(at, point.size));
      begin = at + point.size;
    }
    at += std::max<std::size_t>(point.size, 1);
  }
  return words;
}

void PhraseSet::add(Phrase phrase) {
  if (!phrase.empty()) by_last_word_[phrase.back()].push_back(std::move(phrase));
}

bool PhraseSet::begins(const Phrase& words) const {
  for (std::size_t end = 1; end <= words.size(); ++end) {
    if (any_ending_at(words, end, [end](std::size_t size) { return size == end; })) return true;
  }
  return false;
}

bool PhraseSet::stands_before(const Phrase& phrase, const Phrase& words, std::size_t end) {
  if (phrase.size() > end) return false;
  return std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(end - phrase.size()));
}

}  // namespace loftgate
