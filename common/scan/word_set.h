// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether one of many words stands in a short stretch of text, in any case and script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

/// `tel` is a whole word, `tel*` the beginning of one, `*tel*` stands anywhere (for scripts without spaces).
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(const std::vector<std::string>& words);

  bool empty() const { return whole_.empty() && beginnings_.empty() && anywhere_.empty(); }

  /// True if one of the words stands in `text`, which is in lower case (lower_case()).
  bool in(std::string_view text) const;

  /// True if `word`, in lower case, is one of the words.
  bool has(std::string_view word) const;

 private:
  std::vector<std::string> whole_;        // sorted
  std::vector<std::string> beginnings_;   // sorted
  std::vector<std::string> anywhere_;
};

}  // namespace loftgate
