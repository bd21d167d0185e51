// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(CoordinatesCheck, WantsRangesAndExactness) {
  EXPECT_EQ(checked(check_coordinates, "52.52437, 13.41053"), Likelihood::fair);
  EXPECT_EQ(checked(check_coordinates, "52.524, 13.411"), Likelihood::weak);
  EXPECT_EQ(checked(check_coordinates, "(52.524, 13.411)", "52.524, 13.411"), Likelihood::fair) << "in brackets";
  EXPECT_EQ(checked(check_coordinates, "90.00000, -180.00000"), Likelihood::fair);
  EXPECT_EQ(checked(check_coordinates, "90.00001, 13.41053"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "52.52437, 180.41053"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "12.50, 13.40"), Likelihood::none) << "prices";
  EXPECT_EQ(checked(check_coordinates, "0.98712, 0.12345"), Likelihood::weak) << "probabilities";
}

TEST(CoordinatesCheck, TakesSignsAndLettersIn) {
  for (const char* value : {"-52.52437, 13.41053", "N 52.52437 E 13.41053", "+52.52437, 13.41053"}) {
    const std::string text = std::string("at ") + value;
    Candidate candidate = candidate_of(text, std::string_view(value).substr(value[0] == 'N' ? 2 : 1));
    EXPECT_EQ(check_coordinates(candidate), Likelihood::fair) << value;
    EXPECT_EQ(candidate.value(), value);
  }
  EXPECT_EQ(checked(check_coordinates, "40.71° N, 74.00° W"), Likelihood::fair);
}

TEST(CoordinatesCheck, RefusesRowsOfNumbers) {
  EXPECT_EQ(checked(check_coordinates, "1.23456, 2.34567, 3.45678", "1.23456, 2.34567"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "1.23456, 2.34567, 3.45678", "2.34567, 3.45678"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "@52.52437,13.41053,17z", "52.52437,13.41053"), Likelihood::fair) << "and a zoom";
}

TEST(CoordinatesCheck, FindsTheLongitudeBehindItsWord) {
  Candidate candidate = candidate_of("lat 52.52 lon 13.40 ok", "52.52");
  EXPECT_EQ(check_coordinates_labelled(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "52.52 lon 13.40");
  EXPECT_EQ(checked(check_coordinates_labelled, "lat 52.52 and 13.40", "52.52"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates_labelled, "lat 52.52\nlon 13.40", "52.52"), Likelihood::none) << "another line";
  EXPECT_EQ(checked(check_coordinates_labelled, "lat 52.52 lon 13", "52.52"), Likelihood::none);
}

TEST(CoordinatesCheck, DegreesWantTheCompass) {
  EXPECT_EQ(checked(check_coordinates_degrees, "52°31'27\"N 13°24'38\"E"), Likelihood::fair);
  EXPECT_EQ(checked(check_coordinates_degrees, "52°31'27\" 13°24'38\""), Likelihood::weak);
}

}  // namespace loftgate
