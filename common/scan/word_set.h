// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether one of many words stands in a short stretch of text, in any case and script.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

/// `tel` is a whole word, `tel*` the beginning of one, `*tel*` stands anywhere (for scripts without spaces).
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(const std::vector<std::string>& words);

  bool empty() const { return words_.empty(); }

  /// True if one of the words stands in `text`, which is in lower case (lower_case()).
  bool in(std::string_view text) const;

  /// True if `word`, in lower case, is one of the words.
  bool has(std::string_view word) const;

 private:
  enum class Kind : std::uint8_t { whole, beginning, anywhere };
  struct Word {
    std::string text;
    Kind kind;
  };

  /// The words whose first byte is that of `text`.
  template <class Holds>
  bool any_like(std::string_view text, Holds holds) const {
    const auto first = static_cast<unsigned char>(text.front());
    for (std::size_t i = begin_[first]; i < begin_[first + 1u]; ++i) {
      if (holds(words_[i])) return true;
    }
    return false;
  }

  std::vector<Word> words_;                  // sorted by first byte
  std::array<std::uint16_t, 257> begin_{};   // by first byte: where its words begin
  bool has_anywhere_ = false;
};

}  // namespace loftgate
