// SPDX-License-Identifier: GPL-2.0-or-later
// What happens to a held message when the world does not wait for the answer: nothing is lost, nothing sent twice.
#include <filesystem>

#include "common/base/glib_ptr.h"
#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";

class InterruptedHold : public PurpleBed {
 protected:
  void hold() {
    write_to(bot_name);
    type(text);
    told();
    ASSERT_THAT(wire(), IsEmpty());
  }

  std::string open_holds() const { return log_folder() + "/open-holds.ini"; }

  static std::string content_of(const std::string& file) {
    char* content = nullptr;
    EXPECT_TRUE(g_file_get_contents(file.c_str(), &content, nullptr, nullptr)) << file;
    return take(content);
  }
};

TEST_F(InterruptedHold, WithoutAnAnswerNothingIsSentAndTheTextComesBackWithTheConversation) {
  hold();
  close_conversation();
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
  write_to(bot_name);
  EXPECT_THAT(told(), HasSubstr(text));
  choose("send");
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(InterruptedHold, WhileDisconnectedTheAnswerSaysWhyAndTheTextWaits) {
  hold();
  disconnect(xmpp_);
  choose("mask");
  EXPECT_THAT(told(), HasSubstr("not connected"));
  EXPECT_THAT(choices(), IsEmpty());
  connect(xmpp_);
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
}

TEST_F(InterruptedHold, ARefusedMessageStaysHeld) {
  hold();
  wire_of_null_protocols().answer = -1;
  choose("mask");
  EXPECT_THAT(told(), HasSubstr("could not be sent"));
  wire_of_null_protocols().answer = 1;
  choose("mask");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(InterruptedHold, AProtocolThatShowsNothingItselfHasStillSent) {
  hold();
  wire_of_null_protocols().answer = 0;
  choose("mask");
  choose("mask");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(InterruptedHold, UnloadingGivesTheTextBackAndRecordsThatNobodyDecided) {
  hold();
  unload();
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr(text));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
}

TEST_F(InterruptedHold, UnloadingOpensAClosedConversationAgainRatherThanLoseItsText) {
  hold();
  close_conversation();
  unload();
  ASSERT_NE(conversation(), nullptr);
  EXPECT_THAT(told(), HasSubstr(text));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(InterruptedHold, UnloadingShowsTheTextOfARoomThatWasLeftBehind) {
  enter_room(irc_, "#chat", {"ann", "bob"});
  type(text);
  close_conversation();
  unload();
  EXPECT_THAT(shown_notices(), testing::Contains(AllOf(HasSubstr("Nothing was sent to #chat"), HasSubstr(text))));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(InterruptedHold, WhenTheProgramEndsNothingIsSentAndTheNextStartSaysSoOnce) {
  hold();
  purple_signal_emit(purple_get_core(), "quitting");
  unload();
  close_conversation();
  EXPECT_THAT(wire(), IsEmpty());
  load();
  write_to(friend_name);
  EXPECT_EQ(told(), "");
  write_to(bot_name);
  EXPECT_THAT(told(), AllOf(HasSubstr("was not sent when the program ended: Payment card number to"),
                            Not(HasSubstr(text))));
  close_conversation();
  write_to(bot_name);
  EXPECT_EQ(told(), "");
  EXPECT_FALSE(std::filesystem::exists(open_holds()));
}

TEST_F(InterruptedHold, WhenTheProgramIsKilledTheNextStartSaysSoToo) {
  hold();
  const std::string noted = content_of(open_holds());
  EXPECT_THAT(noted, AllOf(HasSubstr(bot_name), Not(HasSubstr("4539"))));
  unload();
  EXPECT_FALSE(std::filesystem::exists(open_holds())) << "the text is back with its author";
  close_conversation();
  ASSERT_TRUE(g_file_set_contents(open_holds().c_str(), noted.c_str(), -1, nullptr));
  load();
  write_to(bot_name);
  EXPECT_THAT(told(), HasSubstr("was not sent when the program ended"));
}

TEST_F(InterruptedHold, WhatWaitsForItsClosedConversationIsNotForgottenAtTheEnd) {
  hold();
  close_conversation();
  EXPECT_TRUE(std::filesystem::exists(open_holds()));
  purple_signal_emit(purple_get_core(), "quitting");
  unload();
  EXPECT_EQ(conversation(), nullptr) << "a program that ends opens nothing";
  EXPECT_TRUE(std::filesystem::exists(open_holds()));
}

TEST_F(InterruptedHold, EveryAnswerTakesTheNoteAway) {
  for (const char* answer : {"mask", "send", "back", "keep"}) {
    hold();
    EXPECT_TRUE(std::filesystem::exists(open_holds())) << answer;
    choose(answer);
    EXPECT_FALSE(std::filesystem::exists(open_holds())) << answer;
    wire_of_null_protocols() = {};
    unload();
    load();
  }
}

TEST_F(InterruptedHold, ADamagedNoteIsNamedOnceAndHoldingGoesOn) {
  unload();
  std::filesystem::create_directories(log_folder());
  ASSERT_TRUE(g_file_set_contents(open_holds().c_str(), "coo", -1, nullptr));
  load();
  write_to(friend_name);
  EXPECT_THAT(told(), HasSubstr("open-holds.ini.damaged"));
  write_to(bot_name);
  EXPECT_THAT(told(), Not(HasSubstr("damaged")));
  type(text);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("HELD"));
}

TEST_F(InterruptedHold, ANoteThatCannotBeWrittenDisturbsNothing) {
  std::filesystem::create_directories(open_holds() + "/in the way");
  hold();
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
}

TEST_F(InterruptedHold, AMessageThatIsNotHeldWritesNothing) {
  write_to(friend_name);
  type("see you at six");
  EXPECT_FALSE(std::filesystem::exists(log_folder()));
}

TEST_F(InterruptedHold, ARemovedAccountTakesItsHoldsAlong) {
  hold();
  PurpleAccount* removed = std::exchange(xmpp_, nullptr);
  purple_accounts_delete(removed);
  turn();
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
}

TEST_F(InterruptedHold, ALogThatCannotBeWrittenIsSaidAndSendingWithoutARecordIsOffered) {
  std::filesystem::create_directories(folder_.path());
  ASSERT_TRUE(g_file_set_contents(log_folder().c_str(), "in the way", -1, nullptr));
  hold();
  choose("mask");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), AllOf(HasSubstr("could not be recorded"), HasSubstr("unrecorded")));
  choose("mask unrecorded");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
}

TEST_F(InterruptedHold, AnotherHeldMessageDoesNotReplaceTheFirst) {
  hold();
  type("or write to bob@gmx.net");
  choose("send");
  EXPECT_THAT(wire(),
              ElementsAre(std::string(text) + "<br>or write to <A HREF=\"mailto:bob@gmx.net\">bob@gmx.net</A>"));
}

}  // namespace
}  // namespace loftgate
