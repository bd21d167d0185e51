// SPDX-License-Identifier: GPL-2.0-or-later
// Topics, invitations and whispers: said in a room, but no messages to it.
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";
constexpr const char* masked = "pay with [card number]";

class RoomAct : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    enter_room(irc_, "#chat", {"ann", "bob"});
    told();
    wire_of_null_protocols().acts.clear();
  }

  PurpleConnection* connection() { return purple_account_get_connection(irc_); }
  int room() { return purple_conv_chat_get_id(PURPLE_CONV_CHAT(conversation())); }
  /// As Pidgin's topic field does.
  void set_topic(const char* topic) {
    PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-irc"))->set_chat_topic(connection(), room(), topic);
  }
  void invite(const char* who, const char* message) { serv_chat_invite(connection(), room(), message, who); }
  void whisper(const char* who, const char* message) { serv_chat_whisper(connection(), room(), who, message); }
  const std::vector<std::string>& acts() const { return wire_of_null_protocols().acts; }
};

TEST_F(RoomAct, OrdinaryOnesHappenOnceAndSilently) {
  set_topic("pigeons < doves & owls");
  invite("gull", "join us");
  invite("gull", "");
  whisper("ann", "hello");
  EXPECT_THAT(acts(), ElementsAre("topic #chat: pigeons < doves & owls", "invite gull to #chat: join us",
                                  "invite gull to #chat: ", "whisper ann in #chat: hello"));
  EXPECT_EQ(told(), "");
}

TEST_F(RoomAct, ATopicIsHeldInItsRoomAndSetMasked) {
  set_topic("a < b & pay with 4539 1488 0343 6467");
  EXPECT_THAT(acts(), IsEmpty());
  EXPECT_THAT(told(), AllOf(HasSubstr("HELD"), HasSubstr("[card number]")));
  choose("mask");
  choose("mask");
  EXPECT_THAT(acts(), ElementsAre("topic #chat: a < b & pay with [card number]"));
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user \"credit-card\"")));
}

TEST_F(RoomAct, ATopicIsSetAsWrittenOnce) {
  set_topic("a < b & pay with 4539 1488 0343 6467");
  choose("send");
  EXPECT_THAT(acts(), ElementsAre("topic #chat: a < b & pay with 4539 1488 0343 6467"));
  set_topic("a < b & pay with 4539 1488 0343 6467");
  EXPECT_THAT(acts(), SizeIs(2)) << "the same number was asked about again";
}

TEST_F(RoomAct, ATopicThatGoesBackIsNotSetAndGivenBack) {
  set_topic(text);
  told();
  choose("back");
  EXPECT_THAT(acts(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr(text));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user")));
}

TEST_F(RoomAct, AnInvitationWaitsAsAWhole) {
  mark(irc_, "gull", "ai");
  invite("gull", text);
  EXPECT_THAT(acts(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("to gull"));
  choose("mask");
  EXPECT_THAT(acts(), ElementsAre(std::string("invite gull to #chat: ") + masked));
}

TEST_F(RoomAct, AWhisperIsWeighedForWhomItReaches) {
  mark(irc_, "helper", "ai");
  whisper("ann", "call me on +33 6 12 34 56 78");
  whisper("helper", "call me on +33 6 12 34 56 78");
  EXPECT_THAT(acts(), ElementsAre(HasSubstr("whisper ann")));
  EXPECT_THAT(told(), HasSubstr("to helper"));
  choose("mask");
  EXPECT_THAT(acts(), ElementsAre(HasSubstr("whisper ann"), "whisper helper in #chat: call me on [phone]"));
}

TEST_F(RoomAct, WhileAMessageIsHeldATopicGoesBackAndTheMessageStaysHeld) {
  type("mine is 6011 0009 9013 9424");
  told();
  set_topic(text);
  EXPECT_THAT(told(), AllOf(HasSubstr(text), HasSubstr("HELD")));
  EXPECT_THAT(acts(), IsEmpty());
  set_topic("pigeons");
  EXPECT_THAT(acts(), ElementsAre("topic #chat: pigeons"));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("mine is [card number]"));
  EXPECT_THAT(acts(), SizeIs(1));
}

TEST_F(RoomAct, WhileATopicIsHeldAMessageWaitsItsTurn) {
  set_topic(text);
  told();
  type("mine is 6011 0009 9013 9424");
  EXPECT_THAT(told(), HasSubstr("Held behind"));
  type("hello");
  EXPECT_THAT(wire(), ElementsAre("hello"));
  choose("mask");
  EXPECT_THAT(acts(), ElementsAre(std::string("topic #chat: ") + masked));
  EXPECT_THAT(told(), HasSubstr("mine is [card number]"));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("hello", "mine is [card number]"));
}

TEST_F(RoomAct, WhileATopicIsHeldAnotherGoesBack) {
  set_topic(text);
  told();
  set_topic("or with 6011 0009 9013 9424");
  EXPECT_THAT(told(), HasSubstr("6011 0009 9013 9424"));
  choose("mask");
  EXPECT_THAT(acts(), ElementsAre(std::string("topic #chat: ") + masked));
}

TEST_F(RoomAct, ARememberedAnswerMasksTheNextTopicByItself) {
  set_topic(text);
  choose("mask contact");
  told();
  set_topic("or with 6011 0009 9013 9424");
  EXPECT_EQ(told(), "");
  EXPECT_THAT(acts(), ElementsAre(std::string("topic #chat: ") + masked, "topic #chat: or with [card number]"));
}

TEST_F(RoomAct, ADisconnectKeepsTheTopicHeld) {
  set_topic(text);
  disconnect(irc_);
  choose("mask");
  EXPECT_THAT(told(), HasSubstr("not connected"));
  EXPECT_THAT(acts(), Not(testing::Contains(HasSubstr("topic"))));
}

TEST_F(RoomAct, UnloadingGivesTheTopicBack) {
  set_topic(text);
  told();
  unload();
  EXPECT_THAT(told(), HasSubstr(text));
  EXPECT_THAT(acts(), IsEmpty());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
  set_topic(text);
  EXPECT_THAT(acts(), SizeIs(1));
}

}  // namespace
}  // namespace loftgate
