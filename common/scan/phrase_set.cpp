// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phrase_set.h"

#include <algorithm>
#include <utility>

#include "common/scan/utf8.h"

namespace loftgate {

Phrase words_of(std::string_view text) {
  Phrase words;
  const std::string lower = lower_case(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= lower.size();) {
    const CodePoint point = code_point_at(lower, at);
    if (point.size == 0 || !is_letter_or_digit(point.value)) {
      if (at > begin) words.push_back(lower.substr(begin, at - begin));
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
