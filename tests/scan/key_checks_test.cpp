// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/scan/checked.h"

namespace loftgate {
namespace {

constexpr std::string_view phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";   // of BIP-39's test vectors

TEST(PemCheck, ReachesToTheEndLine) {
  const std::string_view text = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n-----END KEY-----\nbye";
  Candidate candidate = candidate_of(text, "-----BEGIN KEY-----");
  EXPECT_EQ(check_pem(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), text.substr(0, text.size() - 4));
}

TEST(PemCheck, AHeaderAloneIsDoubtful) {
  EXPECT_EQ(checked(check_pem, "-----BEGIN KEY----- is the first line", "-----BEGIN KEY-----"), Likelihood::weak);
}

TEST(PemCheck, WordsAreNoKey) {
  EXPECT_EQ(checked(check_pem, "-----BEGIN KEY-----not a key at all-----END KEY-----", "-----BEGIN KEY-----"), Likelihood::none);
}

TEST(JwtCheck, WantsAHeaderInside) {
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.x"), Likelihood::strong);
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJub25lIn0.eyJhIjoxfQ."), Likelihood::strong) << "unsecured";
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ"), Likelihood::strong) << "without signature";
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.x.y"), Likelihood::none) << "four parts";
  EXPECT_EQ(checked(check_jwt, "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"), Likelihood::none) << "the header alone";
}

TEST(JwtCheck, TakesTheWholeToken) {
  Candidate candidate = candidate_of("t=eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.k3uYq0v8mWm2o7xk. Bye", "eyJhbGciOiJI");
  EXPECT_EQ(check_jwt(candidate), Likelihood::strong);
  EXPECT_EQ(candidate.value(), "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.k3uYq0v8mWm2o7xk");
}

TEST(JwkCheck, OnlyPrivateKeys) {
  EXPECT_EQ(checked(check_jwk, R"({"kty":"EC","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4B"})", "kty"), Likelihood::strong);
  EXPECT_EQ(checked(check_jwk, R"({"kty":"EC","x":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4B"})", "kty"), Likelihood::none);
}

TEST(WifCheck, ReadsTheChecksum) {
  // https://en.bitcoin.it/wiki/Wallet_import_format
  EXPECT_EQ(checked(check_wif, "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ"), Likelihood::strong);
  EXPECT_EQ(checked(check_wif, "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK"), Likelihood::none);
}

TEST(SeedPhraseCheck, ReadsTheChecksum) {
  EXPECT_EQ(checked(check_seed_phrase, phrase), Likelihood::strong);
  std::string wrong(phrase);
  wrong.replace(wrong.rfind("yellow"), 6, "wave");
  EXPECT_EQ(checked(check_seed_phrase, wrong), Likelihood::weak);
}

TEST(SeedPhraseCheck, FindsThePhraseAroundAnyOfItsWords) {
  const std::string text = "here: " + std::string(phrase) + " ok";
  for (const char* word : {"legal", "sausage", "yellow"}) {
    Candidate candidate = candidate_of(text, word);
    EXPECT_EQ(check_seed_phrase(candidate), Likelihood::strong) << word;
    EXPECT_EQ(candidate.value(), phrase) << word;
  }
}

TEST(SeedPhraseCheck, ElevenWordsAreNone) {
  EXPECT_EQ(checked(check_seed_phrase, phrase.substr(0, phrase.rfind(' '))), Likelihood::none);
  EXPECT_EQ(checked(check_seed_phrase, "the sausage is good", "sausage"), Likelihood::none);
}

}  // namespace
}  // namespace loftgate
