// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(PasswordCheck, TellsPasswordsFromWords) {
  EXPECT_EQ(checked(check_password, "hunter22"), Likelihood::strong);
  EXPECT_EQ(checked(check_password, "is sunshine today", "sunshine"), Likelihood::weak);
  EXPECT_EQ(checked(check_password, "is: sunshine", "sunshine"), Likelihood::fair) << "assigned, and nothing follows";
  EXPECT_EQ(checked(check_password, "482913"), Likelihood::fair);
  for (const char* text : {"<password>", "${PASSWORD}", "********", "changeme", "your-password", "abc", "https://a.b/1"}) {
    EXPECT_EQ(checked(check_password, text), Likelihood::none) << text;
  }
}

TEST(PasswordCheck, SignsThatEndASentenceStayOut) {
  Candidate candidate = candidate_of("Tr0ub4dor&3.");
  EXPECT_EQ(check_password(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "Tr0ub4dor&3");
}

TEST(PemCheck, ReachesToTheEndLine) {
  const std::string_view text = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n-----END KEY-----\nbye";
  Candidate candidate = candidate_of(text, "-----BEGIN KEY-----");
  EXPECT_EQ(check_pem(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), text.substr(0, text.size() - 4));
}

TEST(PemCheck, AHeaderAloneIsDoubtful) {
  EXPECT_EQ(checked(check_pem, "-----BEGIN KEY----- is the first line", "-----BEGIN KEY-----"), Likelihood::weak);
}

TEST(JwtCheck, WantsAHeaderInside) {
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJIUzI1NiJ9.e30.x"), Likelihood::strong);
  EXPECT_EQ(checked(check_jwt, "eyJmb28iOiJiYXIifQ.e30.x"), Likelihood::none);
}

TEST(UrlPasswordCheck, TellsPasswordsFromPlaceholders) {
  EXPECT_EQ(checked(check_url_password, "postgres://app:s3cr3tPw9@host/db"), Likelihood::strong);
  EXPECT_EQ(checked(check_url_password, "postgres://user:password@host/db"), Likelihood::none);
  EXPECT_EQ(checked(check_url_password, "postgres://app:{password}@host/db"), Likelihood::none);
}

TEST(UserPasswordCheck, WantsAPasswordBehindTheColon) {
  EXPECT_EQ(checked(check_user_password, "'api:d2LkV78zLx'"), Likelihood::fair);
  EXPECT_EQ(checked(check_user_password, "test:test"), Likelihood::none);
  EXPECT_EQ(checked(check_user_password, "<user:password>"), Likelihood::none);
}

TEST(AssignedCheck, WantsASignOfAssignment) {
  EXPECT_EQ(checked(check_assigned, "token = \"x7Kd93mQpL2vRt8Y\"", "x7Kd93mQpL2vRt8Y"), Likelihood::fair);
  EXPECT_EQ(checked(check_assigned, "token x7Kd93mQpL2vRt8Y", "x7Kd93mQpL2vRt8Y"), Likelihood::none);
  EXPECT_EQ(checked(check_assigned, "token = internationalization", "internationalization"), Likelihood::none);
}

}  // namespace loftgate
