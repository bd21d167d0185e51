// SPDX-License-Identifier: GPL-2.0-or-later
// What happens to a held message when the world does not wait for the answer: nothing is lost, nothing sent twice.
#include <filesystem>

#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
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
