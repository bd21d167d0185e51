// SPDX-License-Identifier: GPL-2.0-or-later
// The small tools of the policy book: patterns, hosts, mentions.
#include <gtest/gtest.h>

#include <string>

#include "common/policy/glob.h"
#include "common/policy/host.h"
#include "common/policy/mention.h"

namespace loftgate {
namespace {

TEST(Glob, MatchesTheWholeText) {
  EXPECT_TRUE(glob_matches("soulshack", "SoulShack"));
  EXPECT_FALSE(glob_matches("soulshack", "soulshack2"));
  EXPECT_FALSE(glob_matches("", "a"));
  EXPECT_TRUE(glob_matches("", ""));
}

TEST(Glob, KnowsRunsAndDigits) {
  EXPECT_TRUE(glob_matches("*@bot", "123@bot"));
  EXPECT_TRUE(glob_matches("*@bot", "1@bot@bot"));
  EXPECT_FALSE(glob_matches("*@bot", "1@bots"));
  EXPECT_TRUE(glob_matches("1313555[0-9][0-9]@x", "131355542@x"));
  EXPECT_FALSE(glob_matches("1313555[0-9][0-9]@x", "13135554a@x"));
  EXPECT_TRUE(glob_matches("28:*", "28:"));
  EXPECT_TRUE(glob_matches("a**b*", "aXbY"));
}

TEST(Glob, EndsOnHostileText) {
  const std::string text(100000, 'a');
  EXPECT_FALSE(glob_matches("*a*a*a*a*a*b", text.substr(0, 2000)));
  EXPECT_TRUE(glob_matches("*a", text));
}

TEST(Glob, WithoutWildcardsIsMoreExactThanAnyOther) {
  EXPECT_GT(glob_exactness("a"), glob_exactness("aaaaaaaaaaaaaaaaaaaa*"));
  EXPECT_GT(glob_exactness("1313555[0-9]@s.whatsapp.net"), glob_exactness("*@bot"));
}

TEST(Glob, MeasuresBeginnings) {
  EXPECT_EQ(glob_prefix("@gpt-[0-9]*", "@GPT-4o: hi"), 7u);
  EXPECT_EQ(glob_prefix("@*bot", "@weatherbot hi"), 11u);
  EXPECT_EQ(glob_prefix("@*bot", "@weather bot"), std::string_view::npos);
  EXPECT_EQ(glob_prefix("@claude", "@clau"), std::string_view::npos);
}

TEST(Host, IsReadFromAccounts) {
  EXPECT_EQ(account_host("me@jabber.org/desk@home"), "jabber.org");
  EXPECT_EQ(account_host("@me:matrix.org"), "matrix.org");
  EXPECT_EQ(account_host("@me:matrix.org:8448"), "matrix.org");
  EXPECT_EQ(account_host("me@irc.libera.chat"), "irc.libera.chat");
  EXPECT_EQ(account_host("me"), "");
  EXPECT_EQ(account_host("@"), "");
  EXPECT_EQ(account_host(""), "");
}

TEST(Host, IsReadFromUrls) {
  EXPECT_EQ(url_host("https://user:secret@api.example.org:8080/v1?a=b"), "api.example.org");
  EXPECT_EQ(url_host("http://localhost@example.org/"), "example.org");
  EXPECT_EQ(url_host("http://[::1]:11434/"), "::1");
  EXPECT_EQ(url_host("localhost:11434"), "localhost");
  EXPECT_EQ(url_host("http://"), "");
  EXPECT_EQ(url_host("\xff"), "");
}

TEST(Mention, NeedsItsOwnPlace) {
  EXPECT_TRUE(mentions("hi @Meta AI!", "@meta ai"));
  EXPECT_TRUE(mentions("/ask@chatgpt hi", "@chatgpt"));
  EXPECT_FALSE(mentions("x/ask@chatgpt hi", "@chatgpt"));
  EXPECT_FALSE(mentions("@meta aid", "@meta ai"));
  EXPECT_FALSE(mentions("@", "@meta ai"));
  EXPECT_FALSE(mentions("", "@meta ai"));
}

TEST(Mention, OwnWordsKeepTheirPlaces) {
  EXPECT_EQ(own_words("a `b` c\n> d\ne"), "a     c\n   \ne");
  EXPECT_EQ(own_words("```\na\n```\nb"), "   \n \n   \nb");
  EXPECT_EQ(own_words("a ` b\nc ` d"), "a ` b\nc ` d");
  EXPECT_EQ(own_words(""), "");
}

}  // namespace
}  // namespace loftgate
