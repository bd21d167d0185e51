// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of national numbers whose rules are more than weights and a remainder.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/bare_number.h"
#include "common/scan/checks.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

int number_of(char c) { return c <= '9' ? c - '0' : c - 'A' + 10; }

/// What the digits from `first` on and their weights add up to.
template <std::size_t size>
int weighted_sum(const BareNumber& number, std::size_t first, const std::array<int, size>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += weights[i] * number_of(number[first + i]);
  return sum;
}

bool luhn_holds_from(const BareNumber& number, std::size_t first) {
  int sum = 0;
  for (std::size_t i = first; i < number.size(); ++i) {
    const bool twice = (number.size() - i) % 2 == 0;
    const int value = number_of(number[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

/// True if a sign and another digit follow: the candidate is part of a longer number.
bool goes_on(const Candidate& candidate) {
  const std::string_view behind = candidate.text.substr(candidate.span.end);
  const CodePoint sign = code_point_at(behind, 0);
  return std::u32string_view(U"-./,").find(sign.value) != std::u32string_view::npos &&
         digit_value(code_point_at(behind, sign.size).value) >= 0;
}

Likelihood fair_if(bool good) { return good ? Likelihood::fair : Likelihood::none; }

}  // namespace

/// A number that is grouped as its country groups it is hardly anything else; one that is not needs a word beside it.
Likelihood check_grouped(Candidate& candidate) {
  const std::string_view value = candidate.value();
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = code_point_at(value, at);
    if (!is_letter_or_digit(point.value)) return Likelihood::fair;
    at += point.size;
  }
  return Likelihood::weak;
}

/// The same for numbers that are found alone: spaces stand between other numbers, too, and more groups may follow.
Likelihood check_dashed(Candidate& candidate) {
  if (goes_on(candidate)) return Likelihood::none;
  const std::string_view value = candidate.value();
  return value.find_first_of("-./") != std::string_view::npos ? Likelihood::fair : Likelihood::weak;
}

/// Decree of the Italian Ministry of Finance, 23 December 1976 (Gazzetta Ufficiale 345/1976). Digits may be replaced by
/// letters, from the end on, where two people would have the same code.
Likelihood check_codice_fiscale(Candidate& candidate) {
  constexpr std::array<int, 26> odd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25,
                                    24, 23};
  constexpr std::string_view replaced = "LMNPQRSTUV";
  constexpr std::string_view months = "ABCDEHLMPRST";
  const BareNumber code(candidate.value());
  if (!code.good() || code.size() != 16) return Likelihood::none;
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) {
    const auto value = static_cast<std::size_t>(is_ascii_upper(code[i]) ? code[i] - 'A' : code[i] - '0');
    sum += i % 2 == 0 ? odd[value] : static_cast<int>(value);
  }
  const auto digit = [&](std::size_t at) {
    return is_ascii_upper(code[at]) ? static_cast<int>(replaced.find(code[at])) : code[at] - '0';
  };
  const std::size_t month = months.find(code[8]);
  const int day = (digit(9) * 10 + digit(10)) % 40;   // 40 more for women
  if (month == std::string_view::npos || !is_day(digit(6) * 10 + digit(7), static_cast<int>(month) + 1, day)) {
    return Likelihood::none;
  }
  return fair_if(code[15] == 'A' + sum % 26);
}

/// Finnish decree 128/2010, with the signs between date and number that came in 2023 (dvv.fi/en/reform-of-personal-identity-code).
Likelihood check_hetu(Candidate& candidate) {
  constexpr std::string_view characters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  const std::string_view value = candidate.value();
  if (value.size() != 11) return Likelihood::none;
  const BareNumber date(value.substr(0, 6)), rest(value.substr(7));
  const int born = date.value(0, 6), individual = rest.value(0, 3);
  if (born < 0 || individual < 2) return Likelihood::none;
  if (!is_day(date.value(4, 2), date.value(2, 2), date.value(0, 2))) return Likelihood::none;
  const auto remainder = static_cast<std::size_t>((born * 1000LL + individual) % 31);
  return fair_if(rest[3] == characters[remainder]);
}

