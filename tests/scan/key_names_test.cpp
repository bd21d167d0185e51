// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/scan/key_names.h"

namespace loftgate {

namespace {

/// "name|word before", or "" if nothing leads from a name to the value.
std::string named(std::string_view before) {
  const std::optional<KeyName> name = key_name(before);
  return name ? std::string(name->name) + "|" + std::string(name->word_before) : "";
}

}  // namespace

TEST(KeyNames, ASignAQuotationMarkOrAVerbLeadsToTheValue) {
  EXPECT_EQ(named("export ACME_KEY="), "ACME_KEY|export");
  EXPECT_EQ(named("{\"acme\": {\"token\": \""), "token|acme");
  EXPECT_EQ(named("the api key is "), "key|api");
  EXPECT_EQ(named("var acmeToken string = \""), "acmeToken|var");
  EXPECT_EQ(named("token - '"), "token|");
  EXPECT_EQ(named("use token "), "token|use");
  EXPECT_EQ(named("我的密钥是"), "我的密钥|");
  EXPECT_EQ(named("токен： "), "токен|");
}

TEST(KeyNames, NothingLeadsThereWithoutThem) {
  EXPECT_EQ(named("the file "), "");
  EXPECT_EQ(named("the api key "), "");
  EXPECT_EQ(named(""), "");
}

TEST(KeyNames, EndsTellKeysFromOtherNames) {
  for (const char* name : {"key", "API_KEY", "acmeToken2", "client-secret", "auth", "Schlüssel", "密钥", "ключ"}) {
    EXPECT_TRUE(names_a_key(name)) << name;
  }
  for (const char* name : {"", "keyfile", "token_type", "id", "2"}) EXPECT_FALSE(names_a_key(name)) << name;
}

TEST(KeyNames, SomeKeysAreForEverybody) {
  for (const char* name : {"publicKey", "PUB_KEY", "primary_key", "cacheKey", "csrf_token", "next_page_token", "monkey"}) {
    EXPECT_TRUE(names_an_open_key(name)) << name;
  }
  EXPECT_FALSE(names_an_open_key("api_key"));
}

TEST(KeyNames, WordsSayWhatAValueIs) {
  EXPECT_TRUE(has_neutral_word("acme Commit: "));
  EXPECT_FALSE(has_neutral_word("acme committee "));
  EXPECT_TRUE(has_secret_word("acmeToken2 = "));
  EXPECT_FALSE(has_secret_word("pattern of acme "));
  EXPECT_TRUE(ends_in_assignment("acme := '"));
  EXPECT_FALSE(ends_in_assignment("acme is "));
}

}  // namespace loftgate
