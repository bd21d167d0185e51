// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(GroupedCheck, SignsMakeANumberMoreLikely) {
  EXPECT_EQ(checked(check_grouped, "123 456 782"), Likelihood::fair);
  EXPECT_EQ(checked(check_grouped, "123456782"), Likelihood::weak);
}

TEST(DashedCheck, SpacesStandBetweenOtherNumbersToo) {
  EXPECT_EQ(checked(check_dashed, "912-70-1234"), Likelihood::fair);
  EXPECT_EQ(checked(check_dashed, "912 70 1234"), Likelihood::weak);
  EXPECT_EQ(checked(check_dashed, "912-70-1234-5", "912-70-1234"), Likelihood::none) << "part of a longer number";
  EXPECT_EQ(checked(check_dashed, "912-70-1234. 5", "912-70-1234"), Likelihood::fair) << "end of a sentence";
}

TEST(CodiceFiscaleCheck, WantsDateAndLetter) {
  EXPECT_EQ(checked(check_codice_fiscale, "RCCMNL83S18D969H"), Likelihood::fair);
  EXPECT_EQ(checked(check_codice_fiscale, "rccmnl 83s18 d969h"), Likelihood::fair);
  EXPECT_EQ(checked(check_codice_fiscale, "RCCMNL83S18D969I"), Likelihood::none) << "letter";
  EXPECT_EQ(checked(check_codice_fiscale, "RCCMNL83S39D969H"), Likelihood::none) << "day";
  EXPECT_EQ(checked(check_codice_fiscale, "RCCMNL83S18D969"), Likelihood::none) << "too short";
}

TEST(HetuCheck, WantsDateAndCharacter) {
  EXPECT_EQ(checked(check_hetu, "131052-308T"), Likelihood::fair);
  EXPECT_EQ(checked(check_hetu, "131052a308t"), Likelihood::fair);
  EXPECT_EQ(checked(check_hetu, "131052-308U"), Likelihood::none) << "character";
  EXPECT_EQ(checked(check_hetu, "311152-308T"), Likelihood::none) << "day";
  EXPECT_EQ(checked(check_hetu, "131052-001D"), Likelihood::none) << "numbers begin with 002";
}

TEST(HkidCheck, ReadsOneLetterOrTwo) {
  EXPECT_EQ(checked(check_hkid, "A123456(3)"), Likelihood::fair);
  EXPECT_EQ(checked(check_hkid, "AB987654[3]"), Likelihood::fair);
  EXPECT_EQ(checked(check_hkid, "A1234563"), Likelihood::weak) << "without brackets";
  EXPECT_EQ(checked(check_hkid, "A123456(4)"), Likelihood::none);
}

TEST(SingaporeIdCheck, EachSeriesHasItsLetters) {
  for (const std::string_view good : {"S2740116C", "t7572225c", "F2346401L", "M4332674T"}) {
    EXPECT_EQ(checked(check_singapore_id, good), Likelihood::fair) << good;
  }
  EXPECT_EQ(checked(check_singapore_id, "S2740116D"), Likelihood::none);
  EXPECT_EQ(checked(check_singapore_id, "F2740116C"), Likelihood::none);
}

TEST(PpsCheck, CountsTheSecondLetterSince2013) {
  EXPECT_EQ(checked(check_pps, "6433435F"), Likelihood::fair);
  EXPECT_EQ(checked(check_pps, "6433435FW"), Likelihood::fair) << "an older one of a wife";
  EXPECT_EQ(checked(check_pps, "6433435OA"), Likelihood::fair);
  EXPECT_EQ(checked(check_pps, "6433435E"), Likelihood::none);
}

