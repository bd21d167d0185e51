// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(CardCheck, WantsBrandLengthAndSum) {
  EXPECT_EQ(checked(check_card, "4539148803436467"), Likelihood::fair);
  EXPECT_EQ(checked(check_card, "4539 1488 0343 6467"), Likelihood::strong);
  EXPECT_EQ(checked(check_card, "3714 496353 98431"), Likelihood::strong);
  EXPECT_EQ(checked(check_card, "4539148803436468"), Likelihood::none) << "sum";
  EXPECT_EQ(checked(check_card, "1234567812345670"), Likelihood::none) << "brand";
  EXPECT_EQ(checked(check_card, "45391488034364"), Likelihood::none) << "length";
  EXPECT_EQ(checked(check_card, "0000000000000000"), Likelihood::none);
}

TEST(CardCheck, OddGroupsAreDoubtful) { EXPECT_EQ(checked(check_card, "45 39148803436467"), Likelihood::weak); }

TEST(CardCheck, ReadsOnFromTheFirstDigits) {
  Candidate candidate = candidate_of("4539 1488 0343 6467", "4539 1488 03");
  EXPECT_EQ(check_card(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "4539 1488 0343 6467");
}

TEST(CardCheck, LeavesTheNextNumberOut) {
  for (const char* text : {"4539 1488 0343 6467 124", "4539 1488 0343 6467 1227", "4539 1488 0343 6467 12/27"}) {
    Candidate candidate = candidate_of(text);
    EXPECT_EQ(check_card(candidate), Likelihood::strong) << text;
    EXPECT_EQ(candidate.value(), "4539 1488 0343 6467");
  }
}

TEST(CardCheck, IsNoPieceOfALongerNumber) {
  EXPECT_EQ(checked(check_card, "4539 1488 0343 6467 9912 3456"), Likelihood::none);
  EXPECT_EQ(checked(check_card, "4539148803436467.25"), Likelihood::none);
  EXPECT_EQ(checked(check_card, "4539148803436467x"), Likelihood::none);
}

TEST(CardCheck, SomeSchemesHaveNoSum) {
  EXPECT_EQ(checked(check_card, "8600 1234 5678 9011"), Likelihood::weak);
  EXPECT_EQ(checked(check_card, "860 0123 4567 89011"), Likelihood::none) << "grouped like something else";
}

TEST(CardCheck, KnowsNumbersMadeForTests) {
  EXPECT_EQ(checked(check_card, "4111 1111 1111 1111"), Likelihood::weak);
  EXPECT_EQ(checked(check_card, "test it with 5555555555554444", "5555555555554444"), Likelihood::known);
  EXPECT_EQ(checked(check_card, "mine is 5555555555554444", "5555555555554444"), Likelihood::fair);
  EXPECT_EQ(checked(check_card, "测试卡5555555555554444", "5555555555554444"), Likelihood::known);
}

TEST(CardCheck, AGroupOfNumbersIsMadeForTestsOnly) {
  EXPECT_EQ(checked(check_card, "my card 4000002500003155", "4000002500003155"), Likelihood::known);
}

TEST(CardCheck, AirlineCardsAreTheWholeMessage) {
  EXPECT_EQ(checked(check_card, "122000000000003"), Likelihood::fair);
  EXPECT_EQ(checked(check_card, "id 122000000000003", "122000000000003"), Likelihood::weak);
}

}  // namespace loftgate
