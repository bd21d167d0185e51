// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of payment cards: brand, length and sum, and how people group the digits.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/word_near.h"
#include "common/scan/phone_place.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

/// Lengths of card numbers, a bit each; 12 is the first.
constexpr std::uint8_t digits(int least, int most) {
  return static_cast<std::uint8_t>((1u << (most - 11)) - (1u << (least - 12)));
}
constexpr std::uint8_t digits(int exactly) { return digits(exactly, exactly); }

/// Card numbers of one scheme: the first six digits from `first` to `last`, and how long they are.
struct CardRange {
  int first, last;
  std::uint8_t lengths;
  bool summed = true;   ///< false: not all cards of the scheme end with the Luhn sum
  bool large = false;   ///< of a scheme with so many cards that a number alone is probably one
};

// ISO/IEC 7812-1 issuer ranges as https://en.wikipedia.org/wiki/Payment_card_number lists them in 2026.
constexpr CardRange card_ranges[] = {
    {100000, 199999, digits(15)},                                    // UATP, JCB of 15 digits
    {194600, 194699, digits(16)},                                    // GPN
    {201400, 201499, digits(15)}, {214900, 214999, digits(15)},      // Diners Club enRoute
    {213100, 213199, digits(15)},                                    // JCB of 15 digits
    {220000, 220499, digits(16, 19), true, true},                    // Mir
    {220500, 220599, digits(16, 19)},                                // BORICA
    {222100, 272099, digits(16), true, true},                        // Mastercard
    {300000, 305999, digits(14, 19), true, true}, {309500, 309599, digits(14, 19), true, true},   // Diners Club
    {310000, 319999, digits(19)},                                    // China T-Union
    {340000, 349999, digits(15), true, true}, {370000, 379999, digits(15), true, true},           // American Express
    {352800, 358999, digits(16, 19), true, true},                    // JCB, RuPay, LankaPay
    {360000, 369999, digits(14, 19), true, true}, {380000, 399999, digits(14, 19), true, true},   // Diners Club, Hipercard
    {400000, 499999, digits(13) | digits(16) | digits(19), true, true},   // Visa, Dankort, Elo
    {500000, 509999, digits(12, 19)},                                // Maestro, Dankort, Verve, Elo, RuPay
    {510000, 559999, digits(16), true, true},                        // Mastercard
    {560000, 589999, digits(12, 19)},                                // Maestro, Bankcard, UzCard
    {601100, 601199, digits(16, 19), true, true},                    // Discover
    {600000, 609999, digits(16) | digits(18, 19)},                   // RuPay, Hipercard, Cabal, UkrCard
    {620000, 629999, digits(16, 19), true, true},                    // UnionPay, Elo
    {630400, 630499, digits(12, 19)}, {633110, 633110, digits(16, 19)},   // Maestro, Laser, Switch
    {633300, 633499, digits(16, 19)},                                // Switch, Solo
    {636000, 636999, digits(16, 19)}, {637000, 638999, digits(16)},  // InterPayment, Elo; InstaPayment, Hiper
    {639000, 639099, digits(12, 19)},                                // Maestro
    {644000, 659999, digits(16, 19), true, true},                    // Discover, RuPay, Elo, Verve
    {670000, 679999, digits(12, 19)},                                // Maestro, Laser
    {810000, 817199, digits(16, 19)}, {817200, 829999, digits(16)},  // UnionPay; RuPay
    {860000, 860099, digits(16), false}, {986000, 986099, digits(16), false},   // UzCard, Humo
    {970400, 970499, digits(16) | digits(19), false},                // Napas
    {979200, 979299, digits(16)},                                    // Troy
};

// Numbers that payment services publish for tests (https://docs.stripe.com/testing). The first two are so widespread that
// they need a word even where nobody speaks of tests.
constexpr std::string_view test_numbers[] = {
    "4242424242424242", "4111111111111111", "4012888888881881", "4222222222222", "5555555555554444", "5105105105105100",
    "2223003122003222", "5200828282828210", "378282246310005", "371449635398431", "378734493671000", "6011111111111117",
    "6011000990139424", "3056930009020004", "36227206271667", "30569309025904", "3530111333300000", "3566002020360505",
    "6200000000000005", "5019717010103742",
};
constexpr std::size_t widespread_test_numbers = 2;
constexpr std::string_view test_group = "400000";   // how Stripe's and others' made-up Visa cards begin

constexpr std::string_view test_words =
    "test testing tests tested testcard testcards sandbox dummy fake mock demo sample example stripe paypal braintree adyen"
    " placeholder docs testkarte testnummer testen beispiel prueba pruebas ejemplo exemple essai prova esempio exemplo teste"
    " testowa testowy тест тестовая тестовый *测试 *測試 *テスト";

// Not all UnionPay cards end with the Luhn sum; without it they need their own words.
constexpr std::string_view unionpay_words = "unionpay *银联 *銀聯 *银行卡 *銀行卡 *卡号 *卡號 *储蓄卡 *借记卡";

constexpr std::size_t most_digits = 19;
constexpr std::size_t most_signs = 3;    // between two groups: "4539 - 1488"

/// Signs that people put between the groups of a card number.
bool parts_groups(char32_t c) {
  return c == ' ' || c == '-' || c == '.' || c == '_' || c == '\t' || c == '/' || c == '|' || c == U'\u00A0' ||
         c == U'\u00B7' || (c >= U'\u2000' && c <= U'\u2015') || c == U'\u2022' || c == U'\u202F' || c == U'\u2060' ||
         c == U'\u2212' || c == U'\u3000' || c == U'\uFEFF' || c == U'\uFF0D';
}

