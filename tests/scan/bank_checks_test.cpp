// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(BicCheck, WantsACountry) {
  EXPECT_EQ(checked(check_bic, "DEUTDEFF"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "DEUTXXFF"), Likelihood::none);
}

TEST(AccountLengthCheck, CountsDigits) {
  EXPECT_EQ(checked(check_account_length, "12 34 56"), Likelihood::fair);
  EXPECT_EQ(checked(check_account_length, "12345"), Likelihood::none);
}

}  // namespace loftgate
