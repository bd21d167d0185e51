// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(Username, BesideAServiceMustLookLikeAName) {
  for (const char* name : {"@anna", "anna#1234", "live:anna.w", "anna_w", "annaweber77"}) {
    EXPECT_EQ(checked(check_username, std::string("discord: ") + name, name), Likelihood::fair) << name;
  }
  EXPECT_EQ(checked(check_username, "discord: annaw", "annaw"), Likelihood::weak);
  EXPECT_EQ(checked(check_username, "discord is annaw", "annaw"), Likelihood::weak);
  EXPECT_EQ(checked(check_username, "skype id: annaw", "annaw"), Likelihood::fair);
}

TEST(Username, WhatIsSaidOfAServiceIsNone) {
  for (const char* word : {"down", "broken", "lagging", "really", "v1.2.3", "12345", "root", "discord.gg", "ab"}) {
    EXPECT_EQ(checked(check_username, std::string("my discord is ") + word, word), Likelihood::none) << word;
  }
  EXPECT_EQ(checked(check_username, "my github is mostly forks", "mostly"), Likelihood::none);
  EXPECT_EQ(checked(check_username, "my github is home to it", "home"), Likelihood::none) << "the sentence goes on";
}

TEST(Username, BehindAColonAnyWordMayBeOne) {
  EXPECT_EQ(checked(check_username_told, "username: annaw", "annaw"), Likelihood::fair);
  EXPECT_EQ(checked(check_username_told, "my username is annaw", "annaw"), Likelihood::weak);
  for (const std::string_view name : {"root", "failed", "your_name", "1000"}) {
    EXPECT_EQ(checked(check_username_told, "username: " + std::string(name), name), Likelihood::none) << name;
  }
  EXPECT_EQ(checked(check_username_told, "username = get_name(x)", "get_name"), Likelihood::none);
}

TEST(Username, InAProfilesAddressNothingFollows) {
  EXPECT_EQ(checked(check_username_profile, "github.com/annaw", "annaw"), Likelihood::fair);
  EXPECT_EQ(checked(check_username_profile, "github.com/annaw/", "annaw"), Likelihood::fair);
  EXPECT_EQ(checked(check_username_profile, "github.com/annaw/tool", "annaw"), Likelihood::none);
}

TEST(Username, BeforeAServiceMustLookLikeNoWord) {
  EXPECT_EQ(checked(check_username_shaped, "I'm anna_w on github", "anna_w"), Likelihood::fair);
  for (const char* word : {"active", "2.0.1", "up-to-date", "banned"}) {
    EXPECT_EQ(checked(check_username_shaped, std::string("I'm ") + word, word), Likelihood::none) << word;
  }
}

TEST(AccountNumber, NeedsASignOrAFormOfItsOwn) {
  EXPECT_EQ(checked(check_account_number, "icq: 34567890", "34567890"), Likelihood::fair);
  EXPECT_EQ(checked(check_account_number, "icq 34567890", "34567890"), Likelihood::none);
  EXPECT_EQ(checked(check_account_number, "icq 345-678-901", "345-678-901"), Likelihood::fair);
  EXPECT_EQ(checked(check_account_number, "steam 76561198012345678", "76561198012345678"), Likelihood::fair);
}

TEST(PhoneLink, NeedsACallingCode) {
  EXPECT_EQ(checked(check_phone_link, "wa.me/4930901820", "4930901820"), Likelihood::strong);
  EXPECT_EQ(checked(check_phone_link, "phone=%2B4930901820", "%2B4930901820"), Likelihood::strong);
  EXPECT_EQ(checked(check_phone_link, "wa.me/999123456789", "999123456789"), Likelihood::none);
}

}  // namespace loftgate
