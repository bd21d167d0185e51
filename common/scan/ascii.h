// SPDX-License-Identifier: GPL-2.0-or-later
// Letters, digits and comparison of ASCII text in any case, without a locale or a copy.
#pragma once

#include <algorithm>
#include <string_view>

namespace loftgate {

inline bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

/// True if `text` is `lower` in any case.
inline bool same_text(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char c, char wanted) {
           return (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) == wanted;
         });
}

inline bool ends_in(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && same_text(text.substr(text.size() - lower.size()), lower);
}

/// True if `text` is one of the words of a list that single blanks part, in any case.
inline bool is_word_of(std::string_view text, std::string_view words) {
  if (text.empty()) return false;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (same_text(text, word)) return true;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return false;
}

}  // namespace loftgate
