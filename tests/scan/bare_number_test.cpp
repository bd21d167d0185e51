// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/bare_number.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {

TEST(BareNumber, KeepsLettersAndDigitsOfAnyWidth) {
  EXPECT_EQ(BareNumber("131052-308t").text(), "131052308T");
  EXPECT_EQ(BareNumber("Ａ１２３ (٤)").text(), "A1234");
  EXPECT_EQ(BareNumber("12-a-3", BareNumber::Keep::digits).text(), "123");
}

TEST(BareNumber, OtherLettersAndTooMuchAreNoGood) {
  EXPECT_TRUE(BareNumber("A1").good());
  EXPECT_FALSE(BareNumber("Ж1").good());
  EXPECT_FALSE(BareNumber(std::string(41, '1')).good());
}

TEST(BareNumber, ReadsPartsAsNumbers) {
  const BareNumber number("12A4");
  EXPECT_EQ(number.value(0, 2), 12);
  EXPECT_EQ(number.value(1, 2), -1) << "a letter";
  EXPECT_EQ(number.value(3, 2), -1) << "too short";
}

TEST(BareNumber, KnowsOneCharacterOverAndOver) {
  EXPECT_TRUE(BareNumber("11 11").monotonous());
  EXPECT_TRUE(BareNumber("").monotonous());
  EXPECT_FALSE(BareNumber("11 12").monotonous());
}

TEST(Days, MustExist) {
  EXPECT_TRUE(is_day(2000, 2, 29));
  EXPECT_FALSE(is_day(1900, 2, 29));
  EXPECT_TRUE(is_day(0, 2, 29)) << "a year of any century";
  EXPECT_FALSE(is_day(99, 2, 29));
  EXPECT_FALSE(is_day(99, 4, 31));
  EXPECT_FALSE(is_day(99, 13, 1));
  EXPECT_FALSE(is_day(99, 1, 0));
  EXPECT_FALSE(is_day(-1, 1, 1));
}

}  // namespace loftgate
