// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases of a topic, found in the words of a sentence.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/image.h"

namespace loftgate {

/// Chinese, Japanese and Korean characters are words of their own: no spaces tell where a word ends.
bool is_whole_word(char32_t value);

/// A letter, digit or mark: in Hindi vowels are marks.
bool is_part_of_word(char32_t value);

/// The words of a stretch of text in lower case; apostrophes part words: "she's" is "she s". Only the last words are
/// kept where there are more than fit.
class Words {
 public:
  static constexpr std::size_t longest = 320;   ///< bytes that are read; of more, the last ones

  explicit Words(std::string_view text);

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t word) const { return first(word + 1).substr(begins_[word]); }
  /// The first `count` words with single spaces between them.
  std::string_view first(std::size_t count) const { return {text_.data(), count == 0 ? 0u : ends_[count - 1]}; }

 private:
  std::array<char, 512> text_;
  std::array<std::uint16_t, longest / 2 + 1> begins_;
  std::array<std::uint16_t, longest / 2 + 1> ends_;
  std::size_t count_ = 0;
};

/// A phrase: its words with single spaces between them.
struct PhraseRow {
  TextRun last_word;
  TextRun text;
  std::uint32_t words = 0;
};

/// Phrases in an image, sorted by their last words.
struct PhraseSetRow {
  Run<PhraseRow> phrases;
};

/// The words of each text, sorted by the last one; texts without words are left out.
PhraseSetRow write_phrases(ImageBuilder& builder, const std::vector<std::string>& phrases);

class PhraseSet {
 public:
  PhraseSet(const Image& image, const PhraseSetRow& row) : image_(image), phrases_(image.at(row.phrases)) {}

  /// Calls found(size) for every phrase, of `size` words, that ends before word `end` of `words`, until it says true.
  /// @return whether it did.
  template <class Found>
  bool any_ending_at(const Words& words, std::size_t end, Found found) const {
    if (end == 0) return false;
    const std::string_view before = words.first(end);
    const std::span<const PhraseRow> rows = ending_with(words[end - 1]);
    return std::any_of(rows.begin(), rows.end(), [&](const PhraseRow& row) {
      return ends_as_words(before, image_.text(row.text)) && found(std::size_t{row.words});
    });
  }

  /// True if one of the phrases ends with `word`, which is in lower case.
  bool any_ends_with(std::string_view word) const { return !ending_with(word).empty(); }

  /// True if `words` begin with one of the phrases.
  bool begins(const Words& words) const;

 private:
  std::span<const PhraseRow> ending_with(std::string_view word) const;
  static bool ends_as_words(std::string_view text, std::string_view phrase);

  Image image_;
  std::span<const PhraseRow> phrases_;
};

}  // namespace loftgate
