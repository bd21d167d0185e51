// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(NhsCheck, WantsTheSum) {
  EXPECT_EQ(checked(check_nhs, "943 476 5870"), Likelihood::weak);
  EXPECT_EQ(checked(check_nhs, "9434765870"), Likelihood::weak);
  EXPECT_EQ(checked(check_nhs, "943 476 5871"), Likelihood::none);
  EXPECT_EQ(checked(check_nhs, "000 000 0000"), Likelihood::none);
}

TEST(KvnrCheck, NeedsAWordUnlessItStandsAlone) {
  EXPECT_EQ(checked(check_kvnr, "A000500015"), Likelihood::fair);
  EXPECT_EQ(checked(check_kvnr, "part A000500015", "A000500015"), Likelihood::weak);
  EXPECT_EQ(checked(check_kvnr, "part A000500015", "A000500015", "DE"), Likelihood::fair);
  EXPECT_EQ(checked(check_kvnr, "A000500016"), Likelihood::none);
}

TEST(AustralianMedicareCheck, GroupsMakeItLikelier) {
  EXPECT_EQ(checked(check_medicare_au, "card 2123 45670 1", "2123 45670 1"), Likelihood::fair);
  EXPECT_EQ(checked(check_medicare_au, "card 2123456701", "2123456701"), Likelihood::weak);
  EXPECT_EQ(checked(check_medicare_au, "2123 25870 1"), Likelihood::none) << "sum";
  EXPECT_EQ(checked(check_medicare_au, "2123 45670"), Likelihood::none) << "length";
}

TEST(NpiCheck, WantsTheLuhnSumWithItsPrefix) {
  EXPECT_EQ(checked(check_npi, "1234567893"), Likelihood::weak);
  EXPECT_EQ(checked(check_npi, "1234567894"), Likelihood::none);
}

TEST(DeaCheck, WantsTheSum) {
  EXPECT_EQ(checked(check_dea, "GL0285191"), Likelihood::weak);
  EXPECT_EQ(checked(check_dea, "BG8207031"), Likelihood::none);
}

TEST(NhiCheck, KnowsBothForms) {
  EXPECT_EQ(checked(check_nhi, "ZAC5361"), Likelihood::weak);
  EXPECT_EQ(checked(check_nhi, "ALU18KZ"), Likelihood::weak);
  EXPECT_EQ(checked(check_nhi, "ZAC5362"), Likelihood::none);
  EXPECT_EQ(checked(check_nhi, "ALU18KX"), Likelihood::none);
}

TEST(BritishColumbiaCheck, WantsTheSum) {
  EXPECT_EQ(checked(check_phn_bc, "9698 658 215"), Likelihood::weak);
  EXPECT_EQ(checked(check_phn_bc, "9698 648 215"), Likelihood::none);
}

TEST(BrazilianCardCheck, WantsTheSum) {
  EXPECT_EQ(checked(check_cns_br, "898 0001 6058 6668"), Likelihood::weak);
  EXPECT_EQ(checked(check_cns_br, "898 0001 6058 6667"), Likelihood::none);
}

TEST(LanrCheck, WantsTheSum) {
  EXPECT_EQ(checked(check_lanr, "123456601"), Likelihood::weak);
  EXPECT_EQ(checked(check_lanr, "123456901"), Likelihood::none);
}

TEST(RamqCheck, WantsADateOfBirth) {
  EXPECT_EQ(checked(check_ramq, "BERA84561912"), Likelihood::weak);
  EXPECT_EQ(checked(check_ramq, "BERA84331912"), Likelihood::none);
}

TEST(HealthNumberCheck, TakesGroupsAndLeavesSocialSecurityOut) {
  Candidate candidate = candidate_of("patient id 4711-33 again", "4");
  EXPECT_EQ(check_health_number(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "4711-33");
  EXPECT_EQ(checked(check_health_number, "national insurance number 728193604", "728193604"), Likelihood::none);
  EXPECT_EQ(checked(check_health_number, "in 14 wards", "14"), Likelihood::none);
}

}  // namespace loftgate
