// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of coordinates, bank codes and account numbers.
#include <glib.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/word_near.h"

namespace loftgate {
namespace {

/// ISO 3166-1 alpha-2, and XK for Kosovo, which has bank codes.
constexpr std::string_view countries =
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC"
    " CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD"
    " GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH"
    " KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW"
    " MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC"
    " SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY"
    " UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ";

constexpr std::size_t npos = std::string_view::npos;

/// Words that name the code.
constexpr std::string_view bic_words =
    "bic code codes kod kodu kód koodi código codigo codice код number nummer *代码 *代碼 *コード *코드 *bic";

constexpr std::string_view bank_words =
    "iban bank banks banking account transfer wire konto banque compte banco cuenta banca conto conta rekening банк счет счёт *银行 *銀行 *은행";

/// ISO 9362: four letters of the bank (or digits, since 2014), a country, two of the place, and perhaps three of the branch.
/// All in one case.
bool is_bic(std::string_view code) {
  if (code.size() < 8 || code.size() > 11) return false;
  const bool lower = std::any_of(code.begin(), code.end(), [](char c) { return g_ascii_islower(c); });
  if (lower && std::any_of(code.begin(), code.end(), [](char c) { return g_ascii_isupper(c); })) return false;
  const char country[] = {' ', g_ascii_toupper(code[4]), g_ascii_toupper(code[5]), ' ', '\0'};
  return countries.find(country) != std::string_view::npos;
}

}  // namespace

Likelihood check_bic(Candidate& candidate) {
  const std::string_view value = candidate.value();
  if (!is_bic(value)) return Likelihood::none;
  const bool marked = std::any_of(value.begin(), value.end(), is_ascii_digit) || ends_in(value, "xxx");
  if (marked) return Likelihood::fair;
  // Letters alone are often a word: "swift: delivery on friday", "SWIFT LANGUAGE".
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  const bool labelled = before.find_last_of(":=(") != npos && before.size() - before.find_last_of(":=(") <= 4;
  const std::size_t start = before.size() > 24 ? before.size() - 24 : 0;
  const bool code = holds_word(before.substr(start), bic_words);
  if (g_ascii_islower(value.front())) return labelled && code ? Likelihood::fair : Likelihood::none;
  return labelled || code || word_stands_near(candidate, bank_words) ? Likelihood::fair : Likelihood::none;
}

Likelihood check_bic_behind(Candidate& candidate) {
  constexpr std::size_t longest = 11, branchless = 8;
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  constexpr int most_links = 4;
  for (int links = 0; links < most_links; ++links) {
    while (!before.empty() && !is_ascii_alnum(before.back())) {
      if (before.back() == '\n' || before.back() == '.') return Likelihood::none;
      before.remove_suffix(1);
    }
    std::size_t begin = before.size();
    while (begin > 0 && before.size() - begin <= longest && is_ascii_alnum(before[begin - 1])) --begin;
    const std::string_view word = before.substr(begin);
    if ((word.size() == branchless || word.size() == longest) && is_bic(word)) {
      candidate.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(before.size())};
      return Likelihood::fair;
    }
    if (!is_word_of(word, "is as the my our your its ist der die mein unser est le mon notre es el mi code codes number bic swift")) {
      return Likelihood::none;
    }
    before.remove_suffix(word.size());
  }
  return Likelihood::none;
}

Likelihood check_bic_beside_iban(Candidate& candidate) {
  constexpr std::size_t furthest = 32, longest = 11, branchless = 8;
  if (check_iban(candidate) != Likelihood::strong) return Likelihood::none;
  std::size_t at = candidate.span.end;
  const std::string_view text = candidate.text;
  for (const std::size_t end = std::min(text.size(), at + furthest); at < end;) {
    if (!is_ascii_alnum(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_alnum(text[at])) ++at;
    const std::size_t size = at - begin;
    if ((size != branchless && size != longest) || !is_bic(text.substr(begin, size))) continue;
    candidate.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    return Likelihood::fair;
  }
  return Likelihood::none;
}

}  // namespace loftgate
