// SPDX-License-Identifier: GPL-2.0-or-later
// What looks like an AI and is none, or is not the one it looks like: every known trap stays silent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/policy/example.h"

namespace loftgate {
namespace {

constexpr char xmpp_room[] = "prpl-jabber|me@example.org|room@conference.example.org|room";
constexpr char irc_room[] = "prpl-irc|me@irc.example.org|#loft|room";
constexpr char telegram_room[] = "telegram-tdlib|me|-100123|room";

Audience of(std::string_view written, std::string_view text = "hello") {
  return bundled_book().audience(read_example(written).message, text);
}

TEST(Trap, APersonCalledLikeAnAiIsNotCalledAnAi) {
  for (const char* name : {"Claude", "Gemini", "Copilot", "Grok", "Mistral"}) {
    const std::string room = std::string(xmpp_room) + "|member=ada|member=" + name;
    const std::string mention = std::string("@") + name;
    EXPECT_FALSE(of(room, mention + " lunch?").is_ai) << name;
    EXPECT_FALSE(of(room, std::string(name) + ": lunch?").is_ai) << name;
    EXPECT_FALSE(of(xmpp_room, "ask " + std::string(name) + " about lunch").is_ai) << name;
    EXPECT_FALSE(of(xmpp_room, mention + ".dupont lunch?").is_ai) << name;
    EXPECT_TRUE(of(xmpp_room, mention + " lunch?").is_ai) << name << ", and nobody here is called so";
  }
}

TEST(Trap, ARoomCalledLikeAnAiIsARoom) {
  for (const char* room : {"prpl-jabber|me@example.org|claude@conference.example.org|room|alias=Claude",
                           "prpl-irc|me@irc.example.org|#gemini|room", "prpl-irc|me@irc.example.org|#copilot|room"}) {
    EXPECT_FALSE(of(room).is_ai) << room;
  }
}

TEST(Trap, AContactCalledLikeAnAiIsAPerson) {
  for (const char* contact :
       {"prpl-jabber|me@example.org|claude@example.org|alias=Claude", "prpl-irc|me@irc.example.org|gemini",
        "prpl-hehoe-whatsmeow|me|15551234567@s.whatsapp.net|alias=Copilot",
        "prpl-hehoe-whatsmeow|me|15551234567@s.whatsapp.net|alias=Poke", "telegram-tdlib|me|123|alias=Grok",
        "prpl-eionrobb-discord|me|clyde|alias=Clyde"}) {
    EXPECT_FALSE(of(contact).is_ai) << contact;
  }
}

TEST(Trap, TalkingAboutABotIsNotTalkingToIt) {
  for (const char* text :
       {"> @chatgpt what is on today?", ">> @claude hi", "<ada> @grok is this true", "\"use\" `@gemini`",
        "```\n@copilot fix\n```", "mail claude@example.org", "see https://x.example/@grok", "https://claude.ai/new",
        "chatgpt said no", "grok it", "the gemini launch", "try !gpt", "like .ai domains", "I bought loft.ai"}) {
    EXPECT_FALSE(of(xmpp_room, text).is_ai) << text;
    EXPECT_FALSE(of(irc_room, text).is_ai) << text;
  }
}

TEST(Trap, AGreetingIsNoCall) {
  for (const char* text : {"hey claude", "ok google", "hi copilot", "hello gemini, how are you", "hey siri", "hi alexa"}) {
    EXPECT_FALSE(of(xmpp_room, text).is_ai) << text;
  }
}

TEST(Trap, ACommandOtherProgramsKnowCountsForNothing) {
  for (const char* text : {".q hi", "!chat hi", "/ask hi", "!ask hi", "%help", "%reset", ".help", ".x hi", ".stock",
                           "!c hi", "!draw", "!img cat", "/chat hi", "/new", "/reset", "!summary", ".summarize",
                           "!tldr", "!dream", "/status", "/think"}) {
    EXPECT_FALSE(of(irc_room, text).is_ai) << text;
    EXPECT_FALSE(of(xmpp_room, text).is_ai) << text;
  }
}

TEST(Trap, ACommandIsAtTheStartAndWhole) {
  for (const char* text : {"the !ai command", "so .ai", "...ai", "!aide", ".airport", "!gpt-4-files", "# ai notes",
                           "#ai", "/airport", "!grokking", "!imagined", "!bairn"}) {
    EXPECT_FALSE(of(xmpp_room, text).is_ai) << text;
  }
}

TEST(Trap, ACommandThatManyBotsKnowNamesNoneOfThem) {
  for (const char* room : {irc_room, "prpl-matrix|@me:example.org|!room:example.org|room", xmpp_room}) {
    const Audience audience = of(room, ".ai what is on today?");
    EXPECT_TRUE(audience.is_ai) << room;
    EXPECT_EQ(audience.service, "custom-endpoint") << "nobody can tell where it goes: " << room;
    EXPECT_EQ(audience.practice.basis, Basis::operator_dependent) << room;
  }
  EXPECT_EQ(of(irc_room, ".ai what is on today?").reader, ".ai") << "two bots of IRC answer to it";
}

TEST(Trap, CallingABotInOneMessageSaysNothingAboutTheNext) {
  const Message message = read_example(irc_room).message;
  EXPECT_TRUE(bundled_book().audience(message, "!gpt hi").is_ai);
  EXPECT_FALSE(bundled_book().audience(message, "what did it say?").is_ai);
}

TEST(Trap, ServicesOfIrcAreNoAi) {
  for (const char* name : {"NickServ", "ChanServ", "MemoServ"}) {
    EXPECT_FALSE(of(std::string("prpl-irc|me@irc.libera.chat|") + name).is_ai) << name;
  }
}

TEST(Trap, AHumanNameThatABotBearsCountsOnlyBesideASign) {
  constexpr char room[] = "prpl-hehoe-whatsmeow|me|12345-678@g.us|room";
  EXPECT_FALSE(of(room, "@Andy lunch?").is_ai);
  EXPECT_FALSE(of("prpl-slack|me|room|room", "@Andy lunch?").is_ai);
}

TEST(Trap, ANameThatEndsInBotIsABotOnTelegramOnly) {
  EXPECT_TRUE(of(telegram_room, "@weatherbot rain?").is_ai);
  EXPECT_FALSE(of(telegram_room, "@abbott lunch?").is_ai);
  EXPECT_FALSE(of(telegram_room, "mail ada@robot.example").is_ai);
  EXPECT_FALSE(of(telegram_room, "https://t.me/@weatherbot").is_ai);
  EXPECT_FALSE(of(xmpp_room, "@weatherbot rain?").is_ai);
  EXPECT_FALSE(of(xmpp_room, "@talbot lunch?").is_ai);
}

TEST(Trap, ABotThatEndedIsNotCalled) {
  EXPECT_FALSE(of("prpl-eionrobb-discord|me|room|room", "@Clyde hi").is_ai);
  EXPECT_FALSE(of("prpl-hehoe-whatsmeow|me|1@s.whatsapp.net|alias=Luzia").is_ai);
  EXPECT_TRUE(of("prpl-hehoe-whatsmeow|me|18002428478@s.whatsapp.net").is_ai) << "its number may be in use again";
}

TEST(Trap, ABotOfOneNetworkIsNobodyOnAnother) {
  EXPECT_FALSE(of("prpl-jabber|me@example.org|156025504001094").is_ai);
  EXPECT_FALSE(of("prpl-jabber|me@example.org|28:app").is_ai);
  EXPECT_FALSE(of(xmpp_room, "soulshack: hi").is_ai);
  EXPECT_FALSE(of(xmpp_room, "!dale hi").is_ai);
  EXPECT_FALSE(of(irc_room, "@Andy hi").is_ai);
}

TEST(Trap, AWordInATalkOfTwoCallsNobodyIn) {
  for (const char* text : {"@claude hi", "!gpt hi", ".ai hi", "@chatgpt hi", "@grok is this true"}) {
    EXPECT_FALSE(of("prpl-jabber|me@example.org|friend@example.org", text).is_ai) << text;
    EXPECT_FALSE(of("prpl-irc|me@irc.example.org|friend", text).is_ai) << text;
  }
}

}  // namespace
}  // namespace loftgate
