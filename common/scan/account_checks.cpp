// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the number of a bank account behind the word for one, in any language, and checks the national numbers whose sums
// records cannot say.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/scan/account_words.h"
#include "common/scan/ascii.h"
#include "common/scan/bare_number.h"
#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/word_near.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Walk {
  bool found = false;      ///< a word for an account stands before
  bool numbered = false;   ///< which says that its number follows
  bool banking = false;    ///< of a bank
  bool anybodys = false;   ///< "account", which one also has at a forum
  int unknown = 0;         ///< words between that say nothing
};

/// The word that ends at `end`, and where it begins. Signs that belong to abbreviations are part of it.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    const CodePoint point = code_point_before(text, begin);
    const bool sign = point.value == '/' || point.value == '#' || point.value == U'№' || point.value == U'°' ||
                      point.value == '\'' || point.value == U'º';
    // A vowel sign of Indic scripts is no letter, and still part of its word.
    if (!is_letter_or_digit(point.value) && !sign && point.value < 0x300) break;
    begin -= point.size;
  }
  return text.substr(begin, end - begin);
}

/// True if a word of a text in lower case is one of a sorted list.
bool holds_sorted(std::string_view text, std::string_view words) {
  while (!text.empty()) {
    const std::string_view word = word_before(text, text.size());
    if (!word.empty() && is_in_sorted(word, words)) return true;
    text.remove_suffix(word.empty() ? std::max<std::size_t>(code_point_before(text, text.size()).size, 1) : word.size());
  }
  return false;
}

/// True if `word` is one of `words`, or holds one of those that may stand inside others.
bool is_one_of(std::string_view word, std::string_view words, std::string_view parts) {
  constexpr unsigned char first_without_spaces = 0xE0;   // the lead byte of Thai, Chinese, Japanese, Korean
  return is_in_sorted(word, words) || (static_cast<unsigned char>(word.front()) >= first_without_spaces && holds_part(word, parts));
}

/// Walks from the number back to the word for an account; gives up behind `most_unknown` words that say nothing.
Walk walk_back(std::string_view before, int most_unknown) {
  constexpr int most_words = 9;
  Walk walk;
  const LowerText lowered(before);
  std::string_view text = lowered;
  for (int words = 0; words < most_words; ++words) {
    std::string_view word;
    while (!text.empty() && (word = word_before(text, text.size())).empty()) {
      text.remove_suffix(std::max<std::size_t>(code_point_before(text, text.size()).size, 1));
    }
    if (word.empty()) return walk;
    text.remove_suffix(word.size());
    if (is_one_of(word, account_words, account_parts)) {
      walk.found = true;
      walk.anybodys = word.starts_with("account");
      // "Numéro de compte": the number is named before the account.
      const std::size_t reach = std::min<std::size_t>(text.size(), 24);
      walk.numbered = walk.numbered || is_one_of(word, numbered_words, numbered_parts) ||
                      holds_sorted(text.substr(text.size() - reach), number_words);
      walk.banking = walk.banking || is_one_of(word, banking_words, banking_parts);
      return walk;
    }
    walk.banking = walk.banking || is_one_of(word, banking_words, banking_parts);
    if (is_in_sorted(word, number_words)) {
      walk.numbered = true;
    } else if (!is_in_sorted(word, linking_words) && ++walk.unknown > most_unknown) {
      return walk;
    }
  }
  return walk;
}

bool joins_groups(char c) { return c == ' ' || c == '-' || c == '.' || c == '/'; }

/// Where the number that begins at `begin` ends: groups of digits with one sign or blank between them.
std::size_t end_of_number(std::string_view text, std::size_t begin) {
  constexpr std::size_t most_digits = 34;
  std::size_t end = begin, count = 0;
  for (std::size_t at = begin; at < text.size() && count < most_digits;) {
    const CodePoint point = code_point_at(text, at);
    if (digit_value(point.value) >= 0) {
      ++count;
      end = at += point.size;
      continue;
    }
    const CodePoint next = code_point_at(text, at + point.size);
    const bool goes_on = point.size == 1 && joins_groups(static_cast<char>(point.value)) && digit_value(next.value) >= 0;
    if (!goes_on) break;
    at += point.size;
  }
  return end;
}

