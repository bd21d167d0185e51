// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {
namespace {

/// What the check makes of the number whose first digit stands at `digit`.
std::string found(CheckFunction check, std::string_view text, std::string_view digit) {
  Candidate candidate = candidate_of(text, digit);
  return check(candidate) == Likelihood::none ? "" : std::string(candidate.value());
}

}  // namespace

TEST(DocumentNumberCheck, TakesTheLettersBeforeTheFirstDigit) {
  EXPECT_EQ(found(check_document_number, "passport AB7281936 please", "7"), "AB7281936");
  EXPECT_EQ(found(check_document_number, "passport ZS 0728193", "0"), "ZS 0728193");
  EXPECT_EQ(found(check_document_number, "passport A-7281936", "7"), "A-7281936");
  EXPECT_EQ(found(check_document_number, "パスポートはTK7281936です", "7"), "TK7281936");
}

TEST(DocumentNumberCheck, LeavesLabelsAndFollowingNumbersOut) {
  EXPECT_EQ(found(check_document_number, "PASSPORT NO 728193604", "7"), "728193604");
  EXPECT_EQ(found(check_document_number, "passport AB728193 2 weeks", "7"), "AB728193");
  EXPECT_EQ(found(check_document_number, "паспорт 45 12 728193", "4"), "45 12 728193");
}

TEST(DocumentNumberCheck, ReadsDigitsOfOtherScripts) {
  EXPECT_EQ(found(check_document_number, "جواز ٠٧٢٨١٩٣٦", "٠"), "٠٧٢٨١٩٣٦");
  EXPECT_EQ(found(check_document_number, "パスポート ＴＫ７２８１９３６", "７"), "ＴＫ７２８１９３６");
}

TEST(DocumentNumberCheck, RefusesDatesYearsAndShortNumbers) {
  for (const std::string_view text : {"2019", "12345", "20280731", "28.07.2031", "0000000", "1234567890123", "7281936.5"}) {
    EXPECT_EQ(checked(check_document_number, text), Likelihood::none) << text;
  }
}

TEST(DocumentNumberCheck, WordsBeforeAnotherNumberDoNotCount) {
  EXPECT_EQ(checked(check_document_number, "tel 555 passport X7281936", "7281936"), Likelihood::strong);
  EXPECT_EQ(checked(check_document_number, "tel passport X7281936", "7281936"), Likelihood::fair);
  EXPECT_EQ(checked(check_document_form, "tel 555 passport X7281936", "7281936"), Likelihood::fair);
}

TEST(LicenceNumberCheck, TakesGroups) {
  EXPECT_EQ(found(check_licence_number, "B625-728-19-364-0 from Tampa", "6"), "B625-728-19-364-0");
  EXPECT_EQ(found(check_licence_number, "WDLBERG283QX", "2"), "WDLBERG283QX");
  EXPECT_EQ(found(check_licence_number, "B1 or A2", "1"), "");
  EXPECT_EQ(found(check_licence_number, "mode2000x", "2"), "");
}

TEST(MrzCheck, WantsTheCheckDigits) {
  const std::string line = "C728193648UTO7408122F3204153<<<<<<<<<<<<<<<4";
  EXPECT_EQ(checked(check_mrz, line), Likelihood::strong);
  EXPECT_EQ(checked(check_mrz, "C728193647UTO7408122F3204153<<<<<<<<<<<<<<<4"), Likelihood::none) << "number";
  EXPECT_EQ(checked(check_mrz, "C728193648UTO7408123F3204153<<<<<<<<<<<<<<<4"), Likelihood::none) << "birth";
}

TEST(MrzCheck, TakesTheFirstLineIn) {
  const std::string first = "P<UTOBERGER<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<";
  const std::string second = "C728193648UTO7408122F3204153<<<<<<<<<<<<<<<4";
  const std::string text = first + "\n" + second;
  EXPECT_EQ(found(check_mrz, text, second), text);
}

TEST(GermanCardCheck, WantsTheCheckDigit) {
  EXPECT_EQ(checked(check_german_card, "L7VX82K947"), Likelihood::fair);
  EXPECT_EQ(checked(check_german_card, "mein L7VX82K947", "L7VX82K947"), Likelihood::weak);
  EXPECT_EQ(checked(check_german_card, "L7VX82K948"), Likelihood::none);
}

TEST(PolishDocumentCheck, KnowsCardAndPassport) {
  EXPECT_EQ(checked(check_polish_document, "nr ABC523456", "ABC523456"), Likelihood::weak);
  EXPECT_EQ(checked(check_polish_document, "ABC 523456"), Likelihood::fair);
  EXPECT_EQ(checked(check_polish_document, "ABC623456"), Likelihood::none);
  EXPECT_EQ(checked(check_polish_document, "EC3281936"), Likelihood::weak);
  EXPECT_EQ(checked(check_polish_document, "EC4281936"), Likelihood::none);
}

TEST(BelgianCardCheck, WantsTheRestBy97) {
  EXPECT_EQ(checked(check_belgian_card, "000-0011032-71"), Likelihood::weak);
  EXPECT_EQ(checked(check_belgian_card, "000-0011032-25"), Likelihood::none);
}

TEST(UkLicenceCheck, ReadsNameAndBirth) {
  EXPECT_EQ(checked(check_uk_licence, "BERGE607284AM9XY"), Likelihood::strong);
  EXPECT_EQ(checked(check_uk_licence, "LI999562017S99PD"), Likelihood::strong) << "a woman's month";
  EXPECT_EQ(checked(check_uk_licence, "BERGE613284AM9XY"), Likelihood::none) << "month";
  EXPECT_EQ(checked(check_uk_licence, "BE9GE607284AM9XY"), Likelihood::none) << "a letter behind the filling";
}

TEST(CnhCheck, WantsBothCheckDigits) {
  EXPECT_EQ(checked(check_cnh, "72819360404"), Likelihood::weak);
  EXPECT_EQ(checked(check_cnh, "72819360405"), Likelihood::none);
  EXPECT_EQ(checked(check_cnh, "00000000000"), Likelihood::none);
}

TEST(VinCheck, TheAmericanCheckDigitMakesItSure) {
  EXPECT_EQ(checked(check_vin, "1HGCM82633A004352"), Likelihood::fair);
  EXPECT_EQ(checked(check_vin, "1hgcm82633a004352"), Likelihood::weak);
  EXPECT_EQ(checked(check_vin, "WVWZZZ7HZ8K728193"), Likelihood::weak);
  EXPECT_EQ(checked(check_vin, "12345678901234567"), Likelihood::none);
  EXPECT_EQ(checked(check_vin, "ABCDEFGHJKLMNPRST"), Likelihood::none);
}

TEST(AloneCheck, WantsNothingElseInTheMessage) {
  EXPECT_EQ(checked(check_alone, " B728. ", "B728"), Likelihood::fair);
  EXPECT_EQ(checked(check_alone, "is B728", "B728"), Likelihood::none);
}

}  // namespace loftgate
