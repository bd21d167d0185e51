// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of passports, identity cards and driving licences: numbers behind a word that names them, and the
// machine-readable lines.
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/bare_number.h"
#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/paper_number.h"

namespace loftgate {
namespace {

/// Value of a sign in documents of ICAO 9303 (part 3, 4.9): 0-9, A is 10, '<' is 0.
int icao_value(char c) { return is_ascii_digit(c) ? c - '0' : is_ascii_upper(c) ? c - 'A' + 10 : 0; }

/// ICAO 9303: weights 7, 3, 1 again and again, modulo 10.
int icao_sum(std::string_view text) {
  constexpr int weights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) sum += icao_value(text[i]) * weights[i % 3];
  return sum % 10;
}

bool icao_holds(std::string_view text, char check) { return is_ascii_digit(check) && icao_sum(text) == check - '0'; }

/// German passports and identity cards: nine digits and letters without vowels.
bool is_german_serial(std::string_view value) {
  return value.size() == 9 && is_ascii_upper(value[0]) && value.find_first_of("AEIOUBDQS") == std::string_view::npos &&
         value.find_first_of("0123456789") != std::string_view::npos;
}

/// Passports and identity cards have 6 to 12 signs. Where letters stand among the digits they are capitals.
bool is_document(const PaperNumber& number) {
  const std::size_t digits = number.digits();
  if (is_german_serial(number.value())) return true;
  if (number.size() < 6 || number.size() > 12) return false;
  if (number.letters() == 0) return number.size() >= 7;
  if (number.runs() <= 2) return number.letters() <= 4 && (digits >= 5 || (digits >= 4 && !number.has_lower()));
  // French and Dutch cards have nine signs in any order.
  if (number.size() == 9 && !number.has_lower()) return digits >= 2;
  return number.letters() <= 6 && digits >= 3 && (digits >= 5 || !number.has_lower());
}

/// A German identity card has nine signs without vowels and the check digit of ICAO 9303 behind them.
bool is_broken_german_card(std::string_view value) {
  if (value.size() != 10 || !is_ascii_digit(value.back())) return false;
  std::size_t letters = 0;
  for (const char c : value.substr(0, 9)) {
    if (std::string_view("AEIOUBDQS").find(c) != std::string_view::npos) return false;
    if (is_ascii_upper(c)) ++letters;
  }
  return letters >= 2 && is_ascii_upper(value.front()) && !icao_holds(value.substr(0, 9), value.back());
}

bool is_line_sign(char c) { return is_ascii_upper(c) || is_ascii_digit(c) || c == '<'; }

/// The line of a machine-readable zone that ends before `end`, or nothing.
std::string_view line_before(std::string_view text, std::size_t end) {
  std::size_t last = end;
  while (last > 0 && (text[last - 1] == '\n' || text[last - 1] == '\r' || text[last - 1] == ' ')) --last;
  std::size_t first = last;
  while (first > 0 && last - first < 44 && is_line_sign(text[first - 1])) --first;
  return text.substr(first, last - first);
}

void begin_at(Candidate& candidate, std::string_view line) {
  candidate.span.begin = static_cast<std::uint32_t>(line.data() - candidate.text.data());
}

/// Birth, sex and expiry as all three sizes of ICAO 9303 write them: YYMMDDCsYYMMDDC.
bool has_dates(std::string_view line, std::size_t birth, std::size_t sex, std::size_t expiry) {
  const auto digits = [&](std::size_t at) {
    return line.substr(at, 6).find_first_not_of("0123456789<") == std::string_view::npos;
  };
  return digits(birth) && digits(expiry) && icao_holds(line.substr(birth, 6), line[birth + 6]) &&
         std::string_view("MFX<").find(line[sex]) != std::string_view::npos &&
         icao_holds(line.substr(expiry, 6), line[expiry + 6]);
}

}  // namespace

Likelihood check_document_form(Candidate& candidate) {
  const PaperNumber number(candidate.text, candidate.span.begin, {.most = 12, .whole = 6});
  if (!is_document(number) || number.looks_like_nothing(candidate.text)) return Likelihood::none;
  if (is_broken_german_card(number.value())) return Likelihood::none;
  Candidate grouped{candidate.text, number.span(), candidate.region};
  const bool like_belgian =
      number.size() == 12 && number.letters() == 0 && number.groups() == 3 && grouped.span.size() == 14;
  if (like_belgian && check_belgian_card(grouped) == Likelihood::none) return Likelihood::none;
  candidate.span = number.span();
  return Likelihood::fair;
}

Likelihood check_document_number(Candidate& candidate) {
  return check_document_form(candidate) == Likelihood::none ? Likelihood::none : behind_its_word(candidate);
}

Likelihood check_licence_number(Candidate& candidate) {
  const PaperNumber number(candidate.text, candidate.span.begin, {.most = 18, .whole = 8});
  if (number.size() < 6 || number.letters() > 9 || number.looks_like_nothing(candidate.text)) return Likelihood::none;
  const bool mixed = number.letters() > 0 && number.digits() >= 3 && number.size() >= 8 && !number.has_lower();
  if (number.digits() < 5 && !mixed) return Likelihood::none;
  candidate.span = number.span();
  return behind_its_word(candidate);
}

Likelihood check_mrz(Candidate& candidate) {
  const std::string_view line = candidate.value(), before = line_before(candidate.text, candidate.span.begin);
  const bool passport = line.size() == 44 || line.size() == 36;
  if (passport && icao_holds(line.substr(0, 9), line[9]) && has_dates(line, 13, 20, 21)) {
    if (before.size() == line.size()) begin_at(candidate, before);
    return Likelihood::strong;
  }
  if (line.size() != 30 || !has_dates(line, 0, 7, 8)) return Likelihood::none;
  if (before.size() != 30 || !icao_holds(before.substr(5, 9), before[14])) return Likelihood::none;
  begin_at(candidate, before);
  return Likelihood::strong;
}