/// True if a unit, a sign of money or a percentage follows, or the digits go on as a decimal.
bool counts_something(std::string_view text, std::size_t end) {
  const std::string_view behind = text.substr(end, 24);
  const CodePoint first = code_point_at(behind, behind.starts_with(' ') ? 1 : 0);
  if (first.value == '%' || first.value == U'€' || first.value == '$' || first.value == U'£') return true;
  if (behind.size() > 1 && behind[0] == ',' && is_ascii_digit(behind[1])) return true;
  const std::size_t begin = behind.find_first_not_of(' ');
  if (begin == npos || begin > 1) return false;
  const LowerText word(behind.substr(begin, behind.find_first_of(" .,;:!?)\n", begin) - begin));
  return is_in_sorted(word, unit_words);
}

bool ends_like_money(const DigitGroups& number) {
  const std::size_t groups = number.groups();
  return groups > 1 && number.separator(groups - 2) == '.' && number.size(groups - 1) == 2 && number.digits().size() < 10;
}

bool are_years(const DigitGroups& number) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < number.groups(); at += number.size(i++)) {
    const int value = number.value(at, number.size(i));
    if (number.size(i) != 4 || value < 1900 || value > 2100) return false;
  }
  return true;
}

/// The digits of a number modulo 97, letters as in ISO 7064.
int rest_of_97(std::string_view digits, int rest = 0) {
  for (const char c : digits) rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  return rest;
}

/// The sum of the digits times `weights`, whose last one is that of the last digit.
template <std::size_t Size>
int weighted(std::string_view digits, const std::array<int, Size>& weights) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size() && i < Size; ++i) sum += (digits[digits.size() - 1 - i] - '0') * weights[Size - 1 - i];
  return sum;
}

/// True if a word of banks stands near.
bool is_banking(const Candidate& candidate) {
  constexpr std::size_t reach = 48;
  const std::size_t from = candidate.span.begin > reach ? candidate.span.begin - reach : 0;
  const LowerText before(candidate.text.substr(from, candidate.span.begin - from));
  const LowerText behind(candidate.text.substr(candidate.span.end, reach));
  return holds_sorted(before, banking_words) || holds_sorted(behind, banking_words) || holds_part(before, banking_parts) ||
         holds_part(behind, banking_parts);
}

/// @param told a sign or "is" stands right before the number
Likelihood judge_told(const Candidate& candidate, const Walk& walk, const DigitGroups& number, bool told) {
  constexpr std::size_t long_number = 9, least_of_bank = 7, least_alone = 8;
  const std::size_t digits = number.digits().size();
  if (walk.numbered) return walk.unknown == 0 || told ? Likelihood::fair : Likelihood::none;
  if (looks_like_amount(number)) return Likelihood::none;
  const bool banking = walk.banking || is_banking(candidate);
  if (walk.unknown > 0 && !(banking && digits >= long_number)) return Likelihood::none;
  if (banking && (digits >= least_of_bank || told || number.groups() > 1)) return Likelihood::fair;
  if ((digits >= long_number || (told && digits >= least_of_bank)) && !walk.anybodys) return Likelihood::fair;
  return digits >= least_alone ? Likelihood::weak : Likelihood::none;   // what a forum calls an account has a number too
}

}  // namespace

