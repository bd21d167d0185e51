// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

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

TEST(IbanCheck, LeavesAJoinedWordOut) {
  Candidate candidate = candidate_of("IBANDE02120300000000202051");
  EXPECT_EQ(check_iban(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "DE02120300000000202051");
}

TEST(IbanCheck, IsWrittenInOneCase) {
  EXPECT_EQ(checked(check_iban, "gb33bukb20201555555555"), Likelihood::strong);
  EXPECT_EQ(checked(check_iban, "De02 1203 0000 0000 2020 51"), Likelihood::strong) << "a sentence begins so";
  EXPECT_EQ(checked(check_iban, "GB33bUkB20201555555555"), Likelihood::none);
}

TEST(IbanCheck, DoubtsLettersWhereACountryHasDigits) {
  EXPECT_EQ(checked(check_iban, "DE47ABCD004405320130KH"), Likelihood::weak);
}

}  // namespace loftgate
