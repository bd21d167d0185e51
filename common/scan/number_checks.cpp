// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of numbers with a published structure: payment cards and bank accounts.
#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

/// Card numbers of one scheme: the first four digits from `first` to `last`, and how long they are.
struct CardRange {
  int first, last;
  std::size_t least, most;
};

// ISO/IEC 7812 issuer ranges as the schemes publish them.
constexpr CardRange card_ranges[] = {
    {1000, 1999, 15, 15},                         // UATP
    {2200, 2204, 16, 19},                         // Mir
    {2221, 2720, 16, 16},                         // Mastercard
    {3000, 3059, 14, 19}, {3095, 3095, 14, 19}, {3600, 3699, 14, 14}, {3800, 3999, 14, 19},   // Diners Club
    {3400, 3499, 15, 15}, {3700, 3799, 15, 15},   // American Express
    {3528, 3589, 16, 19},                         // JCB
    {4000, 4999, 13, 13}, {4000, 4999, 16, 16}, {4000, 4999, 19, 19},                         // Visa
    {5018, 5018, 12, 19}, {5019, 5019, 16, 16}, {5020, 5020, 12, 19}, {5038, 5038, 12, 19},   // Maestro, Dankort
    {5060, 5079, 16, 19},                         // Verve, RuPay, Elo
    {5100, 5599, 16, 16},                         // Mastercard
    {5893, 5893, 12, 19}, {6304, 6304, 12, 19}, {6759, 6763, 12, 19}, {6765, 6765, 12, 19},   // Maestro
    {6011, 6011, 16, 19}, {6440, 6599, 16, 19},   // Discover, RuPay
    {6200, 6299, 16, 19}, {8100, 8171, 16, 19},   // UnionPay
    {6521, 6522, 16, 16}, {8200, 8299, 16, 16},   // RuPay
    {9792, 9792, 16, 16},                         // Troy
};

bool has_brand(const DigitGroups& number) {
  const int prefix = number.value(0, 4);
  const std::size_t size = number.digits().size();
  return std::any_of(std::begin(card_ranges), std::end(card_ranges), [=](const CardRange& range) {
    return prefix >= range.first && prefix <= range.last && size >= range.least && size <= range.most;
  });
}

bool grouped_like_a_card(const DigitGroups& number) {
  if (!number.one_separator()) return false;
  if (number.sized(4, 6, 5) || number.sized(4, 6, 4)) return true;
  if (number.groups() < 4) return false;
  for (std::size_t i = 0; i + 1 < number.groups(); ++i) {
    if (number.size(i) != 4) return false;
  }
  return number.size(number.groups() - 1) <= 4;
}

bool all_the_same(std::string_view text) { return text.find_first_not_of(text.front()) == std::string_view::npos; }

struct IbanLength {
  std::string_view country;
  std::size_t length;
};

// Lengths of ISO 13616, as the IBAN registry lists them.
constexpr IbanLength iban_lengths[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
    {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
    {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
    {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
    {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30},
    // In use without being registered.
    {"AO", 25}, {"BF", 28}, {"BJ", 28}, {"CF", 27}, {"CG", 27}, {"CI", 28}, {"CM", 27}, {"CV", 25}, {"DZ", 26},
    {"GA", 27}, {"GQ", 27}, {"GW", 25}, {"IR", 26}, {"KM", 27}, {"MA", 28}, {"MG", 27}, {"ML", 28}, {"MZ", 25},
    {"NE", 28}, {"SN", 28}, {"TD", 27}, {"TG", 28},
};

std::size_t iban_length(std::string_view country) {
  for (const IbanLength& entry : iban_lengths) {
    if (entry.country == country) return entry.length;
  }
  return 0;
}

/// ISO 7064 MOD 97-10 of an account number whose first four characters go to its end.
bool mod_97_holds(std::string_view iban) {
  int rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

}  // namespace

namespace {

Likelihood judge_card(const DigitGroups& number) {
  const std::string_view digits = number.digits();
  if (digits.size() < 12 || digits.size() > 19) return Likelihood::none;
  if (!has_brand(number) || !luhn_holds(digits) || all_the_same(digits.substr(1))) return Likelihood::none;
  if (grouped_like_a_card(number)) return Likelihood::strong;
  if (number.groups() > 1) return Likelihood::weak;
  // One number in ten passes the sum; lengths that only few cards have need a word beside them.
  return digits.size() >= 14 && digits.size() <= 16 ? Likelihood::fair : Likelihood::weak;
}

}  // namespace

Likelihood check_card(Candidate& candidate) {
  // Another number may follow behind a space, so the last groups are left out one by one.
  for (DigitGroups number(candidate.value()); number.groups() > 0; number.drop_last_group()) {
    const Likelihood likelihood = judge_card(number);
    if (likelihood == Likelihood::none) continue;
    candidate.span.end = candidate.span.begin + static_cast<std::uint32_t>(number.end());
    return likelihood;
  }
  return Likelihood::none;
}

Likelihood check_iban(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::array<char, 40> compact{};
  std::size_t length = 0;
  std::size_t at = candidate.span.begin;
  std::size_t wanted = 2;
  bool lower = false, upper = false;
  for (; at < candidate.span.end && length < wanted; ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (!std::isalnum(c)) continue;
    lower = lower || std::islower(c);
    upper = upper || std::isupper(c);
    compact[length++] = static_cast<char>(std::toupper(c));
    if (length == 2) wanted = iban_length({compact.data(), 2});
  }
  if (wanted == 0 || length < wanted || (lower && upper)) return Likelihood::none;
  if (is_letter_or_digit(code_point_at(text, at).value)) return Likelihood::none;
  if (!mod_97_holds({compact.data(), length})) return Likelihood::none;
  candidate.span.end = static_cast<std::uint32_t>(at);
  return Likelihood::strong;
}

}  // namespace loftgate
