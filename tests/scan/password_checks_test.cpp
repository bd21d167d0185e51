// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string_view>

#include "tests/scan/checked.h"

namespace loftgate {
namespace {

/// What a check makes of a candidate, "" if it refuses it.
std::string_view taken(CheckFunction check, std::string_view text, std::string_view value) {
  Candidate candidate = candidate_of(text, value);
  return check(candidate) == Likelihood::none ? std::string_view() : candidate.value();
}

TEST(PasswordCheck, TellsPasswordsFromWords) {
  EXPECT_EQ(checked(check_password, "hunter22"), Likelihood::strong);
  EXPECT_EQ(checked(check_password, "is sunshine", "sunshine"), Likelihood::weak);
  EXPECT_EQ(checked(check_password, "is sunshine today", "sunshine"), Likelihood::none) << "the sentence goes on";
  EXPECT_EQ(checked(check_password, "is expired", "expired"), Likelihood::none);
  EXPECT_EQ(checked(check_password, "is: sunshine", "sunshine"), Likelihood::fair) << "assigned, and nothing follows";
  EXPECT_EQ(checked(check_password, "482913"), Likelihood::fair);
  for (const char* text : {"<password>", "${PASSWORD}", "********", "changeme", "your-password", "abc", "https://a.b/1",
                           "12characters", "sha256", "10:30", "8-16", "config.get(x1)"}) {
    EXPECT_EQ(checked(check_password, text), Likelihood::none) << text;
  }
}

TEST(PasswordCheck, ReadsTheWholeValue) {
  EXPECT_EQ(taken(check_password, "is Tr0ub4dor&3.", "Tr0u"), "Tr0ub4dor&3") << "a sign that ends the sentence";
  EXPECT_EQ(taken(check_password, "is \"s3cr3t.\"", "s3cr"), "s3cr3t.") << "quoted";
  EXPECT_EQ(taken(check_password, "is \"four words in quotes\" ok", "four"), "four words in quotes");
  EXPECT_EQ(taken(check_password, "?p=zR8kkw2p&page=2", "zR8k"), "zR8kkw2p") << "the next field of a query";
  EXPECT_EQ(taken(check_password, "<p>zR8kkw2p</p>", "zR8k"), "zR8kkw2p") << "the closing tag";
  EXPECT_EQ(taken(check_password, "是zR8kkw2p，好", "zR8k"), "zR8kkw2p");
}

TEST(PasswordBeforeCheck, TakesTheWordBefore) {
  EXPECT_EQ(taken(check_password_before, "try hunter22 as the password", "as the"), "hunter22");
  EXPECT_EQ(taken(check_password_before, "\"two words\" is the password", "is the"), "two words");
  EXPECT_EQ(taken(check_password_before, "what is the password", "is the"), "");
}

TEST(OtpCheck, TakesGroupsAndSenders) {
  EXPECT_EQ(taken(check_otp, "code 482 913 now", "482"), "482 913");
  EXPECT_EQ(taken(check_otp, "code G-482913", "482913"), "G-482913");
  for (const char* text : {"code 4829.13", "in 482913ms", "4829 minutes", "12.4829", "$4829", "482913%"}) {
    Candidate candidate = candidate_of(text, std::string_view(text).find("482913") != std::string_view::npos ? "482913" : "4829");
    EXPECT_EQ(check_otp(candidate), Likelihood::none) << text;
  }
}

TEST(OtpBeforeCheck, TakesTheNumberBefore) {
  EXPECT_EQ(taken(check_otp_before, "482913 is your code", "is your"), "482913");
  EXPECT_EQ(taken(check_otp_before, "482 913 is your code", "is your"), "482 913");
  EXPECT_EQ(taken(check_otp_before, "[482913] code", "code"), "482913");
  EXPECT_EQ(taken(check_otp_before, "line 4829 is your code", "is your"), "");
  EXPECT_EQ(taken(check_otp_before, "this is your code", "is your"), "");
}

TEST(RecoveryCodesCheck, TakesAllGroups) {
  EXPECT_EQ(taken(check_recovery_codes, "1a2b3c4d 5e6f7g8h and so on", "1a2b"), "1a2b3c4d 5e6f7g8h");
  EXPECT_EQ(taken(check_recovery_codes, "somewhere safe", "some"), "");
}

}  // namespace
}  // namespace loftgate
