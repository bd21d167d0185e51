// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

namespace {

constexpr const char* key = "x7Kd93mQpL2vRt8YwZ5nBc4J";

Likelihood checked_in(CheckFunction check, const std::string& text) { return checked(check, text, key); }

}  // namespace

TEST(RandomCheck, TellsKeysFromPlaceholders) {
  EXPECT_EQ(checked(check_random, "ghp_x7Kd93mQpL2vRt8YwZ5nBc4J"), Likelihood::strong);
  for (const char* text : {"ghp_xxxxxxxxxxxxxxxxxxxxxxxx", "AKIAIOSFODNN7EXAMPLE", "ghp_abababababababababababab"}) {
    EXPECT_EQ(checked(check_random, text), Likelihood::none) << text;
  }
}

TEST(RandomTailCheck, ReachesToTheEndOfTheKey) {
  Candidate candidate = candidate_of("use glc_x7Kd93mQpL2vRt8YwZ5nBc4J/Hz+9= now", "glc_x7Kd93mQpL2v");
  EXPECT_EQ(check_random_tail(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "glc_x7Kd93mQpL2vRt8YwZ5nBc4J/Hz+9=");
}

TEST(RandomTailCheck, AFullStopEndsTheSentence) {
  Candidate candidate = candidate_of("it is glc_x7Kd93mQpL2vRt8Y.", "glc_x7Kd93mQ");
  EXPECT_EQ(check_random_tail(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "glc_x7Kd93mQpL2vRt8Y");
}

TEST(RandomTailCheck, AKeyThatIsCutOffIsNone) {
  EXPECT_EQ(checked(check_random_tail, "glc_x7Kd93mQpL2v...", "glc_x7Kd93mQpL2v"), Likelihood::none);
  EXPECT_EQ(checked(check_random_tail, "glc_x7Kd93mQpL2v…", "glc_x7Kd93mQpL2v"), Likelihood::none);
}

TEST(NamedKeyCheck, WantsAWordForSecretsOrASign) {
  for (const char* before : {"acme token ", "ACME_KEY ", "acme: ", "acme = '", "acme \"", "acmeToken2 is "}) {
    EXPECT_EQ(checked_in(check_named_key, std::string(before) + key), Likelihood::fair) << before;
  }
  EXPECT_EQ(checked_in(check_named_key, std::string("acme sent ") + key), Likelihood::weak);
}

TEST(NamedKeyCheck, HashesAndNumbersOfRequestsAreNone) {
  for (const char* before : {"acme commit ", "acme request: ", "acme public key ", "acme SHA256="}) {
    EXPECT_EQ(checked_in(check_named_key, std::string(before) + key), Likelihood::none) << before;
  }
  EXPECT_EQ(checked(check_named_key, "acme token xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxx"), Likelihood::none);
}

TEST(AssignedKeyCheck, WantsANameThatEndsLikeAKey) {
  for (const char* before : {"key=", "Using Key=", "acmeKey := \"", "var acmeToken string = \"", "acme.api-key: ", "the api key is ",
                             "acme_token_2 -> '", "['acme_secret'] = '", "use token ", "token - '"}) {
    EXPECT_EQ(checked_in(check_assigned_key, std::string(before) + key), Likelihood::fair) << before;
  }
  for (const char* before : {"", "file = ", "the key file is ", "a key ", "publicKey = ", "cache_key: ", "my gpg key is ",
                             "ssh key: ", "monkey: ", "commit key: "}) {
    EXPECT_EQ(checked_in(check_assigned_key, std::string(before) + key), Likelihood::none) << before;
  }
}

TEST(AssignedKeyCheck, ReachesToTheEndAndLeavesWordsAlone) {
  Candidate candidate = candidate_of("key: x7Kd93mQpL2vRt8YwZ5n-Bc4J.", "x7Kd93mQpL2vRt8Y");
  EXPECT_EQ(check_assigned_key(candidate), Likelihood::fair);
  EXPECT_EQ(candidate.value(), "x7Kd93mQpL2vRt8YwZ5n-Bc4J");
  for (const char* value : {"ed25519.Ed25519PrivateKey", "uploads/2023/05/17/a1b2/image1.png", "AAAAB3NzaC1yc2EAAAADAQABAAAB",
                            "x7Kd93mQpL2v"}) {
    EXPECT_EQ(checked(check_assigned_key, std::string("key = ") + value, value), Likelihood::none) << value;
  }
}

TEST(AssignedKeyCheck, TheKeyOfARowIsNone) {
  constexpr const char* uuid = "3f1c9ab2-7d4e-4c1f-9e8b-5a60d7c2f413";
  EXPECT_EQ(checked(check_assigned_key, std::string("\"key\": \"") + uuid, uuid), Likelihood::none);
  EXPECT_EQ(checked(check_assigned_key, std::string("api key: ") + uuid, uuid), Likelihood::fair);
}

}  // namespace loftgate