TEST(NinoCheck, TakesTheLettersBeforeTheDigits) {
  Candidate candidate = candidate_of("it is YZ 61 48 68 B, ok", "61 48 68 B");
  EXPECT_EQ(check_nino(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "YZ 61 48 68 B");
  EXPECT_EQ(checked(check_nino, "YZ614868B", "614868B"), Likelihood::weak) << "devices have such numbers, too";
  EXPECT_EQ(checked(check_nino, "YZ614868B", "614868B", "GB"), Likelihood::fair);
  EXPECT_EQ(checked(check_nino, "BG 61 48 68 B", "61 48 68 B"), Likelihood::none) << "never given out";
  EXPECT_EQ(checked(check_nino, "XYZ 61 48 68 B", "61 48 68 B"), Likelihood::none) << "a longer word";
  EXPECT_EQ(checked(check_nino, "Yz 61 48 68 B", "61 48 68 B"), Likelihood::none);
}

TEST(RfcCheck, TakesTheNameBeforeTheDate) {
  Candidate candidate = candidate_of("su RFC GOÑE 561231 GR8", "561231 GR8");
  EXPECT_EQ(check_rfc(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "GOÑE 561231 GR8");
  EXPECT_EQ(checked(check_rfc, "the RFC 561231", "561231"), Likelihood::none) << "three letters";
  EXPECT_EQ(checked(check_rfc, "abcde561231", "561231"), Likelihood::none) << "five letters";
}

TEST(BirthNumberCheck, WantsADateAndRemainder) {
  EXPECT_EQ(checked(check_birth_number, "710319/2745"), Likelihood::fair);
  EXPECT_EQ(checked(check_birth_number, "7103192745"), Likelihood::weak);
  EXPECT_EQ(checked(check_birth_number, "715319/2745"), Likelihood::none) << "women have another sum";
  EXPECT_EQ(checked(check_birth_number, "531231/123"), Likelihood::weak) << "nine digits until 1953";
  EXPECT_EQ(checked(check_birth_number, "601231/123"), Likelihood::none);
}

TEST(PersonnummerCheck, ReadsTheCenturyToo) {
  EXPECT_EQ(checked(check_personnummer, "880320-0016"), Likelihood::fair);
  EXPECT_EQ(checked(check_personnummer, "19880320-0016"), Likelihood::fair);
  EXPECT_EQ(checked(check_personnummer, "8803200016"), Likelihood::weak);
  EXPECT_EQ(checked(check_personnummer, "880320-0018"), Likelihood::none) << "sum";
  EXPECT_EQ(checked(check_personnummer, "881320-0015"), Likelihood::none) << "month";
}

TEST(GermanTaxIdCheck, NoDigitStandsThereMoreThanThreeTimes) {
  EXPECT_EQ(checked(check_german_tax_id, "36574261809"), Likelihood::fair);
  EXPECT_EQ(checked(check_german_tax_id, "11112345678"), Likelihood::none);
}

TEST(CyprusTaxCodeCheck, WantsTheLetter) {
  EXPECT_EQ(checked(check_cyprus_tax_code, "10259033P"), Likelihood::fair);
  EXPECT_EQ(checked(check_cyprus_tax_code, "10259033Z"), Likelihood::none);
}

TEST(UsSsnCheck, SomeNumbersAreNeverGivenOut) {
  EXPECT_EQ(checked(check_us_ssn, "536-90-4399"), Likelihood::fair);
  EXPECT_EQ(checked(check_us_ssn, "536904399"), Likelihood::weak);
  EXPECT_EQ(checked(check_us_ssn, "536 90 4399"), Likelihood::weak);
  EXPECT_EQ(checked(check_us_ssn, "536 90 4399", {}, "US"), Likelihood::fair);
  EXPECT_EQ(checked(check_us_ssn, "536-90.4399"), Likelihood::none) << "two signs";
  EXPECT_EQ(checked(check_us_ssn, "666-90-4399"), Likelihood::none);
  EXPECT_EQ(checked(check_us_ssn, "936-90-4399"), Likelihood::none);
  EXPECT_EQ(checked(check_us_ssn, "536-00-4399"), Likelihood::none);
  EXPECT_EQ(checked(check_us_ssn, "536-90-0000"), Likelihood::none);
}

}  // namespace loftgate
