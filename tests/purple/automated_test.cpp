// SPDX-License-Identifier: GPL-2.0-or-later
// What makes a contact an AI in a running client, and what does not.
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* phone = "call me on +33 6 12 34 56 78";   // asked about when an AI reads it, not among people

class Automated : public PurpleBed {
 protected:
  bool friend_is_ai() {
    const std::size_t before = wire().size();
    type(phone);
    const bool held = wire().size() == before;
    if (held) choose("keep");
    return held;
  }
};

TEST_F(Automated, AContactsOwnWordsAreRememberedWithTheDayAndShown) {
  write_to(friend_name);
  hear(xmpp_, friend_name, "As an AI language model, I cannot eat.");
  turn();
  type(phone);
  told();
  choose("why");
  EXPECT_THAT(told(), testing::ContainsRegex("called itself an AI on [0-9]+ [A-Z][a-z]+ 20[0-9]+ \\(en-self-as\\)"));
  PurpleBlistNode* node = PURPLE_BLIST_NODE(purple_find_buddy(xmpp_, friend_name));
  EXPECT_THAT(purple_blist_node_get_string(node, "loftgate-disclosed"), HasSubstr("en-self-as 20"));
}

TEST_F(Automated, APersonWhoTalksAboutBotsStaysAPerson) {
  write_to(friend_name);
  for (const char* words : {"I am a bot developer", "I'm an AI researcher", "&gt; I am an AI assistant.",
                            "it said \"I am an AI assistant.\"", "are you an AI?", "I am not an AI, haha",
                            "my brother is an AI engineer"}) {
    hear(xmpp_, friend_name, words);
    EXPECT_FALSE(friend_is_ai()) << words;
  }
}

TEST_F(Automated, WhatTheUserWroteOnAnotherDeviceIsNotTheContacts) {
  write_to(friend_name);
  serv_got_im(purple_account_get_connection(xmpp_), friend_name, "I am an AI assistant.", PURPLE_MESSAGE_SEND, 0);
  EXPECT_FALSE(friend_is_ai());
}

TEST_F(Automated, WhatSomebodySaysInARoomMakesNobodyAnAi) {
  enter_room(xmpp_, "room@conference.example.org", {"ann"});
  serv_got_chat_in(purple_account_get_connection(xmpp_), purple_conv_chat_get_id(PURPLE_CONV_CHAT(conversation())),
                   "ann", PURPLE_MESSAGE_RECV, "I am an AI assistant.", 0);
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(Automated, AVoiceInARoomIsNoBot) {
  enter_room(irc_, "#chat", {"ann", "helper"});
  purple_conv_chat_user_set_flags(PURPLE_CONV_CHAT(conversation()), "helper", PURPLE_CBFLAGS_VOICE);
  turn();
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1)) << "+v is an ordinary honour on IRC";
}

TEST_F(Automated, ABotCalledIntoARoomReadsThatMessageOnly) {
  enter_room(xmpp_, "room@conference.example.org", {"ann"});
  type(std::string("@chatgpt ") + phone);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("OpenAI"));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("@chatgpt call me on [phone]"));
  type("call me on +33 6 98 76 54 32");
  EXPECT_THAT(wire(), SizeIs(2));
  type(std::string("&gt; @chatgpt hi<br>no, ") + "+33 6 11 22 33 44");
  EXPECT_THAT(wire(), SizeIs(3)) << "a quote calls nobody";
}

}  // namespace
}  // namespace loftgate
