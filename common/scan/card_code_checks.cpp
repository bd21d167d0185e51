// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of the security codes of payment cards, behind their name and in front of it.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/bare_number.h"
#include "common/scan/checks.h"
#include "common/scan/word_near.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::string_view card_words =
    "card cards amex american visa mastercard debit credit karte kreditkarte carte bancaire tarjeta carta cartão kaart karty"
    " karta карты карта kart kartım *カード *信用卡 *银行卡 *카드 cvv cvc";

/// Words that may stand between the digits and their name: "728 is my cvv".
constexpr std::string_view linking_words =
    "is are as for my the your its a ist sind als mein meine der die das est c'est le la mon ma es el mi tu su è il mia to jest"
    " mój это мой";

/// The bytes of the last word of a text, and of the blanks and signs behind it.
struct LastWord {
  std::string_view text;
  std::size_t size = 0;
};

LastWord last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && std::string_view(" ([=:\"-").find(text[end - 1]) != npos) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 16 && text[begin - 1] != ' ' && text[begin - 1] != '(') --begin;
  return {text.substr(begin, end - begin), text.size() - begin};
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit); }

}  // namespace

Likelihood check_card_code(Candidate& candidate) {
  const BareNumber code(candidate.value(), BareNumber::Keep::digits);
  if (code.size() == 3) return Likelihood::fair;
  const int value = code.value(0, 4);
  constexpr Nearby near{40, 16};
  if (value >= 1990 && value <= 2039) return word_stands_near(candidate, "amex american", near) ? Likelihood::fair : Likelihood::none;
  // "Security code" alone may be that of a door.
  return word_stands_near(candidate, card_words, near) ? Likelihood::fair : Likelihood::none;
}

Likelihood check_card_code_behind(Candidate& candidate) {
  std::string_view behind = candidate.text.substr(candidate.span.end);
  const std::size_t next = behind.find_first_not_of(" :=2");
  if (next != npos && next < 6 && digit_value(code_point_at(behind, next).value) >= 0) return Likelihood::none;
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  constexpr int most_links = 3;
  for (int links = 0; links <= most_links; ++links) {
    const LastWord word = last_word(before);
    before.remove_suffix(word.size);
    if (is_word_of(word.text, linking_words)) continue;
    if (!is_number(word.text) || word.text.size() < 3 || word.text.size() > 4) return Likelihood::none;
    const std::string_view earlier = last_word(before).text;   // another group of the card?
    if (is_number(earlier) && earlier.size() >= 4) return Likelihood::none;
    candidate.span.begin = static_cast<std::uint32_t>(before.size());
    candidate.span.end = candidate.span.begin + static_cast<std::uint32_t>(word.text.size());
    return Likelihood::fair;
  }
  return Likelihood::none;
}

}  // namespace loftgate
