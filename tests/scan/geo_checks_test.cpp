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

TEST(CoordinatesCheck, DoubtsRowsOfNumbers) {
  EXPECT_EQ(checked(check_coordinates, "1.23456, 2.34567, 3.45678", "1.23456, 2.34567"), Likelihood::weak);
  EXPECT_EQ(checked(check_coordinates, "1.23456, 2.34567, 3.45678", "2.34567, 3.45678"), Likelihood::weak);
  EXPECT_EQ(checked(check_coordinates, "12.5000, 13.4000"), Likelihood::weak) << "rates";
}

TEST(CoordinatesCheck, AZoomBehindThemIsNoRow) {
  EXPECT_EQ(checked(check_coordinates, "@52.5162746,13.3777041,17z", "52.5162746,13.3777041"), Likelihood::fair);
}

TEST(CoordinatesCheck, LettersOfWordsAreNoHemispheres) {
  Candidate word = candidate_of("IN 52.51634 13.37772", "52.51634 13.37772");
  check_coordinates(word);
  EXPECT_EQ(word.value(), "52.51634 13.37772");
}

TEST(DegreesCheck, TheHemisphereStandsBehindOrBefore) {
  EXPECT_EQ(checked(check_degrees, "52°31'27\"N 13°24'38\"E"), Likelihood::fair);
  Candidate before = candidate_of("N 52° 31.200 E 13° 24.300", "52° 31.200 E 13° 24.300");
  EXPECT_EQ(check_degrees(before), Likelihood::fair);
  EXPECT_EQ(before.value(), "N 52° 31.200 E 13° 24.300");
  EXPECT_EQ(checked(check_degrees, "52° 31.200 E 13° 24.300"), Likelihood::weak) << "north or south of what";
  EXPECT_EQ(checked(check_degrees, "52°31'27\" 13°24'38\""), Likelihood::weak);
}

TEST(DegreesCheck, KeepsToTheRanges) {
  EXPECT_EQ(checked(check_degrees, "92°31'27\"N 13°24'38\"E"), Likelihood::none);
  EXPECT_EQ(checked(check_degrees, "52°31'27\"N 213°24'38\"E"), Likelihood::none);
}

}  // namespace loftgate
