// SPDX-License-Identifier: GPL-2.0-or-later
// Reads single code points out of bytes that may or may not be UTF-8, forwards and backwards.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace loftgate {

/// One code point and how many bytes it takes. A byte that is not part of valid UTF-8 stands for itself, plus
/// `broken_byte`, so that it equals no character.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;   ///< 0 at the end of the text
};
inline constexpr char32_t broken_byte = 0x110000;

/// The code point that begins at `at`.
CodePoint wide_code_point_at(std::string_view text, std::size_t at);
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) return {static_cast<unsigned char>(text[at]), 1};
  return wide_code_point_at(text, at);
}

/// The code point that ends at `at`.
CodePoint wide_code_point_before(std::string_view text, std::size_t at);
inline CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at > 0 && at <= text.size() && static_cast<unsigned char>(text[at - 1]) < 0x80) {
    return {static_cast<unsigned char>(text[at - 1]), 1};
  }
  return wide_code_point_before(text, at);
}

/// Appends a code point as UTF-8.
void append_utf8(std::string& text, char32_t value);

/// The value of a decimal digit of the scripts that the scanner reads as digits (ASCII, Arabic-Indic, Persian,
/// full-width), or -1.
int digit_value(char32_t value);

/// A letter or digit of any script; broken bytes are neither.
bool is_letter_or_digit(char32_t value);

/// The text in lower case, code point by code point; broken bytes stay.
std::string lower_case(std::string_view text);

/// Only the letters and digits of a text, in lower case: how values are compared that people group with spaces and
/// dashes.
std::string bare(std::string_view text);

/// A text in lower case. Up to a few hundred bytes it needs no memory but its own.
class LowerText {
 public:
  explicit LowerText(std::string_view text);
  LowerText(const LowerText&) = delete;
  LowerText& operator=(const LowerText&) = delete;

  operator std::string_view() const { return view_; }

 private:
  std::array<char, 512> near_;   // left as it is: a scan makes many of these
  std::string far_;
  std::string_view view_;
};

}  // namespace loftgate
