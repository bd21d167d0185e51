// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of one-time codes and recovery codes: which number beside the word "code" is one.
#include <algorithm>
#include <array>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/secret_text.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int fewest_digits = 4, most_digits = 8;

bool is_number_sign(char c) { return c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == '_'; }

char at_or_zero(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// A longer number, a date, a time, an amount or part of a name goes on around the digits.
bool goes_on(std::string_view text, std::size_t begin, std::size_t end) {
  const char before = begin > 0 ? text[begin - 1] : '\0', behind = at_or_zero(text, end);
  if (g_ascii_isalnum(behind) || behind == '_' || behind == '%') return true;
  if (is_number_sign(behind) && g_ascii_isdigit(at_or_zero(text, end + 1))) return true;
  if (g_ascii_isalnum(before) || before == '_' || before == '$' || before == '/' || before == '#' || before == '+') return true;
  if (begin < 2 || !is_number_sign(before)) return false;
  const bool after_name = before == '-' && g_ascii_isalpha(text[begin - 2]) && begin > 3 && g_ascii_isalpha(text[begin - 3]) &&
                          g_ascii_isalpha(text[begin - 4]);
  return g_ascii_isdigit(text[begin - 2]) || after_name;
}

/// Takes a second group over, "482 913" or "4829-1304", if it is as long as the first or one longer.
void take_second_group(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const std::size_t first = candidate.span.size();
  const char gap = at_or_zero(text, candidate.span.end);
  if (first > 4 || (gap != ' ' && gap != '-')) return;
  std::size_t end = candidate.span.end + 1u;
  while (g_ascii_isdigit(at_or_zero(text, end))) ++end;
  const std::size_t second = end - candidate.span.end - 1;
  if (second == first || (second == first + 1 && first == 3)) candidate.span.end = static_cast<std::uint32_t>(end);
}

/// A unit or a thing that is counted follows: 5000 ms, 1000 times.
bool is_counted(std::string_view rest) {
  if (!rest.starts_with(' ')) return false;
  rest.remove_prefix(1);
  for (const std::string_view unit : {"ms", "sec", "min", "hour", "day", "time", "char", "digit", "line", "byte", "user",
                                      "people", "euro", "usd", "dollar", "error", "percent", "zeichen", "stellen",
                                      "minut", "sekund", "mal ", "fois", "veces", "km", "kb", "mb", "gb", "points"}) {
    if (rest.size() >= unit.size() && g_ascii_strncasecmp(rest.data(), unit.data(), unit.size()) == 0) return true;
  }
  return false;
}

/// A word right before the digits says that they are a time, a line or an amount.
bool is_said_of_others(std::string_view before) {
  for (const std::string_view word : {" since ", " in ", " at ", " of ", " from ", " after ", " before ", " than ", " line ",
                                      " lines ", " error ", " port ", " over ", " about ", " least ", " call ", " lost ",
                                      " within ", " rfc ", " page ", " server ", " windows "}) {
    if (before.size() >= word.size() &&
        g_ascii_strncasecmp(before.data() + before.size() - word.size(), word.data(), word.size()) == 0) {
      return true;
    }
  }
  return false;
}

Likelihood judge_digits(Candidate& candidate) {
  const std::string_view text = candidate.text;
  if (is_said_of_others(text.substr(0, candidate.span.begin))) return Likelihood::none;
  take_second_group(candidate);
  const int digits = Kinds(candidate.value()).digit;
  if (digits < fewest_digits || digits > most_digits) return Likelihood::none;
  if (goes_on(text, candidate.span.begin, candidate.span.end) || is_counted(text.substr(candidate.span.end))) {
    return Likelihood::none;
  }
  const std::string_view value = candidate.value();
  const bool year = value.size() == 4 && (value.starts_with("19") || value.starts_with("20"));
  const std::string_view before = text.substr(0, candidate.span.begin);
  const bool said = before.ends_with(": ") || before.ends_with(":") || before.ends_with("is ") || before.ends_with("：");
  return year && !said ? Likelihood::none : Likelihood::fair;
}

/// "G-" or "FB-" right before the digits belongs to the code.
void take_sender(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::size_t begin = candidate.span.begin;
  if (begin < 2 || text[begin - 1] != '-') return;   // at most two capitals: "CVE-2024" is a name
  --begin;
  std::size_t letters = begin;
  while (letters > 0 && begin - letters < 2 && g_ascii_isupper(text[letters - 1])) --letters;
  if (letters == begin || (letters > 0 && g_ascii_isalnum(text[letters - 1]))) return;
  candidate.span.begin = static_cast<std::uint32_t>(letters);
}

bool is_code_group(std::string_view group, bool& has_digit) {
  if (group.size() < 8 || group.size() > 24) return false;
  const Kinds kinds(group);
  has_digit = has_digit || kinds.digit > 0;
  return kinds.sign == std::count(group.begin(), group.end(), '-') && kinds.digit > 0 && kinds.other_script == 0;
}

}  // namespace

