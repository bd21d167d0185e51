// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(BicCheck, LettersAloneNeedMore) {
  EXPECT_EQ(checked(check_bic, "swift DEUTDEFF500", "DEUTDEFF500"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "BIC DEUTDEFF", "DEUTDEFF"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "SWIFT LANGUAGE", "LANGUAGE"), Likelihood::none);
  EXPECT_EQ(checked(check_bic, "swift: delivery", "delivery"), Likelihood::none);
  EXPECT_EQ(checked(check_bic, "bic: deutdeff", "deutdeff"), Likelihood::fair);
  EXPECT_EQ(checked(check_bic, "BIC DeutDeff", "DeutDeff"), Likelihood::none) << "mixed case";
}

TEST(BicBehindCheck, FindsTheCodeInFrontOfTheWord) {
  Candidate candidate = candidate_of("COBADEFFXXX is the swift code", "swift");
  EXPECT_EQ(check_bic_behind(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "COBADEFFXXX");
  EXPECT_EQ(checked(check_bic_behind, "Objective-C or swift", "swift"), Likelihood::none);
  EXPECT_EQ(checked(check_bic_behind, "swift", "swift"), Likelihood::none);
}

TEST(BicBesideIbanCheck, NeedsNoName) {
  const std::string_view text = "DE02 1203 0000 0000 2020 51 BYLADEM1001";
  Candidate candidate = candidate_of(text);
  EXPECT_EQ(check_bic_beside_iban(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "BYLADEM1001");
  EXPECT_EQ(checked(check_bic_beside_iban, "DE02 1203 0000 0000 2020 51 TOMORROW"), Likelihood::none);
}

}  // namespace loftgate
