// SPDX-License-Identifier: GPL-2.0-or-later
// How long telephone numbers are in each country, and what stands before them at home.
#pragma once

#include <string_view>

namespace loftgate {

/// The numbering plan behind one international calling code (ITU-T E.164 and its national annexes).
struct PhonePlan {
  std::string_view code;      ///< "49"
  int least = 0;              ///< digits of a national number without trunk prefix
  int most = 0;
  std::string_view trunk;     ///< what is dialled before it inside the country, "" nothing
  std::string_view regions;   ///< ISO 3166 codes, separated by spaces
};

/// The plan whose calling code begins `digits`, or nullptr. No code is the beginning of another.
const PhonePlan* plan_of_number(std::string_view digits);

/// The plan of a country, or nullptr.
const PhonePlan* plan_of_region(std::string_view region);

}  // namespace loftgate