Likelihood check_otp(Candidate& candidate) {
  const Likelihood likelihood = judge_digits(candidate);
  if (likelihood != Likelihood::none) take_sender(candidate);
  return likelihood;
}

Likelihood check_otp_six(Candidate& candidate) {
  const Likelihood likelihood = judge_digits(candidate);
  return Kinds(candidate.value()).digit == 6 ? likelihood : Likelihood::none;
}

Likelihood check_otp_before(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::size_t end = candidate.span.begin;
  for (int i = 0; i < 6 && end > 0; ++i) {   // "482913 - your code", "[482913] 인증번호"
    const CodePoint point = code_point_before(text, end);
    if (is_letter_or_digit(point.value) || point.value == '\n') break;
    end -= point.size;
  }
  std::size_t begin = end;
  while (begin > 0 && end - begin < 12 && g_ascii_isdigit(text[begin - 1])) --begin;
  if (begin == end) return Likelihood::none;
  std::size_t first = begin;
  if (begin > 1 && (text[begin - 1] == ' ' || text[begin - 1] == '-') && end - begin <= 4) {
    --first;
    while (first > 0 && begin - first <= 5 && g_ascii_isdigit(text[first - 1])) --first;
    const std::size_t size = begin - 1 - first;
    if (size != end - begin && size + 1 != end - begin) first = begin;
  }
  candidate.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)};
  take_sender(candidate);
  const int digits = Kinds(candidate.value()).digit;
  if (digits < fewest_digits || digits > most_digits) return Likelihood::none;
  const char before = candidate.span.begin > 0 ? text[candidate.span.begin - 1] : '\0';
  if (g_ascii_isalnum(before) || is_number_sign(before) || before == '$' || before == '+') {
    if (before != ':') return Likelihood::none;
  }
  // "line 4829 is the code": a short number behind a word is that word's.
  const bool after_word = before == ' ' && candidate.span.begin > 1 && g_ascii_isalpha(text[candidate.span.begin - 2]);
  const bool round = digits == 4 && candidate.value().ends_with("00");
  return round || (after_word && digits < 5) ? Likelihood::none : Likelihood::fair;
}

Likelihood check_recovery_codes(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::size_t at = candidate.span.begin, end = 0;
  if (at > 0 && (g_ascii_isalnum(text[at - 1]) || text[at - 1] == '-')) return Likelihood::none;
  bool has_digit = false;
  constexpr int most_groups = 20;
  for (int groups = 0; groups < most_groups; ++groups) {
    std::size_t stop = at;
    while (g_ascii_isalnum(at_or_zero(text, stop)) || at_or_zero(text, stop) == '-') ++stop;
    // "1a2b3 c4d5e": a code of two halves.
    if (stop - at >= 4 && stop - at <= 5 && at_or_zero(text, stop) == ' ') {
      std::size_t half = stop + 1;
      while (g_ascii_isalnum(at_or_zero(text, half))) ++half;
      if (half - stop - 1 == stop - at && Kinds(text.substr(at, half - at)).digit > 1) stop = half;
      std::string_view both = text.substr(at, stop - at);
      if (both.find(' ') == std::string_view::npos) break;
      has_digit = true;
    } else if (!is_code_group(text.substr(at, stop - at), has_digit)) {
      break;
    }
    end = stop;
    while (at_or_zero(text, stop) != '\0' && std::string_view(" ,;\n\r\t*•").find(text[stop]) != std::string_view::npos) ++stop;
    if (stop == end) break;
    at = stop;
  }
  if (end == 0 || !has_digit) return Likelihood::none;
  candidate.span.end = static_cast<std::uint32_t>(end);
  return Likelihood::fair;
}

}  // namespace loftgate