/// Hong Kong identity card: one or two letters, six digits, a check digit, mostly in brackets; a missing letter counts 36.
Likelihood check_hkid(Candidate& candidate) {
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() < 8 || number.size() > 9) return Likelihood::none;
  int sum = number.size() == 8 ? 9 * 36 : 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    sum += static_cast<int>(number.size() - i) * number_of(number[i]);
  }
  if (sum % 11 != 0) return Likelihood::none;
  return candidate.value().find_first_of("([") != std::string_view::npos ? Likelihood::fair : Likelihood::weak;
}

/// Cypriot tax code: the digits at odd places count by a table, the sum is a letter.
Likelihood check_cyprus_tax_code(Candidate& candidate) {
  constexpr std::array<int, 10> odd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  const BareNumber code(candidate.value());
  if (!code.good() || code.size() != 9 || code.value(0, 8) < 0) return Likelihood::none;
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const int digit = number_of(code[i]);
    sum += i % 2 == 0 ? odd[static_cast<std::size_t>(digit)] : digit;
  }
  return fair_if(code[8] == 'A' + sum % 26);
}

/// Singapore: S and T are citizens, F, G and M foreigners, by the century they were registered in.
Likelihood check_singapore_id(Candidate& candidate) {
  constexpr std::array<int, 7> weights{2, 7, 6, 5, 4, 3, 2};
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() != 9) return Likelihood::none;
  const char series = number[0];
  const int sum = weighted_sum(number, 1, weights) + (series == 'T' || series == 'G' ? 4 : series == 'M' ? 3 : 0);
  const auto remainder = static_cast<std::size_t>(sum % 11);
  const bool citizen = series == 'S' || series == 'T';
  if (series == 'M') return fair_if(number[8] == std::string_view("KLJNPQRTUWX")[10 - remainder]);
  return fair_if(number[8] == (citizen ? std::string_view("JZIHGFEDCBA") : std::string_view("XWUTRQPNMLK"))[remainder]);
}

/// Irish Personal Public Service number; since 2013 a second letter counts, W in older ones does not.
Likelihood check_pps(Candidate& candidate) {
  constexpr std::array<int, 7> weights{8, 7, 6, 5, 4, 3, 2};
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() < 8) return Likelihood::none;
  int sum = weighted_sum(number, 0, weights);
  if (number.size() == 9 && (number[8] == 'A' || number[8] == 'H')) sum += 9 * (number[8] - 'A' + 1);
  return fair_if(number[7] == std::string_view("WABCDEFGHIJKLMNOPQRSTUV")[static_cast<std::size_t>(sum % 23)]);
}

