// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(AssignedCheck, WantsANameThatPromisesASecret) {
  for (const char* text : {"token = \"x7Kd93mQpL2vRt8Y\"", "acmeToken := x7Kd93mQpL2vRt8Y", "<apiKey>x7Kd93mQpL2vRt8Y</apiKey>",
                           "f(\"API_TOKEN\", \"x7Kd93mQpL2vRt8Y\")", "Authorization: Bearer x7Kd93mQpL2vRt8Y",
                           "login --token x7Kd93mQpL2vRt8Y", "my api key: x7Kd93mQpL2vRt8Y",
                           "- name: ACME_TOKEN\n  value: x7Kd93mQpL2vRt8Y"}) {
    EXPECT_EQ(checked(check_assigned, text, "x7Kd93mQpL2vRt8Y"), Likelihood::fair) << text;
  }
  for (const char* text : {"token x7Kd93mQpL2vRt8Y", "commit: x7Kd93mQpL2vRt8Y", "csrf_token=x7Kd93mQpL2vRt8Y",
                           "token: none, etag: x7Kd93mQpL2vRt8Y", "public_key = x7Kd93mQpL2vRt8Y"}) {
    EXPECT_EQ(checked(check_assigned, text, "x7Kd93mQpL2vRt8Y"), Likelihood::none) << text;
  }
}

TEST(AssignedCheck, LeavesWordsPathsAndCode) {
  EXPECT_EQ(checked(check_assigned, "token = internationalization", "internationalization"), Likelihood::none);
  EXPECT_EQ(checked(check_assigned, "token = my-service-token-v2", "my-service-token-v2"), Likelihood::none);
  EXPECT_EQ(checked(check_assigned, "token = /run/secrets/a1/b2/c3", "/run/secrets/a1/b2/c3"), Likelihood::none);
  EXPECT_EQ(checked(check_assigned, "token = process.env.A1B2C3D4", "process.env.A1B2C3D4"), Likelihood::none);
}

TEST(AssignedCheck, AValueMayHoldItsOwnName) {
  Candidate candidate = candidate_of("see acme_token=x7Kd93mQpL2vRt8Y now", "acme_token=x7Kd93mQpL2vRt8Y");
  EXPECT_EQ(check_assigned(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "x7Kd93mQpL2vRt8Y");
}

TEST(BasicAuthCheck, WantsUserAndPasswordInside) {
  EXPECT_EQ(checked(check_basic_auth, "YW5uYTp0MHBTM2NyZXQ="), Likelihood::fair);      // anna:t0pS3cret
  EXPECT_EQ(checked(check_basic_auth, "dXNlcjpwYXNzd29yZA=="), Likelihood::none);      // user:password
  EXPECT_EQ(checked(check_basic_auth, "understanding"), Likelihood::none);
}

TEST(UrlPasswordCheck, TellsPasswordsFromPlaceholders) {
  EXPECT_EQ(checked(check_url_password, "postgres://app:s3cr3tPw9@host/db"), Likelihood::strong);
  EXPECT_EQ(checked(check_url_password, "postgres://user:password@host/db"), Likelihood::none);
  EXPECT_EQ(checked(check_url_password, "postgres://app:{password}@host/db"), Likelihood::none);
}

TEST(UrlPasswordCheck, AnAtSignInThePasswordIsNotTheLast) {
  Candidate candidate = candidate_of("x://app:my@ssw0rd@host.net/db!", "x://app:my@ssw0rd");
  EXPECT_EQ(check_url_password(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "x://app:my@ssw0rd@host.net/db");
}

TEST(DsnCheck, WantsAFieldWithAPassword) {
  EXPECT_EQ(checked(check_dsn, "Server=db;Uid=sa;Pwd=zR8kkw2p;"), Likelihood::strong);
  EXPECT_EQ(checked(check_dsn, "Server=db;Uid=sa;Password=your_password;"), Likelihood::none);
  EXPECT_EQ(checked(check_dsn, "Server=db;Trusted_Connection=True;"), Likelihood::none);
}

TEST(CurlUserCheck, FindsTheOptionBehindOthers) {
  Candidate candidate = candidate_of("curl -X POST -H 'A: b' -u anna:t0pS3cret https://host.net", "curl ");
  EXPECT_EQ(check_curl_user(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "anna:t0pS3cret");
  EXPECT_EQ(checked(check_curl_user, "curl https://host.net", "curl "), Likelihood::none);
}

TEST(CurlUserCheck, WantsAPasswordBehindTheColon) {
  EXPECT_EQ(checked(check_curl_user, "curl -u 'api:d2LkV78zLx' https://host.net", "curl "), Likelihood::fair);
  EXPECT_EQ(checked(check_curl_user, "curl -u test:test https://host.net", "curl "), Likelihood::none);
  EXPECT_EQ(checked(check_curl_user, "curl -u <user:password> https://host.net", "curl "), Likelihood::none);
}

}  // namespace loftgate
