// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of health-service, health-insurance and patient numbers.
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/bare_number.h"
#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/paper_number.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

/// The signs of a candidate that has exactly `Size` of them.
template <std::size_t Size>
struct Signs {
  explicit Signs(std::string_view text) : value(text), whole(value.good() && value.size() == Size) {}
  int operator[](std::size_t i) const { return value[i] - '0'; }

  BareNumber value;
  bool whole;
};

template <std::size_t Size>
int weighted(const Signs<Size>& signs, std::size_t from, std::initializer_list<int> weights) {
  int sum = 0;
  for (const int weight : weights) sum += signs[from++] * weight;
  return sum;
}

/// "National insurance number" and the like name another thing: a social-security number.
bool is_of_social_security(const Candidate& candidate) {
  constexpr std::size_t window = 48;
  const std::size_t end = candidate.span.begin, begin = end > window ? end - window : 0;
  const std::string before = lower_case(candidate.text.substr(begin, end - begin));
  const auto says = [&](std::string_view words) { return before.find(words) != std::string::npos; };
  return says("national insur") || says("social insur") || says("social secur");
}

/// Place of a letter in the alphabet without I and O, from 1: New Zealand's HISO 10046.
int nz_letter(char c) { return c - 'A' + 1 - (c > 'I' ? 1 : 0) - (c > 'O' ? 1 : 0); }

}  // namespace

Likelihood check_nhs(Candidate& candidate) {
  // NHS Data Dictionary, NHS NUMBER: weights 10 to 2, modulo 11.
  const Signs<10> number(candidate.value());
  if (!number.whole || number.value.monotonous()) return Likelihood::none;
  const int check = 11 - weighted(number, 0, {10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
  return (check == 11 ? 0 : check) == number[9] ? Likelihood::weak : Likelihood::none;
}

Likelihood check_kvnr(Candidate& candidate) {
  // GKV-Spitzenverband, Krankenversichertennummer: the letter as two digits, weights 1 and 2, sums of digits.
  const Signs<10> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  const int letter = number.value[0] - 'A' + 1;
  int sum = letter / 10;
  const auto add = [&](int value) { sum += value > 9 ? value - 9 : value; };
  add(letter % 10 * 2);
  for (std::size_t i = 1; i < 9; ++i) add(number[i] * (i % 2 == 1 ? 1 : 2));
  if (sum % 10 != number[9]) return Likelihood::none;
  return stands_alone(candidate) || candidate.region == "DE" ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_medicare_au(Candidate& candidate) {
  // Services Australia: weights 1, 3, 7, 9 over eight digits, modulo 10; issue number and person follow.
  const DigitGroups number(candidate.value());
  const std::string_view digits = number.digits();
  if (digits.size() != 10 && digits.size() != 11) return Likelihood::none;
  constexpr int weights[] = {1, 3, 7, 9, 1, 3, 7, 9};
  int sum = 0;
  for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * weights[i];
  if (sum % 10 != digits[8] - '0' || digits[9] == '0') return Likelihood::none;
  const bool grouped = number.groups() >= 3 && number.size(0) == 4 && number.size(1) == 5;
  return grouped || stands_alone(candidate) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_npi(Candidate& candidate) {
  // 45 CFR 162.406: the Luhn sum with 80840 before it.
  const Signs<10> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  std::array<char, 15> whole{'8', '0', '8', '4', '0'};
  for (std::size_t i = 0; i < 10; ++i) whole[5 + i] = number.value[i];
  return luhn_holds({whole.data(), whole.size()}) ? Likelihood::weak : Likelihood::none;
}

Likelihood check_dea(Candidate& candidate) {
  // 21 CFR 1301 registrations: first, third and fifth digit and twice the others end with the seventh.
  const Signs<9> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  return weighted(number, 2, {1, 2, 1, 2, 1, 2}) % 10 == number[8] ? Likelihood::weak : Likelihood::none;
}

Likelihood check_nhi(Candidate& candidate) {
  // HISO 10046: three letters and four signs; modulo 11 with a digit at the end. The new form ends with a
  // letter, modulo 24, or 23 in the first numbers that were given out.
  const Signs<7> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  int sum = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    sum += (is_ascii_digit(number.value[i]) ? number[i] : nz_letter(number.value[i])) * static_cast<int>(7 - i);
  }
  if (!is_ascii_digit(number.value[6])) {
    const int letter = nz_letter(number.value[6]);
    return 24 - sum % 24 == letter || 23 - sum % 23 == letter ? Likelihood::weak : Likelihood::none;
  }
  const int check = 11 - sum % 11;
  return check != 11 && check % 10 == number[6] ? Likelihood::weak : Likelihood::none;
}

Likelihood check_phn_bc(Candidate& candidate) {
  // British Columbia, Personal Health Number: 9, eight weighted digits, modulo 11.
  const Signs<10> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  return (11 - weighted(number, 1, {2, 4, 8, 5, 10, 9, 7, 3}) % 11) % 11 == number[9] ? Likelihood::weak
                                                                                      : Likelihood::none;
}

Likelihood check_cns_br(Candidate& candidate) {
  // DATASUS, Cartão Nacional de Saúde: weights 15 to 1, modulo 11.
  const Signs<15> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  int sum = 0;
  for (std::size_t i = 0; i < 15; ++i) sum += number[i] * static_cast<int>(15 - i);
  return sum % 11 == 0 ? Likelihood::weak : Likelihood::none;
}

Likelihood check_lanr(Candidate& candidate) {
  // KBV, Arztnummern-Richtlinie: weights 4 and 9 over six digits; the seventh fills the sum up to a ten.
  const Signs<9> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  return (10 - weighted(number, 0, {4, 9, 4, 9, 4, 9}) % 10) % 10 == number[6] ? Likelihood::weak : Likelihood::none;
}

Likelihood check_ramq(Candidate& candidate) {
  // Régie de l'assurance maladie du Québec: four letters, then birth as YYMMDD with 50 added to a woman's month.
  const Signs<12> number(candidate.value());
  if (!number.whole) return Likelihood::none;
  const int month = number[6] * 10 + number[7], day = number[8] * 10 + number[9];
  const bool date = month % 50 >= 1 && month % 50 <= 12 && month <= 62 && day >= 1 && day <= 31;
  return date ? Likelihood::weak : Likelihood::none;
}

Likelihood check_health_form(Candidate& candidate) {
  const PaperNumber number(candidate.text, candidate.span.begin, {.most = 20, .whole = 9, .last_letters = 2});
  if (number.digits() < 4 || number.letters() > 6) return Likelihood::none;
  if (number.size() < 5 && number.groups() < 2) return Likelihood::none;
  if (number.looks_like_nothing(candidate.text) || is_of_social_security(candidate)) return Likelihood::none;
  candidate.span = number.span();
  return Likelihood::fair;
}

Likelihood check_health_number(Candidate& candidate) {
  return check_health_form(candidate) == Likelihood::none ? Likelihood::none : behind_its_word(candidate);
}

}  // namespace loftgate