/// How far the digits and the signs between them reach; no further than it takes to see that a number is too long.
std::size_t end_of_groups(std::string_view text, std::size_t begin) {
  std::size_t end = begin, count = 0, signs = 0;
  for (std::size_t at = begin; at < text.size() && count < most_digits + 6;) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (digit_value(point.value) >= 0) {
      ++count;
      signs = 0;
      end = at;
    } else if (!parts_groups(point.value) || ++signs > most_signs) {
      break;
    }
  }
  return end;
}

const CardRange* range_of(const DigitGroups& number) {
  const int prefix = number.value(0, 6);
  const std::size_t size = number.digits().size();
  if (size < 12 || size > most_digits) return nullptr;
  const auto* found = std::find_if(std::begin(card_ranges), std::end(card_ranges), [=](const CardRange& range) {
    return prefix >= range.first && prefix <= range.last && ((range.lengths >> (size - 12)) & 1);
  });
  return found == std::end(card_ranges) ? nullptr : found;
}

bool grouped_like_a_card(const DigitGroups& number) {
  if (!number.one_separator()) return false;
  if (number.sized(4, 6, 5) || number.sized(4, 6, 4) || number.sized(8, 8) || number.sized(6, 13)) return true;
  if (number.groups() < 4) return false;
  for (std::size_t i = 0; i + 1 < number.groups(); ++i) {
    if (number.size(i) != 4) return false;
  }
  return number.size(number.groups() - 1) <= 4;
}

/// True if four digits may be the month and year until which a card is good.
bool may_be_expiry(int value) { return value / 100 >= 1 && value / 100 <= 12 && value % 100 >= 20; }

bool is_unionpay(const Candidate& candidate, const DigitGroups& number) {
  return number.digits().starts_with("62") && word_stands_near(candidate, unionpay_words, {24, 0});
}

Likelihood judge_number(const Candidate& candidate, const DigitGroups& number) {
  const CardRange* range = range_of(number);
  const std::string_view digits = number.digits();
  if (!range) return Likelihood::none;
  const bool grouped = grouped_like_a_card(number);
  if (!luhn_holds(digits)) {
    const bool without = !range->summed || is_unionpay(candidate, number);
    return without && (grouped || number.groups() == 1) ? Likelihood::weak : Likelihood::none;
  }
  if (grouped) return Likelihood::strong;
  // One number in ten passes the sum; lengths that only few cards have need a word beside them.
  const bool usual = number.groups() == 1 && digits.size() >= 14 && digits.size() <= 16;
  const bool forum = digits.starts_with("1000");   // numbers of members of a large network
  return usual && (range->large || (is_whole_text(candidate) && !forum)) ? Likelihood::fair : Likelihood::weak;
}

/// What becomes of `likelihood` for a number that is published for tests.
Likelihood judge_test_number(const Candidate& candidate, std::string_view digits, Likelihood likelihood) {
  const auto* found = std::find(std::begin(test_numbers), std::end(test_numbers), digits);
  const bool widespread = found < test_numbers + widespread_test_numbers;
  if (digits.starts_with(test_group)) return Likelihood::known;
  if (found == std::end(test_numbers)) return likelihood;
  if (word_stands_near(candidate, test_words)) return Likelihood::known;
  return widespread ? Likelihood::weak : likelihood;
}

/// True behind a decimal point or before one.
bool is_part_of_decimal(std::string_view text, std::size_t end) {
  return end + 1 < text.size() && text[end] == '.' && text[end + 1] >= '0' && text[end + 1] <= '9';
}

/// True if a letter or digit follows of a script that puts spaces.
bool ends_in_a_word(std::string_view text, std::size_t end) {
  constexpr char32_t first_without_spaces = 0x2E80;   // Chinese, Japanese, Korean
  const char32_t next = code_point_at(text, end).value;
  return is_letter_or_digit(next) && (next < first_without_spaces || digit_value(next) >= 0);
}

/// True if the same sign and four more digits stand in front: the middle of a longer number.
bool follows_a_group(std::string_view text, std::size_t begin, const DigitGroups& number) {
  constexpr std::size_t group = 4;
  if (number.size(0) != group || begin < group + 1 || text[begin - 1] != static_cast<char>(number.separator(0))) return false;
  const std::string_view before = text.substr(begin - group - 1, group);
  const bool digits = std::all_of(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || begin == group + 1) return digits;
  const CodePoint earlier = code_point_before(text, begin - group - 1);   // another sign: the end of another number
  return !is_letter_or_digit(earlier.value) && (!parts_groups(earlier.value) || earlier.value == number.separator(0));
}

}  // namespace

Likelihood check_card(Candidate& candidate) {
  const std::size_t begin = candidate.span.begin;
  const std::string_view written = candidate.text.substr(begin, end_of_groups(candidate.text, begin) - begin);
  std::size_t next_size = 0;
  int next_value = 0;
  // Another number may follow behind a space, so the last groups are left out one by one.
  for (DigitGroups number(written); number.groups() > 0;) {
    const std::size_t last = number.groups() - 1, size = number.size(last);
    const std::size_t end = begin + number.end();
    candidate.span.end = static_cast<std::uint32_t>(end);
    const Likelihood likelihood = judge_number(candidate, number);
    const bool goes_on = next_size == 4 && number.size(0) == 4 && number.separator(last) == number.separator(0) &&
                         !may_be_expiry(next_value);
    if (likelihood != Likelihood::none && !goes_on) {
      if (ends_in_a_word(candidate.text, end) || follows_a_group(candidate.text, begin, number)) return Likelihood::none;
      if (number.groups() == 1 && is_part_of_decimal(candidate.text, end)) return Likelihood::none;
      return judge_test_number(candidate, number.digits(), likelihood);
    }
    next_size = size;
    next_value = number.value(number.digits().size() - size, size);
    number.drop_last_group();
  }
  return Likelihood::none;
}

}  // namespace loftgate
