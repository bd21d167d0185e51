// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of coordinates: ranges, exactness, and what else is a pair of numbers.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// One number of a pair: its whole part, how many digits stand behind the point, and what says that it is an angle.
struct Angle {
  int whole = 0;
  int decimals = 0;
  bool rounded = false;        ///< four decimals, the last two of them zeros
  bool any_decimal = false;    ///< one of them is not 0
  bool marked = false;         ///< with a degree sign or a letter of the compass
  bool is_signed = false;
  std::size_t end = 0;         ///< bytes of the text read; 0: there is no number

  bool within(int limit) const { return whole < limit || (whole == limit && !any_decimal); }
};

bool is_sign(char32_t c) { return c == '-' || c == '+' || c == U'\u2212'; }
bool is_compass(char c) { return std::string_view("NSEWOnsewo").find(c) != npos; }

/// The first number of a text.
Angle angle_in(std::string_view text) {
  Angle angle;
  std::size_t at = text.find_first_of("0123456789");
  if (at == npos) return angle;
  angle.is_signed = is_sign(code_point_before(text, at).value);
  for (std::size_t i = 0; i < at; ++i) angle.marked = angle.marked || is_compass(text[i]);
  for (; at < text.size() && is_ascii_digit(text[at]); ++at) angle.whole = std::min(angle.whole * 10 + (text[at] - '0'), 1000);
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_ascii_digit(text[at + 1])) {
    for (++at; at < text.size() && is_ascii_digit(text[at]); ++at) {
      ++angle.decimals;
      angle.any_decimal = angle.any_decimal || text[at] != '0';
    }
    angle.rounded = angle.decimals == 4 && text.substr(0, at).ends_with("00");
  }
  while (at < text.size() && text[at] == ' ') ++at;
  const CodePoint mark = code_point_at(text, at);
  const bool degree = mark.value == U'°' || mark.value == U'º';
  if (degree) at += mark.size;
  while (at < text.size() && text[at] == ' ') ++at;
  const bool compass = at < text.size() && is_compass(text[at]) && !is_letter_or_digit(code_point_at(text, at + 1).value);
  angle.marked = angle.marked || degree || compass;
  angle.end = at + compass;
  return angle;
}

/// True if another decimal number stands right before or behind: a list, a vector, a row of a table.
bool is_part_of_list(const Candidate& candidate) {
  constexpr std::string_view parts = " ,;\t";
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  std::size_t blanks = 0;
  while (!before.empty() && blanks < 3 && parts.find(before.back()) != npos) {
    before.remove_suffix(1);
    ++blanks;
  }
  if (blanks > 0 && !before.empty() && is_ascii_digit(before.back())) {
    std::size_t digits = 0;
    while (digits < before.size() && digits < 20 && is_ascii_digit(before[before.size() - 1 - digits])) ++digits;
    if (digits < before.size() && before[before.size() - 1 - digits] == '.') return true;
  }
  std::string_view behind = candidate.text.substr(candidate.span.end);
  const std::size_t next = behind.find_first_not_of(" ,;\t+-");
  if (next == npos || next == 0 || next > 3 || !is_ascii_digit(behind[next])) return false;
  behind.remove_prefix(next);
  const std::size_t point = behind.find_first_not_of("0123456789");
  return point != npos && point < 8 && behind[point] == '.' && point + 1 < behind.size() && is_ascii_digit(behind[point + 1]);
}

/// Takes the sign or the letter of the compass in front into the candidate.
void take_in_front(Candidate& candidate) {
  CodePoint before = code_point_before(candidate.text, candidate.span.begin);
  std::size_t size = before.size;
  if (before.value == ' ') {
    before = code_point_before(candidate.text, candidate.span.begin - size);
    size += before.size;
    if (!(before.value == 'N' || before.value == 'S')) return;
  }
  const bool letter = before.value == 'N' || before.value == 'S';
  if (!is_sign(before.value) && !letter) return;
  if (letter && is_letter_or_digit(code_point_before(candidate.text, candidate.span.begin - size).value)) return;
  candidate.span.begin -= static_cast<std::uint32_t>(size);
}

bool in_brackets(const Candidate& candidate) {
  if (candidate.span.begin == 0 || candidate.span.end >= candidate.text.size()) return false;
  const char before = candidate.text[candidate.span.begin - 1], behind = candidate.text[candidate.span.end];
  return (before == '(' && behind == ')') || (before == '[' && behind == ']');
}

}  // namespace

Likelihood check_coordinates(Candidate& candidate) {
  take_in_front(candidate);
  const std::string_view text = candidate.value();
  const Angle latitude = angle_in(text), longitude = angle_in(text.substr(latitude.end));
  if (longitude.end == 0 || !latitude.within(90) || !longitude.within(180)) return Likelihood::none;
  const bool marked = latitude.marked && longitude.marked;
  if (marked) return Likelihood::fair;
  const bool rates = latitude.rounded && longitude.rounded;   // "12.5000, 13.4000"
  if (rates || is_part_of_list(candidate)) return Likelihood::weak;
  const int decimals = std::min(latitude.decimals, longitude.decimals);
  const bool is_signed = latitude.is_signed || longitude.is_signed;
  if (decimals < 3 && !is_signed) return Likelihood::none;
  if (latitude.whole == 0 && longitude.whole == 0) return Likelihood::weak;   // probabilities
  // A ten-thousandth of a degree is some ten metres: nothing else people write is a pair of such numbers.
  const bool parted = text.find_first_of(",;/|") != npos;
  return decimals >= 5 || (decimals >= 4 && (parted || is_signed)) || (decimals >= 3 && in_brackets(candidate) && parted)
             ? Likelihood::fair
             : Likelihood::weak;
}

Likelihood check_degrees(Candidate& candidate) {
  take_in_front(candidate);
  const std::string_view text = candidate.value();
  const std::size_t second = text.find("°", text.find("°") + 2);
  if (second == npos) return Likelihood::none;
  std::size_t begin = second;
  while (begin > 0 && (is_ascii_digit(text[begin - 1]) || text[begin - 1] == ' ')) --begin;
  if (!angle_in(text).within(90) || !angle_in(text.substr(begin)).within(180)) return Likelihood::none;
  const bool named = text.find_first_of("NSns") != npos && text.find_first_of("EWOewo") != npos;
  return named ? Likelihood::fair : Likelihood::weak;
}

}  // namespace loftgate
