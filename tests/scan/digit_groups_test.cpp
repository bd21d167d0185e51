// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/digit_groups.h"

#include <gtest/gtest.h>

namespace loftgate {

TEST(DigitGroups, ReadsDigitsOfEveryScriptAndWhatPartsThem) {
  const DigitGroups number("（０３）３５７０-٧٤٩٢");
  EXPECT_EQ(number.digits(), "0335707492");
  EXPECT_TRUE(number.sized(2, 4, 4));
  EXPECT_TRUE(number.has_bracket());
}

TEST(DigitGroups, AnExtensionIsNoPartOfTheNumber) {
  EXPECT_EQ(DigitGroups("555-2671 x 12").digits(), "5552671");
  EXPECT_EQ(DigitGroups("555-2671, ext 12").digits(), "5552671");
}

TEST(DigitGroups, LeavesGroupsOutFromTheEnd) {
  DigitGroups number("415-555-2671");
  EXPECT_EQ(number.end(), 12u);
  number.drop_last_group();
  EXPECT_EQ(number.digits(), "415555");
  EXPECT_EQ(number.end(), 7u);
}

TEST(DigitGroups, SaysWhenItGaveUp) {
  EXPECT_TRUE(DigitGroups(std::string(41, '1')).too_long());
  EXPECT_FALSE(DigitGroups(std::string(40, '1')).too_long());
}

TEST(DigitGroups, KnowsVersionsAndPairs) {
  for (const char* version : {"2.6.32-22.33", "10.15.7.2", "1.2.3"}) {
    EXPECT_TRUE(looks_like_version(DigitGroups(version))) << version;
  }
  for (const char* number : {"06.12.34.56.78", "1.415.555.2671", "2-6-32"}) {
    EXPECT_FALSE(looks_like_version(DigitGroups(number))) << number;
  }
  EXPECT_TRUE(looks_like_pairs(DigitGroups("12.30 - 14.00")));
  EXPECT_TRUE(looks_like_pairs(DigitGroups("21-19 21-18")));
  EXPECT_FALSE(looks_like_pairs(DigitGroups("12.30.14.00")));
  EXPECT_FALSE(looks_like_pairs(DigitGroups("415-555 26-71")));
}

TEST(DigitGroups, KnowsDates) {
  for (const char* date : {"2011-03-27", "27.3.2011", "3/27/11", "03/27/2011", "1914-1918", "2012-01-02 08"}) {
    EXPECT_TRUE(looks_like_date(DigitGroups(date))) << date;
  }
  for (const char* number : {"415-555-2671", "06 12 34 56 78", "27.13.2011.5", "99-99-9999", "030 901820", "2011"}) {
    EXPECT_FALSE(looks_like_date(DigitGroups(number))) << number;
  }
  EXPECT_TRUE(looks_like_date(DigitGroups("5 2011-03-27"), 1));
}

TEST(DigitGroups, KnowsAmounts) {
  EXPECT_TRUE(looks_like_amount(DigitGroups("1 000 000")));
  EXPECT_TRUE(looks_like_amount(DigitGroups("12.345.678")));
  EXPECT_FALSE(looks_like_amount(DigitGroups("012 345 678")));
  EXPECT_FALSE(looks_like_amount(DigitGroups("1-000-000")));
  EXPECT_FALSE(looks_like_amount(DigitGroups("1 000 0000")));
}

TEST(Luhn, HoldsForCardsAndBreaksWithOneDigit) {
  EXPECT_TRUE(luhn_holds("4539148803436467"));
  EXPECT_FALSE(luhn_holds("4539148803436468"));
  EXPECT_TRUE(luhn_holds("79927398713"));
}

}  // namespace loftgate
