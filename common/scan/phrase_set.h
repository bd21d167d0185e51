// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases of a topic, found in the words of a sentence.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

/// Some words in a row, in lower case; apostrophes part words: "she's" is "she s".
using Phrase = std::vector<std::string>;

/// Chinese, Japanese and Korean characters are words of their own: no spaces tell where a word ends.
bool is_whole_word(char32_t value);

/// A letter, digit or mark: in Hindi vowels are marks.
bool is_part_of_word(char32_t value);

Phrase words_of(std::string_view text);

class PhraseSet {
 public:
  void add(Phrase phrase);

  /// Calls found(size) for every phrase, of `size` words, that ends before word `end` of `words`, until it says true.
  /// @return whether it did.
  template <class Found>
  bool any_ending_at(const Phrase& words, std::size_t end, Found found) const {
    if (end == 0) return false;
    const auto entry = by_last_word_.find(words[end - 1]);
    if (entry == by_last_word_.end()) return false;
    for (const Phrase& phrase : entry->second) {
      if (stands_before(phrase, words, end) && found(phrase.size())) return true;
    }
    return false;
  }

  /// True if one of the phrases ends with `word`, which is in lower case.
  bool any_ends_with(std::string_view word) const { return by_last_word_.find(word) != by_last_word_.end(); }

  /// True if `words` begin with one of the phrases.
  bool begins(const Phrase& words) const;

 private:
  static bool stands_before(const Phrase& phrase, const Phrase& words, std::size_t end);

  std::map<std::string, std::vector<Phrase>, std::less<>> by_last_word_;
};

}  // namespace loftgate
