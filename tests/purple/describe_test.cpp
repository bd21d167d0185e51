// SPDX-License-Identifier: GPL-2.0-or-later
// What is read from libpurple about the other side.
#include "plugin/purple/describe.h"

#include "plugin/purple/destination.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

using Describe = PurpleBed;

TEST_F(Describe, AnXmppResourceIsNotPartOfWhoItIs) {
  open(xmpp_, "Ann@Example.org/phone");
  const Message message = describe(conversation(), "hello");
  EXPECT_EQ(message.to, (Destination{"prpl-jabber", "me@example.org", friend_name, PeerKind::person}));
  EXPECT_EQ(message.markup, "hello");
  EXPECT_EQ(find_account(message.to), xmpp_);
}

TEST_F(Describe, AClosedConversationIsNotFoundAgain) {
  write_to(friend_name);
  const Destination to = destination_of(conversation());
  EXPECT_EQ(find_conversation(to), conversation());
  close_conversation();
  EXPECT_EQ(find_conversation(to), nullptr);
}

TEST_F(Describe, TheServerIsTheOneConnectedToElseTheAccountsDomain) {
  write_to(friend_name);
  EXPECT_EQ(describe(conversation(), nullptr).signs.host, "example.org");
  purple_account_set_string(xmpp_, "connect_server", "xmpp.example.net:5223");
  EXPECT_EQ(describe(conversation(), nullptr).signs.host, "xmpp.example.net");
}

TEST_F(Describe, SettingsOfAnAiAccountAreRead) {
  open(ai_, "chatgpt");
  purple_account_set_string(ai_, "provider", "ollama");
  purple_account_set_string(ai_, "endpoint", "http://localhost:11434/");
  const PeerSigns signs = describe(conversation(), nullptr).signs;
  EXPECT_EQ(signs.ai_provider, "ollama");
  EXPECT_EQ(signs.ai_endpoint, "http://localhost:11434/");
}

TEST_F(Describe, ARoomNamesItsMembers) {
  enter_room(irc_, "#Chat", {"ann", "helper"});
  const Message message = describe(conversation(), nullptr);
  EXPECT_EQ(message.to.kind, PeerKind::room);
  EXPECT_EQ(message.to.peer, "#chat");
  EXPECT_THAT(message.signs.members, UnorderedElementsAre("ann", "helper"));
}

TEST_F(Describe, AVoiceIsABotWhereTheServiceMeansThatByIt) {
  PurpleAccount* discord = purple_account_new("me", "prpl-eionrobb-discord");
  purple_accounts_add(discord);
  purple_account_set_enabled(discord, purple_core_get_ui(), TRUE);
  connect(discord);
  for (PurpleAccount* account : {discord, irc_}) {
    enter_room(account, "#loft", {"ann"});
    purple_conv_chat_add_user(PURPLE_CONV_CHAT(conversation()), "helper", nullptr, PURPLE_CBFLAGS_VOICE, FALSE);
    const PeerSigns signs = describe(conversation(), nullptr).signs;
    if (account == discord) EXPECT_THAT(signs.bots, ElementsAre("helper"));
    else EXPECT_THAT(signs.bots, testing::IsEmpty());
    close_conversation();
  }
  purple_accounts_delete(discord);
}

TEST_F(Describe, ADisclosureIsRememberedOnTheContact) {
  write_to(friend_name);
  const Destination to = destination_of(conversation());
  note_disclosure(to, "en-self-iam", *parse_date("2026-03-04"));
  const PeerSigns signs = describe(conversation(), nullptr).signs;
  EXPECT_EQ(signs.disclosed, "en-self-iam");
  EXPECT_EQ(signs.disclosed_on, "2026-03-04");
}

TEST_F(Describe, TheUsersOwnMarkIsRead) {
  mark(xmpp_, friend_name, "person");
  write_to(friend_name);
  EXPECT_EQ(describe(conversation(), nullptr).signs.mark, Mark::person);
}

TEST_F(Describe, AnImageMakesAnImageMessage) {
  EXPECT_EQ(flags_of("look <img id=\"3\">"), std::uint32_t(PURPLE_MESSAGE_IMAGES));
  EXPECT_EQ(flags_of("look"), 0U);
}

}  // namespace
}  // namespace loftgate
