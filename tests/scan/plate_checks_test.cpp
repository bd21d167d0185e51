// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {
namespace {

std::string plate_in(CheckFunction check, std::string_view text, std::string_view digit) {
  Candidate candidate = candidate_of(text, digit);
  return check(candidate) == Likelihood::none ? "" : std::string(candidate.value());
}

}  // namespace

TEST(PlateCheck, TakesTheGroupsAroundTheDigits) {
  EXPECT_EQ(plate_in(check_plate, "Kennzeichen B KX 728 gesehen", "7"), "B KX 728");
  EXPECT_EQ(plate_in(check_plate, "plate BK72 HNV was seen", "7"), "BK72 HNV");
  EXPECT_EQ(plate_in(check_plate, "plaka 06 A 728", "0"), "06 A 728");
  EXPECT_EQ(plate_in(check_plate, "matrícula 72·KX·81", "7"), "72·KX·81");
  EXPECT_EQ(plate_in(check_plate, "plate kxb728", "7"), "kxb728");
}

TEST(PlateCheck, LeavesWordsOfTheSentenceOut) {
  EXPECT_EQ(plate_in(check_plate, "plate NO KXB 728", "7"), "KXB 728");
  EXPECT_EQ(plate_in(check_plate, "plate KXB 728 A friend saw it", "7"), "KXB 728");
}

TEST(PlateCheck, RefusesCountsAndUnits) {
  EXPECT_EQ(plate_in(check_plate, "a plate of 12 cookies", "1"), "");
  EXPECT_EQ(plate_in(check_plate, "plates 10kg", "1"), "");
  EXPECT_EQ(plate_in(check_plate, "Plakat von 200 MB", "2"), "");
  EXPECT_EQ(plate_in(check_plate, "plate no 4", "4"), "");
}

TEST(PlateOrderCheck, WantsAnOrderThatACountryUses) {
  EXPECT_EQ(plate_in(check_plate_order, "car KXB 728", "7"), "KXB 728");
  EXPECT_EQ(plate_in(check_plate_order, "car KX7H2B8", "7"), "");
  EXPECT_EQ(plate_in(check_plate_order, "a BMW 320", "3"), "") << "a make is no group of a plate";
  EXPECT_EQ(plate_in(check_plate_order, "AB10 1XG", "1"), "") << "a British postal code";
}

TEST(PlateAloneCheck, WantsTheWholeMessage) {
  EXPECT_EQ(checked(check_plate_alone, "HH-KX 728"), Likelihood::fair);
  EXPECT_EQ(checked(check_plate_alone, "saw HH-KX 728", "HH-KX 728"), Likelihood::none);
  EXPECT_EQ(checked(check_plate_alone, "16 GB 256"), Likelihood::none);
}

}  // namespace loftgate
