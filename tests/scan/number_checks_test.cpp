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

TEST(CardCheck, LeavesTheNextNumberOut) {
  Candidate candidate = candidate_of("4539 1488 0343 6467 124");
  EXPECT_EQ(check_card(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "4539 1488 0343 6467");
}

TEST(IbanCheck, WantsCountryLengthAndSum) {
  EXPECT_EQ(checked(check_iban, "DE02 1203 0000 0000 2020 51"), Likelihood::strong);
  EXPECT_EQ(checked(check_iban, "NO9386011117947"), Likelihood::strong);
  EXPECT_EQ(checked(check_iban, "DE03 1203 0000 0000 2020 51"), Likelihood::none) << "sum";
  EXPECT_EQ(checked(check_iban, "DE02 1203 0000 0000 2020 5"), Likelihood::none) << "length";
  EXPECT_EQ(checked(check_iban, "QZ02 1203 0000 0000 2020 51"), Likelihood::none) << "country";
}

TEST(IbanCheck, EndsWhereTheCountrySays) {
  Candidate candidate = candidate_of("DE02120300000000202051 and more");
  EXPECT_EQ(check_iban(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "DE02120300000000202051");
  EXPECT_EQ(checked(check_iban, "DE021203000000002020519"), Likelihood::none) << "one digit too many";
}

}  // namespace loftgate
