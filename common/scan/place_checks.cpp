// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of coordinates, bank codes and account numbers.
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/scan/checks.h"

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

/// The first number of a text, with its sign, and how many digits stand behind its point.
struct Decimal {
  double value = 0;
  int decimals = 0;
  std::size_t end = 0;   ///< bytes of the text read
};

Decimal decimal_in(std::string_view text) {
  Decimal number;
  std::size_t at = text.find_first_of("+-0123456789");
  if (at == std::string_view::npos) return number;
  std::string digits;
  if (text[at] == '-' || text[at] == '+') digits += text[at++];
  bool point = false;
  for (; at < text.size() && (g_ascii_isdigit(text[at]) || (text[at] == '.' && !point)); ++at) {
    number.decimals += point;
    point = point || text[at] == '.';
    digits += text[at];
  }
  number.value = g_ascii_strtod(digits.c_str(), nullptr);
  number.end = at;
  return number;
}

/// A hemisphere's letter or a sign that stands before the first number belongs to it.
void take_what_stands_before(Candidate& candidate) {
  const auto at = [&](std::size_t place) { return candidate.text[place]; };
  const std::size_t begin = candidate.span.begin;
  if (begin == 0) return;
  if (at(begin - 1) == '-' || at(begin - 1) == '+') {
    --candidate.span.begin;
    return;
  }
  const std::size_t blank = begin > 1 && at(begin - 1) == ' ' ? 1 : 0;
  const std::size_t letter = begin - 1 - blank;
  if (at(letter) != 'N' && at(letter) != 'S') return;
  if (letter > 0 && (g_ascii_isalnum(at(letter - 1)) || static_cast<unsigned char>(at(letter - 1)) >= 0x80)) return;
  candidate.span.begin = static_cast<std::uint32_t>(letter);
}

bool begins_decimal(std::string_view text) {
  const std::size_t point = text.find_first_not_of("0123456789");
  return point != std::string_view::npos && point > 0 && point < 4 && text[point] == '.';
}

/// True if one more decimal number stands behind the pair: a row of a table.
bool is_in_a_row(const Candidate& candidate) {
  const std::string_view behind = candidate.text.substr(candidate.span.end);
  const std::size_t next = behind.find_first_not_of(" ,;\t-");
  return next != std::string_view::npos && next > 0 && next < 4 && begins_decimal(behind.substr(next));
}

}  // namespace

Likelihood check_bic(Candidate& candidate) {
  const std::string_view value = candidate.value();
  if (value.size() < 8) return Likelihood::none;
  const std::string country{' ', g_ascii_toupper(value[4]), g_ascii_toupper(value[5]), ' '};
  if (countries.find(country) == std::string_view::npos) return Likelihood::none;
  // Small letters are a word, unless there are digits.
  const bool capitals = std::none_of(value.begin(), value.end(), [](char c) { return g_ascii_islower(c); });
  const bool digits = std::any_of(value.begin(), value.end(), [](char c) { return g_ascii_isdigit(c); });
  return capitals || digits ? Likelihood::fair : Likelihood::none;
}

Likelihood check_coordinates(Candidate& candidate) {
  const std::string_view text = candidate.value();
  const Decimal latitude = decimal_in(text);
  const Decimal longitude = decimal_in(text.substr(latitude.end));
  if (std::abs(latitude.value) > 90 || std::abs(longitude.value) > 180) return Likelihood::none;
  const std::size_t begin = candidate.span.begin;
  take_what_stands_before(candidate);
  const bool marked = candidate.span.begin < begin || text.find_first_of("+-NSEWO\xC2") != std::string_view::npos;
  // A ten-thousandth of a degree is some ten metres: nothing else people write is a pair of such numbers, but for rows of
  // figures, rates ("12.5000") and parts of one ("0.163701").
  const int least = marked || text.find_first_of(",;/") != std::string_view::npos ? 4 : 5;
  const bool rates = latitude.decimals == 4 && text.substr(0, latitude.end).ends_with("00") && longitude.decimals == 4 &&
                     text.ends_with("00");
  const bool parts = std::abs(latitude.value) < 1 && std::abs(longitude.value) < 1;
  const bool exact = latitude.decimals >= least && longitude.decimals >= least && !rates && !is_in_a_row(candidate);
  return exact && (marked || !parts) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_degrees(Candidate& candidate) {
  const std::string_view text = candidate.value();
  const std::size_t second = text.find_last_of("NSEWO", text.size() - 2);
  if (std::atoi(text.data()) > 90) return Likelihood::none;
  if (second != std::string_view::npos && decimal_in(text.substr(second)).value > 180) return Likelihood::none;
  // "52° 31.2 E 13° 24.3": the first hemisphere stands before.
  const bool before = !g_ascii_isalpha(text.back());
  const std::size_t begin = candidate.span.begin;
  if (before) take_what_stands_before(candidate);
  return !before || candidate.span.begin < begin ? Likelihood::fair : Likelihood::none;
}

}  // namespace loftgate
