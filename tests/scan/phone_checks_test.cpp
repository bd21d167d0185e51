// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(InternationalPhone, WantsACodeAndALength) {
  EXPECT_EQ(checked(check_phone_international, "+49 30 901820"), Likelihood::strong);
  EXPECT_EQ(checked(check_phone_international, "+44 (0)20 7946 0958"), Likelihood::strong);
  EXPECT_EQ(checked(check_phone_international, "+999 123 456 789"), Likelihood::none);
  EXPECT_EQ(checked(check_phone_international, "+1 415 555"), Likelihood::none);
  EXPECT_EQ(checked(check_phone_international, "+33 3 34 23 12"), Likelihood::weak) << "one group is missing";
}

TEST(InternationalPhone, LeavesTheNextNumberOut) {
  Candidate candidate = candidate_of("+1 415 555 2671 42");
  EXPECT_EQ(check_phone_international(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "+1 415 555 2671");
}

TEST(NationalPhone, IsKnownByItsShape) {
  for (const char* text : {"415-555-2671", "(415) 555-2671", "1-415-555-2671", "030 901820", "06 12 34 56 78", "0171 2345678",
                           "0612345678", "(11) 4706-6184"}) {
    EXPECT_EQ(checked(check_phone_national, std::string("it is ") + text, text), Likelihood::fair) << text;
  }
  for (const char* text : {"5552671", "23456789", "166-684-7899", "4155552671"}) {
    EXPECT_EQ(checked(check_phone_national, std::string("it is ") + text, text), Likelihood::weak) << text;
  }
}

TEST(NationalPhone, IsKnownByTheUsersCountry) {
  EXPECT_EQ(checked(check_phone_national, "it is 612 34 56 78", "612 34 56 78", "ES"), Likelihood::fair);
  EXPECT_EQ(checked(check_phone_national, "it is 612 34 56 78", "612 34 56 78"), Likelihood::weak);
  EXPECT_EQ(checked(check_phone_national, "4155552671", "", "US"), Likelihood::fair) << "the whole message";
  EXPECT_EQ(checked(check_phone_national, "bug 4155552671", "4155552671", "US"), Likelihood::weak);
}

TEST(NationalPhone, DatesVersionsAndPiecesAreNone) {
  for (const char* text : {"2011-03-27", "27.03.2011", "1914-1918", "12345", "0000000", "2012-01-02 08"}) {
    EXPECT_EQ(checked(check_phone_national, text), Likelihood::none) << text;
  }
  EXPECT_EQ(checked(check_phone_national, "2.6.32-22.33.41", "32-22.33.41"), Likelihood::none);
  EXPECT_EQ(checked(check_phone_national, "foo-415-555-2671", "415-555-2671"), Likelihood::none);
  EXPECT_EQ(checked(check_phone_national, "415-555-2671:22", "415-555-2671"), Likelihood::none);
}

TEST(NationalPhone, ListsTablesAndCodesAreNone) {
  EXPECT_EQ(checked(check_phone_national, "3811 0751 4895 8861", "0751 4895 8861"), Likelihood::none) << "a list";
  EXPECT_EQ(checked(check_phone_national, "35 158 03624 1650", "03624 1650"), Likelihood::none) << "a table";
  EXPECT_EQ(checked(check_phone_national, "3.6  93660 37528", "93660 37528"), Likelihood::none) << "columns";
  EXPECT_EQ(checked(check_phone_national, "00 30 da 03 46 28 08 06", "03 46 28 08 06"), Likelihood::none) << "a dump";
  for (const char* text : {"015-14-8844", "0-368-27308-4", "01-87-52-12-38-82", "075727 063202", "0.37.12.7569", "43.7425494"}) {
    EXPECT_LE(checked(check_phone_national, std::string("it is ") + text, text), Likelihood::weak) << text;
  }
}

TEST(NationalPhone, AtHomeNeedsItsTrunkPrefix) {
  EXPECT_EQ(checked(check_phone_national, "0171 2345678", "", "DE"), Likelihood::fair);
  EXPECT_EQ(checked(check_phone_national, "2681-71840", "", "DE"), Likelihood::weak) << "a range";
}

TEST(NationalPhone, AnOpeningBracketThatClosesBehindStaysOut) {
  Candidate candidate = candidate_of("(030 901820)", "(030 901820");
  EXPECT_EQ(check_phone_national(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "030 901820");
}

}  // namespace loftgate
