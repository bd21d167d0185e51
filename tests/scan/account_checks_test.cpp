// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(AccountToldCheck, ReadsTheWholeNumber) {
  for (const char* number : {"12345678", "19-2000145399/0800", "61 1090 1014 0000 0712 1981 2874", "8327-9 72 819 364"}) {
    const std::string text = std::string("my account number is ") + number + ", thanks";
    Candidate candidate = candidate_of(text, std::string_view(number).substr(0, 1));
    EXPECT_EQ(check_account_told(candidate), Likelihood::fair) << number;
    EXPECT_EQ(candidate.value(), number);
  }
}

TEST(AccountToldCheck, WalksBackOverWordsThatMayStandBetween) {
  for (const char* before : {"Konto: ", "Kontonummer ", "numéro de compte : ", "the account number for the rent is ", "номер счета ",
                             "खाता संख्या ", "口座番号は", "a/c no. ", "số tài khoản của tôi là "}) {
    const std::string text = std::string(before) + "7281936405";
    EXPECT_EQ(checked(check_account_told, text, "7"), Likelihood::fair) << before;
  }
  for (const char* before : {"my account got ", "the account manager has +", "phone ", "on account of bug ", "account balance $"}) {
    const std::string text = std::string(before) + "7281936405";
    EXPECT_EQ(checked(check_account_told, text, "7"), Likelihood::none) << before;
  }
}

TEST(AccountToldCheck, TellsAmountsAndDatesApart) {
  for (const char* text : {"account: 12.03.2019", "account number 123", "konto: 150000 euros", "account: 12345,50", "compte: 20000 €"}) {
    EXPECT_EQ(checked(check_account_told, text, std::string_view(text).substr(std::string_view(text).find_first_of("12"), 1)),
              Likelihood::none)
        << text;
  }
}

TEST(NrbCheck, IsAnIbanWithoutItsCountry) {
  EXPECT_EQ(checked(check_nrb, "61 1090 1014 0000 0712 1981 2874"), Likelihood::strong);
  EXPECT_EQ(checked(check_nrb, "61109010140000071219812874"), Likelihood::fair);
  EXPECT_EQ(checked(check_nrb, "61 1090 1014 0000 0712 1981 2875"), Likelihood::none);
}

TEST(CzechAccountCheck, BothPartsAreDivisible) {
  EXPECT_EQ(checked(check_czech_account, "19-2000145399/0800"), Likelihood::strong);
  EXPECT_EQ(checked(check_czech_account, "2000145399/0800"), Likelihood::weak);
  EXPECT_EQ(checked(check_czech_account, "18-2000145399/0800"), Likelihood::none);
  EXPECT_EQ(checked(check_czech_account, "19-2000145398/0800"), Likelihood::none);
  EXPECT_EQ(checked(check_czech_account, "000000/0800"), Likelihood::none);
}

TEST(SerbianAccountCheck, FillsTheMiddleUp) {
  EXPECT_EQ(checked(check_serbian_account, "260-0056010016113-79"), Likelihood::fair);
  EXPECT_EQ(checked(check_serbian_account, "260-56010016113-79"), Likelihood::fair);
  EXPECT_EQ(checked(check_serbian_account, "260-0056010016113-78"), Likelihood::none);
}

TEST(ItalianAccountCheck, LetterIsTheCheck) {   // the example of the IBAN registry
  EXPECT_EQ(checked(check_italian_account, "X0542811101000000123456"), Likelihood::strong);
  EXPECT_EQ(checked(check_italian_account, "X 05428 11101 000000123456", "05428 11101 000000123456"), Likelihood::strong);
  EXPECT_EQ(checked(check_italian_account, "Y0542811101000000123456"), Likelihood::none);
  EXPECT_EQ(checked(check_italian_account, "05428 11101 000000123456"), Likelihood::none) << "no letter";
}

}  // namespace loftgate
