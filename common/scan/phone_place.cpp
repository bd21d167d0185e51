// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phone_place.h"

#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

bool is_digit(char32_t c) { return digit_value(c) >= 0; }

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

}  // namespace

bool goes_on_before(const Candidate& candidate) {
  const CodePoint before = code_point_before(candidate.text, candidate.span.begin);
  const CodePoint earlier = code_point_before(candidate.text, candidate.span.begin - before.size);
  if (before.size == 0 || before.value >= 0x80) return false;
  const bool joins = std::string_view("-./,:_").find(static_cast<char>(before.value)) != std::string_view::npos;
  return (joins && is_digit(earlier.value)) || (before.value == '-' && is_letter_or_digit(earlier.value));
}

bool goes_on_behind(const Candidate& candidate) {
  const CodePoint next = code_point_at(candidate.text, candidate.span.end);
  const CodePoint later = code_point_at(candidate.text, candidate.span.end + next.size);
  return (next.value == ':' || next.value == '/' || next.value == '.') && is_digit(later.value);
}

bool goes_on_a_list(const Candidate& candidate, std::size_t first_size) {
  std::size_t at = candidate.span.begin, sizes[2] = {0, 0};
  std::size_t columns = at;
  while (columns > 0 && at - columns < 8 && candidate.text[columns - 1] == ' ') --columns;
  if (at - columns > 1 && columns > 0 && is_ascii_digit(candidate.text[columns - 1])) return true;
  for (std::size_t& size : sizes) {
    if (at < 2 || candidate.text[at - 1] != ' ') break;
    const std::size_t end = --at;
    while (at > 0 && end - at < 8 && is_ascii_digit(candidate.text[at - 1])) --at;
    size = end - at;
    if (at > 0 && candidate.text[at - 1] != ' ') break;
  }
  return sizes[0] > 0 && (sizes[0] == first_size || sizes[1] > 0);
}

bool follows_a_dump(const Candidate& candidate) {
  constexpr std::size_t two_bytes = 6;   // "30 da "
  if (candidate.span.begin < two_bytes) return false;
  const std::string_view before = candidate.text.substr(candidate.span.begin - two_bytes, two_bytes);
  return before[2] == ' ' && before[5] == ' ' && is_hexadecimal(before[0]) && is_hexadecimal(before[1]) &&
         is_hexadecimal(before[3]) && is_hexadecimal(before[4]);
}

bool is_whole_text(const Candidate& candidate) {
  constexpr std::string_view blank = " \t\r\n";
  constexpr std::size_t most_blanks = 256;   // before it; a text of nothing but blanks and numbers is read in linear time
  if (candidate.span.begin > most_blanks) return false;
  const std::string_view text = candidate.text;
  return text.substr(0, candidate.span.begin).find_first_not_of(blank) == std::string_view::npos &&
         text.substr(candidate.span.end).find_first_not_of(blank) == std::string_view::npos;
}

}  // namespace loftgate
