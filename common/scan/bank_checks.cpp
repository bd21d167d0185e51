// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of coordinates, bank codes and account numbers.
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"

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

}  // namespace

Likelihood check_bic(Candidate& candidate) {
  if (candidate.value().size() < 8) return Likelihood::none;
  const std::string country = " " + std::string(candidate.value().substr(4, 2)) + " ";
  return countries.find(country) == std::string_view::npos ? Likelihood::none : Likelihood::fair;
}

Likelihood check_account_length(Candidate& candidate) {
  constexpr std::size_t least = 6, most = 30;   // digits; an IBAN without letters has at most thirty
  const auto digits = DigitGroups(candidate.value()).digits().size();
  return digits >= least && digits <= most ? Likelihood::fair : Likelihood::none;
}

}  // namespace loftgate
