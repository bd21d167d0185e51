// SPDX-License-Identifier: GPL-2.0-or-later
// A view of a client's own takes over the conversations it claims, and hands them back when it goes.
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";

/// Writes down what it is told.
class OwnView final : public WarningView {
 public:
  void ask(const Warning& warning) override { asked.push_back(warning); }
  void remind(const Warning&) override {}
  void notice(const Notice&) override {}
  void close(HoldId, Act how) override { closed.push_back(how); }
  void badge(const Destination& to, const Badge&) override { badges.push_back(to.peer); }
  void give_back(const Destination&, const std::string& markup) override { given_back.push_back(markup); }

  std::vector<Warning> asked;
  std::vector<Act> closed;
  std::vector<std::string> badges;
  std::vector<std::string> given_back;
};

gboolean claims_people(PurpleConversation* conversation) {
  return purple_conversation_get_type(conversation) == PURPLE_CONV_TYPE_IM;
}

class OwnViewTest : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    socket().plug(&view_, claims_people);
  }
  void TearDown() override {
    if (is_loaded()) socket().unplug(&view_);
    PurpleBed::TearDown();
  }

  OwnView view_;
};

TEST_F(OwnViewTest, IsAskedInPlaceOfALineAndAnswersThroughTheDoor) {
  write_to(bot_name);
  type(text);
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_EQ(told(), "");
  Choice mask;
  mask.act = Act::mask;
  EXPECT_TRUE(socket().door->choose(view_.asked[0].id, mask));
  EXPECT_THAT(wire(), ElementsAre(view_.asked[0].preview));
  EXPECT_THAT(view_.closed, ElementsAre(Act::mask));
  EXPECT_FALSE(socket().door->choose(view_.asked[0].id, mask));
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(OwnViewTest, ConversationsItDoesNotClaimAreAskedInWords) {
  enter_room(irc_, "#chat", {"ann"});
  type(text);
  EXPECT_THAT(view_.asked, IsEmpty());
  EXPECT_THAT(told(), HasSubstr("HELD"));
}

TEST_F(OwnViewTest, IsToldWhoReadsAConversationWhenItOpens) {
  write_to(bot_name);
  EXPECT_THAT(view_.badges, testing::Contains(bot_name));
}

TEST_F(OwnViewTest, AnswersGivenInWordsReachItToo) {
  write_to(bot_name);
  type(text);
  choose("back");
  EXPECT_THAT(view_.given_back, ElementsAre(text));
}

TEST_F(OwnViewTest, ADraftIsCheckedBeforeItLeavesAndTheConversationIsFoundAgain) {
  write_to(bot_name);
  const Message draft = socket().describe(conversation(), text);
  EXPECT_EQ(draft.to.peer, bot_name);
  EXPECT_EQ(draft.signs.bot_sign, "list-emblem");
  EXPECT_EQ(socket().find(draft.to), conversation());
  EXPECT_EQ(socket().door->draft(draft, view_, *socket().outbox), Door::Outcome::held);
  EXPECT_THAT(view_.asked, SizeIs(1));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(OwnViewTest, WhenItGoesItsQuestionsEndAndTheTextIsGivenBack) {
  write_to(bot_name);
  type(text);
  told();
  socket().unplug(&view_);
  EXPECT_THAT(view_.closed, SizeIs(1));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer")));
  EXPECT_THAT(told(), HasSubstr(text));
}

TEST_F(OwnViewTest, BothModulesKnowWhetherTheyFit) {
  EXPECT_EQ(socket().version, ViewSocket::current_version);
  EXPECT_STREQ(socket().build, LOFTGATE_VERSION);
}

}  // namespace
}  // namespace loftgate