/// National Insurance number: the pattern has its digits and suffix, the two letters stand before them. Prefixes that
/// are never given out: HMRC's manual NIM39110.
Likelihood check_nino(Candidate& candidate) {
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  const std::size_t gap = before.ends_with(' ') || before.ends_with('-') ? 1 : 0;
  if (before.size() < gap + 2) return Likelihood::none;
  const std::size_t at = before.size() - gap - 2;
  const BareNumber prefix(before.substr(at, 2));
  if (prefix.size() != 2 || !is_ascii_upper(prefix[0]) || !is_ascii_upper(prefix[1])) return Likelihood::none;
  if (at > 0 && is_letter_or_digit(code_point_before(before, at).value)) return Likelihood::none;
  constexpr std::string_view never_first = "DFIQUV", never_second = "DFIQUVO";
  constexpr std::array<std::string_view, 7> never = {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"};
  if (never_first.find(prefix[0]) != std::string_view::npos || never_second.find(prefix[1]) != std::string_view::npos ||
      std::find(never.begin(), never.end(), prefix.text()) != never.end()) {
    return Likelihood::none;
  }
  candidate.span.begin = static_cast<std::uint32_t>(at);
  if ((before[at] < 'a') != (before[at + 1] < 'a')) return Likelihood::none;
  // Parts and devices have numbers of this form, too, but not in pairs.
  const bool in_pairs = gap > 0 || candidate.value().find(' ') != std::string_view::npos;
  return in_pairs || candidate.region.ends_with("GB") || candidate.region == "UK" ? Likelihood::fair : Likelihood::weak;
}

/// Mexican RFC of a person: the pattern has date and key, the four letters of the name stand before them.
Likelihood check_rfc(Candidate& candidate) {
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  std::size_t at = before.size() - (before.ends_with(' ') || before.ends_with('-') ? 1 : 0);
  for (int letters = 0; letters < 4; ++letters) {
    const CodePoint point = code_point_before(before, at);
    if (at == 0 || digit_value(point.value) >= 0) return Likelihood::none;
    if (point.value != '&' && !is_letter_or_digit(point.value)) return Likelihood::none;
    at -= point.size;
  }
  if (at > 0 && is_letter_or_digit(code_point_before(before, at).value)) return Likelihood::none;
  candidate.span.begin = static_cast<std::uint32_t>(at);
  return Likelihood::fair;
}

/// Czech and Slovak birth numbers (law 133/2000): women have 50 added to the month, crowded days 20; nine digits, without
/// a check digit, until 1953.
Likelihood check_birth_number(Candidate& candidate) {
  const BareNumber number(candidate.value());
  const int year = number.value(0, 2), day = number.value(4, 2);
  int month = number.value(2, 2) % 50;
  if (month > 20) month -= 20;
  if (number.monotonous() || !is_day(year, month, day)) return Likelihood::none;
  if (number.size() == 9) return year < 54 ? Likelihood::weak : Likelihood::none;
  const int front = number.value(0, 9), check = number.value(9, 1);
  if (number.size() != 10 || front < 0 || front % 11 % 10 != check) return Likelihood::none;
  return candidate.value().find('/') != std::string_view::npos && !goes_on(candidate) ? Likelihood::fair : Likelihood::weak;
}

/// Swedish personal and coordination numbers (SKV 704, SKV 707): ten digits with a Luhn sum, perhaps the century before
/// them; coordination numbers have 60 added to the day.
Likelihood check_personnummer(Candidate& candidate) {
  const BareNumber number(candidate.value());
  if (number.size() != 10 && number.size() != 12) return Likelihood::none;
  const std::size_t first = number.size() - 10;
  const int day = number.value(first + 4, 2);
  const int year = first > 0 ? number.value(0, 4) : number.value(0, 2);
  if (number.monotonous() || !is_day(year, number.value(first + 2, 2), day > 60 ? day - 60 : day)) {
    return Likelihood::none;
  }
  if (!luhn_holds_from(number, first)) return Likelihood::none;
  return first > 0 ? Likelihood::fair : check_grouped(candidate);
}

/// German tax identification number (§ 139b AO): of its first ten digits none stands there more than three times.
Likelihood check_german_tax_id(Candidate& candidate) {
  const BareNumber number(candidate.value(), BareNumber::Keep::digits);
  std::array<int, 10> seen{};
  for (std::size_t i = 0; i < 10 && i < number.size(); ++i) ++seen[static_cast<std::size_t>(number_of(number[i]))];
  if (*std::max_element(seen.begin(), seen.end()) > 3) return Likelihood::none;
  return Likelihood::fair;
}

/// US social security numbers: no area 000, 666 or from 900 on, no group 00, no serial 0000
/// (ssa.gov/employer/randomization.html); the same sign in both gaps. Other signs stand between other numbers, too.
Likelihood check_us_ssn(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const BareNumber number(value);
  const int area = number.value(0, 3);
  if (number.size() != 9 || area <= 0 || area == 666 || area >= 900) return Likelihood::none;
  if (number.value(3, 2) <= 0 || number.value(5, 4) <= 0 || goes_on(candidate)) return Likelihood::none;
  if (value.size() == 9) return Likelihood::weak;
  if (value.size() != 11 || value[3] != value[6]) return Likelihood::none;
  return value[3] == '-' || candidate.region.ends_with("US") ? Likelihood::fair : Likelihood::weak;
}

}  // namespace loftgate