Likelihood check_polish_document(Candidate& candidate) {
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() != 9) return Likelihood::none;
  // Three letters: identity card; two: passport. The check digit follows the letters and has the weight that makes
  // the sum end with 0: obywatel.gov.pl, and the MSWiA's description of both documents.
  constexpr int card[] = {7, 3, 1, 9, 7, 3, 1, 7, 3};
  constexpr int passport[] = {7, 3, 9, 1, 7, 3, 1, 7, 3};
  const bool three = is_ascii_upper(number[2]);
  int sum = 0;
  for (std::size_t i = 0; i < number.size(); ++i) sum += icao_value(number[i]) * (three ? card[i] : passport[i]);
  if (sum % 10 != 0) return Likelihood::none;
  return stands_alone(candidate) && three ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_german_card(Candidate& candidate) {
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() != 10) return Likelihood::none;
  const std::string_view serial = number.text().substr(0, 9);
  if (!icao_holds(serial, number[9])) return Likelihood::none;
  // Two letters and digits alone are also how parcels and orders are numbered.
  const bool mixed = serial.find_first_not_of("0123456789", 2) != std::string_view::npos;
  return mixed && stands_alone(candidate) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_belgian_card(Candidate& candidate) {
  // Ten digits and their rest by 97, 97 for 0: Royal Decree of 25 March 2003 on identity cards.
  const BareNumber number(candidate.value());
  if (!number.good() || number.size() != 12) return Likelihood::none;
  std::int64_t first = 0;
  for (std::size_t i = 0; i < 10; ++i) first = first * 10 + (number[i] - '0');
  const int rest = static_cast<int>(first % 97), check = (number[10] - '0') * 10 + (number[11] - '0');
  return (rest == 0 ? 97 : rest) == check ? Likelihood::weak : Likelihood::none;
}

Likelihood check_uk_licence(Candidate& candidate) {
  // DVLA: five letters of the name filled with 9, decade, month (plus 50 for women), day, year, two initials, a
  // sign that parts namesakes, two letters. https://www.gov.uk/government/publications/inf6-dvla-driving-licence
  const BareNumber value(candidate.value());
  if (!value.good() || value.size() != 16) return Likelihood::none;
  const auto two = [&](std::size_t at) { return (value[at] - '0') * 10 + (value[at + 1] - '0'); };
  bool filling = false;
  for (std::size_t i = 0; i < 5; ++i) {
    if (is_ascii_digit(value[i]) && value[i] != '9') return Likelihood::none;
    if (filling && value[i] != '9') return Likelihood::none;
    filling = value[i] == '9';
  }
  const int month = two(6) % 50, day = two(8);
  if (!is_ascii_upper(value[0]) || two(6) > 62 || month < 1 || month > 12 || day < 1 || day > 31) return Likelihood::none;
  return Likelihood::strong;
}

Likelihood check_cnh(Candidate& candidate) {
  // Brazil, Denatran: two check digits, weights 9 to 1 and 1 to 9; a first rest of 10 takes 2 off the second.
  const BareNumber value(candidate.value());
  if (!value.good() || value.size() != 11) return Likelihood::none;
  if (value.monotonous()) return Likelihood::none;
  int first = 0, second = 0;
  for (int i = 0; i < 9; ++i) {
    const int digit = value[static_cast<std::size_t>(i)] - '0';
    first += digit * (9 - i);
    second += digit * (1 + i);
  }
  const bool over = first % 11 >= 10;
  int check = second % 11 - (over ? 2 : 0);
  if (check < 0) check += 11;
  if (check >= 10) check = 0;
  const bool holds = value[9] - '0' == (over ? 0 : first % 11) && value[10] - '0' == check;
  return holds ? Likelihood::weak : Likelihood::none;
}

Likelihood check_vin(Candidate& candidate) {
  const std::string_view vin = candidate.value();
  if (vin.size() != 17) return Likelihood::none;
  // ISO 3779 and 49 CFR 565: letters stand for digits, the ninth sign is the rest by 11 of the weighted sum.
  constexpr std::string_view signs = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  constexpr int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  std::size_t letters = 0, last_digits = 0, runs = 0;
  bool lower = false;
  for (std::size_t i = 0; i < 17; ++i) {
    const bool small = vin[i] >= 'a' && vin[i] <= 'z';
    const char c = small ? static_cast<char>(vin[i] - 'a' + 'A') : vin[i];
    lower = lower || small;
    if (is_ascii_upper(c)) ++letters;
    if (i >= 13 && is_ascii_digit(c)) ++last_digits;
    if (i > 0 && is_ascii_digit(vin[i]) != is_ascii_digit(vin[i - 1])) ++runs;
    sum += static_cast<int>(signs.find(c) % 10) * weights[i];
  }
  if (letters < 2 || last_digits < 3) return Likelihood::none;
  const int rest = sum % 11;
  const bool holds = (rest == 10 ? 'X' : static_cast<char>('0' + rest)) == (vin[8] == 'x' ? 'X' : vin[8]);
  // The tenth sign of a North American number is the year, which is never U, Z or 0; the last four are digits.
  const bool american = last_digits == 4 && std::string_view("UZ0").find(vin[9]) == std::string_view::npos;
  return holds && american && !lower && letters >= 3 && runs >= 2 ? Likelihood::fair : Likelihood::weak;
}

}  // namespace loftgate
