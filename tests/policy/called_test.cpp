// SPDX-License-Identifier: GPL-2.0-or-later
// Which words call an AI into a chat, and which only look like it.
#include <gtest/gtest.h>

#include "tests/policy/example.h"

namespace loftgate {
namespace {

/// The audience of a message in the notation of examples.
Audience of(std::string_view written) {
  const WrittenExample example = read_example(written);
  return bundled_book().audience(example.message, example.text);
}

Audience of(const Message& message, std::string_view plain = "hello") {
  return bundled_book().audience(message, plain);
}

Message to(std::string_view written) { return read_example(written).message; }

TEST(Called, BotReadsThatMessageOnly) {
  const Message message = to("prpl-hehoe-whatsmeow|me|12345-678@g.us|room");
  const Audience called = of(message, "@Meta AI where is the loft?");
  EXPECT_EQ(called.sign, Sign::mention);
  EXPECT_EQ(called.service, "meta-whatsapp");
  EXPECT_EQ(called.reader, "Meta AI");
  EXPECT_FALSE(called.encrypted);
  EXPECT_FALSE(of(message, "where is the loft?").is_ai);
}

TEST(Called, BotReadsATalkOfTwoWhereTheNetworkCallsBotsSo) {
  EXPECT_TRUE(of("prpl-hehoe-whatsmeow|me|15551234567@s.whatsapp.net|text=@Meta AI where is it?").is_ai);
  EXPECT_FALSE(of("prpl-jabber|me@example.org|friend@example.org|text=@claude where are you?").is_ai);
}

TEST(Called, LeavesPeopleCalledClaudeAlone) {
  constexpr char room[] = "prpl-jabber|me@example.org|room@conference.example.org|room";
  EXPECT_FALSE(of(room + std::string("|member=Claude|text=@Claude lunch?")).is_ai);
  EXPECT_FALSE(of(room + std::string("|member=gemini|text=@Gemini lunch?")).is_ai);
  EXPECT_TRUE(of(room + std::string("|member=Claudette|text=@Claude lunch?")).is_ai);
  EXPECT_TRUE(of(room + std::string("|member=chatgpt|text=@chatgpt lunch?")).is_ai) << "no person is called so";
}

TEST(Called, LeavesQuotesCodeAndAddressesAlone) {
  constexpr char room[] = "prpl-jabber|me@example.org|room@conference.example.org|room";
  for (const char* text : {"> @chatgpt hi\nI would not", "<ada> @chatgpt hi", "```\n@chatgpt hi\n```", "use `@chatgpt`",
                           "ada@chatgpt.example", "https://example.org/@chatgpt", "@@chatgpt", "@chatgptfan",
                           "@chatgpté"}) {
    EXPECT_FALSE(of(to(room), text).is_ai) << text;
  }
  for (const char* text : {"> hi\n@chatgpt hi", "(@chatgpt)", "hi @ChatGPT!", "@gpt-4o: hi", "\n @chatgpt",
                           "a `b` @chatgpt"}) {
    EXPECT_TRUE(of(to(room), text).is_ai) << text;
  }
}

TEST(Called, KnowsACommandAtTheStartOnly) {
  constexpr char room[] = "prpl-irc|me@irc.example.org|#loft|room";
  for (const char* text : {"!gpt hi", ".AI hi", "!chatgpt", "> hi\n!gpt hi", "%llm hi", "soulshack: hi", "!gpt4 hi"}) {
    EXPECT_TRUE(of(to(room), text).is_ai) << text;
  }
  for (const char* text : {"try !gpt", "!gptx-files", "...ai", "!", ".", "ai hi", "!air", "soulshackle: hi", ".help",
                           "!chat"}) {
    EXPECT_FALSE(of(to(room), text).is_ai) << text;
  }
}

TEST(Called, DoesNotCallABotThatEnded) {
  EXPECT_FALSE(of("prpl-eionrobb-discord|me|room|room|text=@Clyde hi").is_ai);
}

}  // namespace
}  // namespace loftgate
