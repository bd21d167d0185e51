// SPDX-License-Identifier: GPL-2.0-or-later
// Asking as BitlBee's user sees it: lines of the control channel, answered by words written to the contact.
#include "plugin/purple/bitlbee_view.h"

#include <filesystem>

#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";
constexpr const char* masked = "pay with [card number]";
constexpr const char* token = "the token is ghp_16C7e42F292c6912E7710c838347Ae178B4a";

gboolean every_conversation(PurpleConversation*) { return TRUE; }

class BitlbeeViewTest : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    view_.emplace(*socket().door);
    socket().plug(&*view_, every_conversation);
  }
  void TearDown() override {
    socket().unplug(&*view_);
    view_.reset();
    PurpleBed::TearDown();
  }

  /// The control channel since the last look.
  std::string control() {
    std::string all;
    for (; seen_ < shown_notices().size(); ++seen_) all += shown_notices()[seen_] + "\n";
    return all;
  }
  void hold(const char* what = text) {
    write_to(bot_name);
    control();
    type(what);
    ASSERT_THAT(wire(), IsEmpty());
  }

 private:
  std::optional<BitlbeeView> view_;
  std::size_t seen_ = 0;
};

TEST_F(BitlbeeViewTest, WhatIsHeldIsSaidWithTheWordsThatAnswer) {
  hold();
  EXPECT_THAT(control(), AllOf(HasSubstr("Held: Payment card number to"), HasSubstr(masked), Not(HasSubstr("4539")),
                               HasSubstr("reply there: !lg mask | !lg send | !lg back")));
  EXPECT_EQ(told(), "") << "BitlBee shows no such lines";
}

TEST_F(BitlbeeViewTest, MaskSendsTheMaskedTextOnceAndSaysSo) {
  hold();
  control();
  type("!lg mask");
  type("!lg mask");
  EXPECT_THAT(wire(), ElementsAre(masked));
  EXPECT_THAT(control(), AllOf(HasSubstr("Sent to"), HasSubstr(masked), HasSubstr("Nothing is held for")));
}

TEST_F(BitlbeeViewTest, SendSendsAsWrittenOnce) {
  hold();
  type("!lg send");
  EXPECT_THAT(wire(), ElementsAre(text));
}

TEST_F(BitlbeeViewTest, BackGivesTheTextBackAndSendsNothing) {
  hold();
  control();
  type("!lg back");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(control(), HasSubstr(text));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user")));
}

TEST_F(BitlbeeViewTest, WhatIsMistakenComesBackAndIsNotAskedAboutAgain) {
  hold();
  control();
  type("!lg mistaken");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(control(), AllOf(HasSubstr(text), HasSubstr("does not ask")));
  type(text);
  EXPECT_THAT(wire(), ElementsAre(text));
}

TEST_F(BitlbeeViewTest, KeepDiscardsTheText) {
  hold();
  control();
  type("!lg keep");
  EXPECT_THAT(control(), AllOf(HasSubstr("discarded"), Not(HasSubstr("4539"))));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(BitlbeeViewTest, ASecretNeedsTheLettersThatAreNamed) {
  hold(token);
  EXPECT_THAT(control(), HasSubstr("!lg send bott"));
  type("!lg send");
  EXPECT_THAT(control(), HasSubstr("first letters"));
  EXPECT_THAT(wire(), IsEmpty());
  type("!Lg send Bott");
  EXPECT_THAT(wire(), ElementsAre(token));
}

TEST_F(BitlbeeViewTest, AnswersNeverLeaveAlsoWhenNothingIsHeld) {
  write_to(friend_name);
  control();
  for (const char* words : {"!lg", "!lg mask", " !LG back ", "!lg nonsense", "!lg status", "!lg remember 1h"}) {
    type(words);
    EXPECT_NE(control(), "") << words;
  }
  enter_room(irc_, "#chat", {"ann"});
  type("!lg send");
  EXPECT_THAT(control(), HasSubstr("Nothing is held for #chat"));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(BitlbeeViewTest, WordsThatOnlyLookLikeAnswersAreMessages) {
  write_to(friend_name);
  type("!lgx");
  type("write !lg mask to answer");
  EXPECT_THAT(wire(), ElementsAre("!lgx", "write !lg mask to answer"));
}

TEST_F(BitlbeeViewTest, AQuestionInARoomIsAnsweredInTheRoom) {
  enter_room(irc_, "#chat", {"ann", "bob"});
  type(text);
  EXPECT_THAT(wire(), IsEmpty());
  type("!lg mask");
  EXPECT_THAT(wire(), ElementsAre(masked));
}

TEST_F(BitlbeeViewTest, ARememberedMaskIsSaidBecauseTheClientShowsWhatWasTyped) {
  hold();
  type("!lg mask contact");
  control();
  type("or with 6011 0009 9013 9424");
  EXPECT_THAT(wire(), ElementsAre(masked, "or with [card number]"));
  EXPECT_THAT(control(), HasSubstr("sent masked"));
}

TEST_F(BitlbeeViewTest, WhyAndStatusAnswerInTheControlChannel) {
  hold();
  control();
  type("!lg why");
  EXPECT_THAT(control(), AllOf(HasSubstr("Found: Payment card number"), Not(HasSubstr("4539"))));
  type("!lg status");
  EXPECT_THAT(control(), HasSubstr("Held: Payment card number"));
  type("!lg keep");
  control();
  type("!lg status");
  EXPECT_THAT(control(), HasSubstr("Nothing is held for botty@example.org"));
}

/// BitlBee never adds its accounts to libpurple's list.
class AccountsOnNoList : public BitlbeeViewTest {
 protected:
  void SetUp() override {
    BitlbeeViewTest::SetUp();
    purple_accounts_remove(xmpp_);
  }
  void TearDown() override {
    purple_accounts_add(xmpp_);
    BitlbeeViewTest::TearDown();
  }
};

TEST_F(AccountsOnNoList, AreServedWhileTheyAreConnected) {
  hold();
  type("!lg mask");
  EXPECT_THAT(wire(), ElementsAre(masked));
}

TEST_F(AccountsOnNoList, KeepWhatAContactCalledItselfOutsideTheContactListThatIsLost) {
  write_to(friend_name);
  hear(xmpp_, friend_name, "Hello, I am an AI assistant. How can I help?");
  purple_blist_remove_buddy(purple_find_buddy(xmpp_, friend_name));
  EXPECT_NE(socket().describe(conversation(), "").signs.disclosed, "");
  write_to(bot_name);
  EXPECT_EQ(socket().describe(conversation(), "").signs.disclosed, "");
}

using UserFolder = PurpleBed;

TEST_F(UserFolder, ThatChangesAfterLoadingIsTheOneOfRecordsAndLog) {
  const TempFolder other;
  const std::string own = other.path() + "/loftgate";
  std::filesystem::create_directories(own + "/records/detectors");
  ASSERT_TRUE(g_file_set_contents((own + "/records/detectors/mine.toml").c_str(), "id = \n", -1, nullptr));
  purple_util_set_user_dir(other.path().c_str());
  write_to(bot_name);
  ASSERT_THAT(shown_notices(), SizeIs(1));
  EXPECT_THAT(shown_notices()[0], HasSubstr("mine.toml"));
  type(text);
  choose("keep");
  EXPECT_TRUE(std::filesystem::exists(own + "/consent-1.db")) << "not logged there";
  EXPECT_FALSE(std::filesystem::exists(log_folder())) << "logged where the folder was before";
}

}  // namespace
}  // namespace loftgate
