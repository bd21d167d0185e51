// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(CardCodeCheck, FourDigitsNeedACard) {
  EXPECT_EQ(checked(check_card_code, "security code 728", "728"), Likelihood::fair);
  EXPECT_EQ(checked(check_card_code, "security code 7281", "7281"), Likelihood::none) << "of a door, perhaps";
  EXPECT_EQ(checked(check_card_code, "card security code 7281", "7281"), Likelihood::fair);
  EXPECT_EQ(checked(check_card_code, "cvc 2024", "2024"), Likelihood::none) << "a year";
  EXPECT_EQ(checked(check_card_code, "amex cvc 2024", "2024"), Likelihood::fair);
}

TEST(CardCodeCheck, FindsTheDigitsInFrontOfTheWord) {
  for (const char* text : {"728 is my cvv", "728 (cvv)", "the 728 is the cvv", "04/28 728 cvv", "728 ist mein cvv"}) {
    Candidate candidate = candidate_of(text, "cvv");
    EXPECT_EQ(check_card_code_behind(candidate), Likelihood::fair) << text;
    EXPECT_EQ(candidate.value(), "728") << text;
  }
  for (const char* text : {"4539 1488 0343 6467 cvv", "what is a cvv", "cvv", "72 is my cvv", "728 cvv 193", "in 3.728 cvv"}) {
    EXPECT_EQ(checked(check_card_code_behind, text, "cvv"), Likelihood::none) << text;
  }
}

}  // namespace loftgate
