// SPDX-License-Identifier: GPL-2.0-or-later
// Bots among the members of a room, who gets into it, and the marks by which networks tell bots.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/policy/example.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* channel = "prpl-irc|me@irc.libera.chat|#loft|room";

Audience of(const std::string& written) {
  const WrittenExample example = read_example(written);
  return bundled_book().audience(example.message, example.text);
}

/// The channel with these words of the notation.
Audience in_room(const std::string& words) { return of(channel + words); }

TEST(RoomBots, AnAutomatedMemberDoesNotMakeTheRoomAnAis) {
  const Audience audience = in_room("|member=ada|bot=helper|text=hello");
  EXPECT_FALSE(audience.is_ai);
  EXPECT_EQ(audience.surface, Surface::public_posts);
  EXPECT_THAT(audience.bots, ElementsAre("helper"));
}

TEST(RoomBots, AListedAiThatReadsAlongDoes) {
  const Audience audience = in_room("|member=ada|member=Soulshack|text=hello");
  EXPECT_TRUE(audience.is_ai);
  EXPECT_EQ(audience.sign, Sign::reads_along);
  EXPECT_EQ(audience.sign_detail, "Soulshack");
  EXPECT_EQ(audience.chatbot, "soulshack");
}

TEST(RoomBots, AListedAiThatAnswersOnlyWhenCalledIsOneMoreBot) {
  const Chatbot* called = nullptr;
  std::string id;
  for (const Chatbot& bot : bundled_book().chatbots()) {
    const bool silent = std::find(bot.ways.begin(), bot.ways.end(), "reads-along") != bot.ways.end();
    for (const ChatbotNetwork& network : bot.networks) {
      const bool irc = std::find(network.protocols.begin(), network.protocols.end(), "prpl-irc") != network.protocols.end();
      if (silent || !irc || network.ids.empty() || network.ids[0].find('*') != std::string::npos) continue;
      called = &bot;
      id = network.ids[0];
    }
  }
  ASSERT_TRUE(called) << "no record of such a bot on IRC is left";
  const Audience audience = in_room("|member=" + id + "|text=hello");
  EXPECT_FALSE(audience.is_ai) << called->id;
  EXPECT_THAT(audience.bots, ElementsAre(id));
  EXPECT_TRUE(in_room("|member=" + id + "|text=" + id + ": hello").is_ai);
}

TEST(RoomBots, WhatIsSaidToABotReachesIt) {
  for (const char* text : {"helper: hello", "helper, hello", "hello @helper", "> quoted\nHelper: hello"}) {
    const Audience audience = in_room(std::string("|bot=helper|text=") + text);
    EXPECT_EQ(audience.sign, Sign::mention) << text;
    EXPECT_EQ(audience.reader, "helper") << text;
  }
  for (const char* text : {"helper hello", "ask helper: hello", "> helper: hello", "helpers: hello", "hello"})
    EXPECT_FALSE(in_room(std::string("|bot=helper|text=") + text).is_ai) << text;
  EXPECT_FALSE(in_room("|member=helper|text=helper: hello").is_ai) << "nothing marks that one";
}

TEST(RoomBots, ANameThatPeopleBearTooIsACallWhenABotBearsIt) {
  EXPECT_FALSE(in_room("|member=Claude|text=@claude lunch?").is_ai);
  EXPECT_TRUE(in_room("|bot=Claude|text=@claude lunch?").is_ai);
}

TEST(RoomBots, AMemberTheUserMarkedAsAPersonIsNone) {
  Message message = read_example(std::string(channel) + "|member=soulshack").message;
  message.signs.people = {"soulshack"};
  const Audience audience = bundled_book().audience(message, "hello");
  EXPECT_FALSE(audience.is_ai);
  EXPECT_THAT(audience.bots, IsEmpty());
}

TEST(RoomBots, OfATalkOfTwoThereAreNone) {
  EXPECT_THAT(of("prpl-irc|me@irc.libera.chat|helper|bot=other").bots, IsEmpty());
}

TEST(RoomAccessRule, AClosedRoomIsNoPublicOne) {
  Message message = read_example(channel).message;
  message.signs.access = RoomAccess::closed;
  EXPECT_EQ(bundled_book().audience(message, "hello").surface, Surface::private_messages);
  message.signs.access = RoomAccess::open;
  EXPECT_EQ(bundled_book().audience(message, "hello").surface, Surface::public_posts);
  message.to.protocol = "prpl-nobody-knows";
  message.signs.access = RoomAccess::closed;
  EXPECT_EQ(bundled_book().audience(message, "hello").surface, Surface::private_messages);
}

TEST(NetworkMarks, OfWhateverKindMakeAContactABot) {
  for (const char* sign : {"list-emblem", "userinfo", "xmpp-disco", "irc-335", "irc-who-b", "irc-tag"}) {
    const Audience audience = of(std::string("prpl-irc|me@irc.libera.chat|helper|sign=") + sign);
    EXPECT_EQ(audience.sign, Sign::emblem) << sign;
    EXPECT_EQ(audience.sign_detail, sign);
  }
}

TEST(NetworkMarks, OfTheServiceItselfAreKnownByTheContactsId) {
  for (const char* bot : {"prpl-eionrobb-msteams|me|28:3a9b", "prpl-eionrobb-msteams-personal|me|28:3a9b",
                          "prpl-hehoe-whatsmeow|me|42@bot", "prpl-hehoe-whatsmeow|me|13135551234@s.whatsapp.net",
                          "prpl-facebook|me|156025504001094", "prpl-eionrobb-mattermost|me|weather [BOT]"})
    EXPECT_TRUE(of(bot).is_ai) << bot;
  for (const char* person : {"prpl-eionrobb-msteams|me|8:28:3a9b", "prpl-eionrobb-msteams|me|48:notifications",
                             "prpl-hehoe-whatsmeow|me|31612345678@s.whatsapp.net", "prpl-facebook|me|1560255040010940",
                             "prpl-eionrobb-mattermost|me|weather"})
    EXPECT_FALSE(of(person).is_ai) << person;
}

}  // namespace
}  // namespace loftgate
