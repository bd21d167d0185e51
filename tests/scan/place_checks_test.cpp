// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(BicCheck, WantsACountry) {
  EXPECT_EQ(checked(check_bic, "DEUTDEFF"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "COBADEFF370"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "DEUTXXFF"), Likelihood::none);
  EXPECT_EQ(checked(check_bic, "DEUT"), Likelihood::none) << "too short to have one";
}

TEST(BicCheck, SmallLettersAreAWordUnlessThereAreDigits) {
  EXPECT_EQ(checked(check_bic, "byladem1"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "language"), Likelihood::none);
  EXPECT_EQ(checked(check_bic, "Language"), Likelihood::none);
}

TEST(CoordinatesCheck, KeepsToTheRanges) {
  EXPECT_EQ(checked(check_coordinates, "52.52437, 13.41053"), Likelihood::fair);
  EXPECT_EQ(checked(check_coordinates, "90.52437, 13.41053"), Likelihood::none);
  EXPECT_EQ(checked(check_coordinates, "52.52437, 180.41053"), Likelihood::none);
}

TEST(CoordinatesCheck, FewDecimalsAreDoubtful) {
  EXPECT_EQ(checked(check_coordinates, "52.524, 13.4105"), Likelihood::weak);
  EXPECT_EQ(checked(check_coordinates, "52.5243 13.4105"), Likelihood::weak) << "only a blank between them";
  EXPECT_EQ(checked(check_coordinates, "52.5243, 13.4105"), Likelihood::fair);
}

TEST(CoordinatesCheck, OtherFiguresAreDoubtful) {
  EXPECT_EQ(checked(check_coordinates, "52.52437, 13.41053, 7.5", "52.52437, 13.41053"), Likelihood::weak) << "a row";
  EXPECT_EQ(checked(check_coordinates, "12.5000, 13.4000"), Likelihood::weak) << "rates";
  EXPECT_EQ(checked(check_coordinates, "0.163701, 0.037129"), Likelihood::weak) << "parts of one";
}

TEST(CoordinatesCheck, AZoomBehindThemIsNoRow) {
  EXPECT_EQ(checked(check_coordinates, "@52.5162746,13.3777041,17z", "52.5162746,13.3777041"), Likelihood::fair);
}

TEST(CoordinatesCheck, TakesSignAndHemisphereIn) {
  Candidate negative = candidate_of("(-17.73822, 85.60546)", "17.73822, 85.60546");
  EXPECT_EQ(check_coordinates(negative), Likelihood::fair);
  EXPECT_EQ(negative.value(), "-17.73822, 85.60546");
  Candidate north = candidate_of("N 52.5163 E13.3777", "52.5163 E13.3777");
  EXPECT_EQ(check_coordinates(north), Likelihood::fair);
  EXPECT_EQ(north.value(), "N 52.5163 E13.3777");
  Candidate word = candidate_of("IN 52.51634 13.37772", "52.51634 13.37772");
  check_coordinates(word);
  EXPECT_EQ(word.value(), "52.51634 13.37772");
}

TEST(DegreesCheck, TheHemisphereStandsBehindOrBefore) {
  EXPECT_EQ(checked(check_degrees, "52°31'27\"N 13°24'38\"E"), Likelihood::fair);
  Candidate before = candidate_of("N 52° 31.200 E 13° 24.300", "52° 31.200 E 13° 24.300");
  EXPECT_EQ(check_degrees(before), Likelihood::fair);
  EXPECT_EQ(before.value(), "N 52° 31.200 E 13° 24.300");
  EXPECT_EQ(checked(check_degrees, "52° 31.200 E 13° 24.300"), Likelihood::none) << "north or south of what";
}

TEST(DegreesCheck, KeepsToTheRanges) {
  EXPECT_EQ(checked(check_degrees, "92°31'27\"N 13°24'38\"E"), Likelihood::none);
  EXPECT_EQ(checked(check_degrees, "52°31'27\"N 213°24'38\"E"), Likelihood::none);
}

}  // namespace loftgate
