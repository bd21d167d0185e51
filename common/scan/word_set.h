// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether one of many words stands in a short stretch of text, in any case and script.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/image.h"

namespace loftgate {

/// A set of words in an image, in lower case. Each list is sorted; none of `beginnings` begins with another.
struct WordSetRow {
  std::array<std::uint32_t, 8> firsts{};   // a bit for each hash of the first two bytes of words and beginnings
  Run<TextRun> whole;        // "tel"
  Run<TextRun> beginnings;   // "tel*"
  Run<TextRun> anywhere;     // "*tel*", for scripts without spaces

  bool empty() const { return whole.empty() && beginnings.empty() && anywhere.empty(); }
};

/// `tel` is a whole word, `tel*` the beginning of one, `*tel*` stands anywhere.
WordSetRow write_word_set(ImageBuilder& builder, const std::vector<std::string>& words);

/// Texts of an image that are sorted by bytes.
Run<TextRun> write_sorted(ImageBuilder& builder, std::vector<std::string> texts);

/// True if `text` is one of the sorted texts.
bool has_text(const Image& image, Run<TextRun> sorted, std::string_view text);

/// A set of words of an image.
class WordSet {
 public:
  WordSet(const Image& image, const WordSetRow& row) : image_(image), row_(row) {}

  bool empty() const { return row_.empty(); }

  /// True if one of the words stands in `text`, which is in lower case.
  bool in(std::string_view text) const;

  /// True if `word`, in lower case, is one of the words.
  bool has(std::string_view word) const;

  /// True if some of the words may stand inside others: `*tel*`.
  bool has_anywhere() const { return !row_.anywhere.empty(); }
  /// True if one of those stands in `text`, which is in lower case.
  bool anywhere_in(std::string_view text) const;

 private:
  Image image_;
  WordSetRow row_;
};

/// A set of words that stands in the code.
class OwnWordSet {
 public:
  explicit OwnWordSet(const std::vector<std::string>& words) : row_(write_word_set(builder_, words)) {}

  bool in(std::string_view text) const { return set().in(text); }
  bool has(std::string_view word) const { return set().has(word); }

 private:
  WordSet set() const { return {Image(builder_.bytes().data()), row_}; }

  ImageBuilder builder_;
  WordSetRow row_;
};

}  // namespace loftgate
