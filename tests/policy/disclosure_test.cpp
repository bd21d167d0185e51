// SPDX-License-Identifier: GPL-2.0-or-later
// What a contact says about itself, and what it does not.
#include <gtest/gtest.h>

#include "common/policy/disclosure.h"
#include "tests/policy/example.h"

namespace loftgate {
namespace {

std::string found_in(std::string_view text) {
  const auto disclosure = bundled_book().disclosure(text);
  return disclosure ? disclosure->id : "";
}

TEST(Disclosure, OfAnAssistantIsStrong) {
  const auto disclosure = bundled_book().disclosure("Hello! I'm an AI assistant, how can I help?");
  ASSERT_TRUE(disclosure);
  EXPECT_EQ(disclosure->id, "en-self-iam");
  EXPECT_EQ(disclosure->language, "en");
  EXPECT_TRUE(disclosure->strong);
}

TEST(Disclosure, OfABannerIsWeak) {
  const auto disclosure = bundled_book().disclosure("AI can make mistakes, check facts");
  ASSERT_TRUE(disclosure);
  EXPECT_FALSE(disclosure->strong);
}

TEST(Disclosure, ThatIsStrongGoesBeforeAWeakOne) {
  EXPECT_EQ(found_in("AI can make mistakes. You are chatting with an AI."), "en-2p");
}

TEST(Disclosure, OfAPersonIsNone) {
  for (const char* text : {"I'm an AI researcher", "my brother is a chatbot developer", "Soy una persona", ""}) {
    EXPECT_EQ(found_in(text), "") << text;
  }
}

TEST(Disclosure, ThatIsQuotedIsNotTheContactsOwn) {
  EXPECT_EQ(found_in("> I am an AI assistant.\nwho said that?"), "");
  EXPECT_EQ(found_in("it told me \"I am an AI assistant.\" and left"), "");
  EXPECT_EQ(found_in("it told me “I am an AI assistant.” and left"), "");
  EXPECT_EQ(found_in("elle a dit « Je suis une IA » hier"), "");
  EXPECT_EQ(found_in("```\nI am an AI assistant.\n```"), "");
  EXPECT_EQ(found_in("I am an AI assistant called \"Max\"."), "en-self-iam");
}

TEST(Disclosure, BeyondTheFirstFourKibibytesIsNotRead) {
  EXPECT_EQ(found_in(std::string(disclosure_bound, ' ') + "I am an AI assistant."), "");
  EXPECT_EQ(found_in(std::string(disclosure_bound - 30, ' ') + "I am an AI assistant."), "en-self-iam");
}

TEST(Disclosure, IsFoundBesideBytesThatAreNoText) {
  EXPECT_EQ(found_in("\xff\xfe I am an AI assistant. \xc3"), "en-self-iam");
  EXPECT_EQ(found_in(std::string("\0 I am an AI assistant.", 24)), "en-self-iam");
}

TEST(Disclosure, CutInsideACharacterIsStillText) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(disclosure_bound - shift, 'a');
    text += "\xF0\x9F\x95\x8A\xF0\x9F\x95\x8A";
    EXPECT_EQ(readable_part(text, false), std::string(disclosure_bound - shift, 'a')) << shift;
  }
}

TEST(Disclosure, IsLookedForInHostileTextWithoutEnd) {
  for (const char* piece : {"I am a ", "I am an AI ", "as an AI ", "you are chatting with ", "AI can ", "reply ",
                            "je suis ", "私は", "저는 ", "\"", "`", "> ", "ich bin eine KI-", "бя ", "\xff",
                            "\xE2\x80"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    EXPECT_EQ(found_in(text), found_in(text)) << "gives the same answer twice";
  }
}

}  // namespace
}  // namespace loftgate