Likelihood check_account_told(Candidate& candidate) {
  constexpr std::size_t reach = 72, least = 5, most = 30;
  constexpr int most_unknown = 4;
  const std::string_view text = candidate.text;
  const std::size_t begin = candidate.span.begin, from = begin > reach ? begin - reach : 0;
  const std::string_view before = text.substr(from, begin - from);
  if (before.ends_with('+') || before.ends_with('$') || before.ends_with('-') || before.ends_with("€")) return Likelihood::none;
  if (!before.empty() && is_ascii_letter(before.back())) return Likelihood::none;   // an IBAN, a name
  const std::size_t end = end_of_number(text, begin);
  const DigitGroups number(text.substr(begin, end - begin));
  const std::size_t digits = number.digits().size();
  if (digits < least || digits > most || number.too_long() || looks_like_date(number) || are_years(number) ||
      ends_like_money(number)) {
    return Likelihood::none;
  }
  const char32_t next = code_point_at(text, end).value;
  constexpr char32_t first_without_spaces = 0x2E80;   // Chinese, Japanese, Korean
  if ((is_letter_or_digit(next) && next < first_without_spaces) || counts_something(text, end)) return Likelihood::none;
  constexpr std::array<std::string_view, 7> ends = {": ", ":", "= ", " is ", " ist ", "#", "："};
  const bool told = std::any_of(ends.begin(), ends.end(), [&](std::string_view sign) { return before.ends_with(sign); });
  const Walk walk = walk_back(before, told ? most_unknown : 1);
  if (!walk.found) return Likelihood::none;
  candidate.span.end = static_cast<std::uint32_t>(end);
  return judge_told(candidate, walk, number, told);
}

Likelihood check_nrb(Candidate& candidate) {
  // The Polish number is an IBAN without its country: two check digits in front.
  const BareNumber number(candidate.value(), BareNumber::Keep::digits);
  if (number.size() != 26) return Likelihood::none;
  const int rest = rest_of_97(number.text().substr(0, 2), rest_of_97("PL", rest_of_97(number.text().substr(2))));
  if (rest != 1) return Likelihood::none;
  return candidate.value().find(' ') != npos ? Likelihood::strong : Likelihood::fair;
}

Likelihood check_serbian_account(Candidate& candidate) {
  // The account in the middle is filled up to thirteen digits; the whole leaves 1.
  constexpr std::size_t bank = 3, all = 18;
  const BareNumber number(candidate.value(), BareNumber::Keep::digits);
  if (number.size() > all || number.size() < bank + 3) return Likelihood::none;
  int rest = rest_of_97(number.text().substr(0, bank));
  for (std::size_t i = number.size(); i < all; ++i) rest = rest * 10 % 97;
  if (rest_of_97(number.text().substr(bank), rest) != 1) return Likelihood::none;
  return number.size() >= 14 ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_czech_account(Candidate& candidate) {
  // Decree 169/2011: both parts are divisible by 11.
  constexpr std::array<int, 10> weights = {6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
  std::string_view account = candidate.value().substr(0, candidate.value().find('/'));
  const std::size_t dash = account.find('-');
  const std::string_view prefix = dash == npos ? std::string_view() : account.substr(0, dash);
  if (dash != npos) account.remove_prefix(dash + 1);
  const bool zeros = account.find_first_not_of('0') == npos;
  const bool holds = !zeros && weighted(account, weights) % 11 == 0 && weighted(prefix, weights) % 11 == 0;
  return !holds ? Likelihood::none : dash != npos ? Likelihood::strong : Likelihood::weak;
}

Likelihood check_italian_account(Candidate& candidate) {
  // The first letter is a check over the 22 characters behind it; those at odd places count as in the tax code.
  constexpr std::array<int, 26> odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  const bool apart = is_ascii_digit(candidate.value().front());   // "X 05428 11101 000000123456"
  if (apart) {
    if (before.size() < 2 || (before.back() != ' ' && before.back() != '-')) return Likelihood::none;
    candidate.span.begin -= 2;
  }
  const BareNumber number(candidate.value());
  if (number.size() != 23 || is_ascii_digit(number[0])) return Likelihood::none;
  int sum = 0;
  for (std::size_t i = 1; i < number.size(); ++i) {
    const int value = is_ascii_digit(number[i]) ? number[i] - '0' : number[i] - 'A';
    sum += i % 2 == 1 ? odd[static_cast<std::size_t>(value)] : value;
  }
  return sum % 26 == number[0] - 'A' ? Likelihood::strong : Likelihood::none;
}

}  // namespace loftgate
