// SPDX-License-Identifier: GPL-2.0-or-later
// The gate with the real records and a real log; only the window and the wire are played.
#include "common/engine/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/played_parts.h"
#include "tests/support/temp_folder.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class GateTest : public testing::Test, public Outbox {
 protected:
  void SetUp() override { ASSERT_TRUE(bundled()) << bundled().error().text; }

  std::optional<Error> obstacle(const Destination&) override { return obstacle_; }

  /// Sends as libpurple would: through the gate once more, then onto the wire.
  bool release(HoldId, const Destination& to, const std::string& markup, std::uint32_t) override {
    if (broken_) return false;
    Message message;
    message.to = to;
    message.signs = signs_;
    message.markup = changed_on_the_way_.empty() ? markup : changed_on_the_way_;
    if (gate_.outgoing(message, view_, *this) == Door::Outcome::go) wire_.push_back(message.markup);
    if (closes_on_send_) gate_.conversation_ended(to);
    return true;
  }

  Message to_bot(const std::string& markup) {
    Message message;
    message.to = bot_;
    message.signs = signs_;
    message.markup = markup;
    return message;
  }

  /// Types into an entry and presses Enter.
  Door::Outcome enter(const std::string& markup) {
    const Message message = to_bot(markup);
    if (gate_.draft(message, view_, *this) == Door::Outcome::held) return Door::Outcome::held;
    return leave(markup);
  }

  /// Sends as another program would, past any entry.
  Door::Outcome leave(const std::string& markup) {
    const auto outcome = gate_.outgoing(to_bot(markup), view_, *this);
    if (outcome == Door::Outcome::go) wire_.push_back(markup);
    return outcome;
  }

  Result<void> answer(Act act, Remember remember = Remember::once, const std::string& typed = "") {
    if (view_.asked.empty()) return Error{Code::not_found, "nothing was asked"};
    return gate_.choose(view_.asked.back().id, {act, remember, typed, false, {}});
  }

  /// Without a kind: none of what was found is any.
  Result<void> say_mistaken(std::optional<EntityType> type = {}) {
    Choice choice;
    choice.act = Act::mistaken;
    choice.mistaken = type;
    return gate_.choose(view_.asked.back().id, choice);
  }

  std::vector<std::string> choices() {
    ledger_.close();
    auto log = ConsentLog::open(log_folder(), clock_, ConsentLog::Access::read);
    std::vector<std::string> found;
    if (!log) return found;
    const auto rows = log->list({});
    for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
      for (const char* choice : {"send", "redact", "edit", "cancel", "defer"}) {
        if (row->entry->find(std::string("\"choice\":\"") + choice + "\"") != std::string::npos) found.push_back(choice);
      }
    }
    return found;
  }

  std::string log_folder() const { return folder_.path() + log_place_; }

  TempFolder folder_;
  std::string log_place_ = "/loftgate";
  SetClock clock_;
  Settings settings_;
  Ledger ledger_{[this] { return log_folder(); }, clock_};
  Exceptions exceptions_{[this] { return folder_.path(); }};
  Gate gate_{{clock_, settings_, ledger_, bundled, [this](const Destination&, const Disclosure& found, Date) { disclosed_.push_back(found.id); }, nullptr, exceptions_}};
  PlayedView view_;
  // Meta AI on WhatsApp: an AI whose service says that it trains.
  Destination bot_{"prpl-hehoe-whatsmeow", "me", "13135550002@s.whatsapp.net", PeerKind::person};
  PeerSigns signs_;
  std::optional<Error> obstacle_;
  bool broken_ = false;
  bool closes_on_send_ = false;
  std::string changed_on_the_way_;
  std::vector<std::string> wire_;
  std::vector<std::string> disclosed_;
};

constexpr char card_text[] = "my card is 5391 7820 4613 5876, <b>thanks</b>";
constexpr char card_value[] = "5391 7820 4613 5876";

TEST_F(GateTest, CiphertextGoesThroughAndIsNotCalledChecked) {
  const std::string block = "-----BEGIN PGP MESSAGE-----<br><br>hQEMA5391782046135876<br>-----END PGP MESSAGE-----";
  EXPECT_EQ(enter(block), Door::Outcome::go);
  ASSERT_FALSE(view_.badges.empty());
  EXPECT_EQ(view_.badges.back(), "Not checked");
  EXPECT_EQ(enter(block + "<br>" + card_text), Door::Outcome::held) << "what stands beside it is read";
}

TEST_F(GateTest, AnOrdinaryMessageGoesThroughOnce) {
  EXPECT_EQ(enter("see you at six"), Door::Outcome::go);
  EXPECT_THAT(wire_, ElementsAre("see you at six"));
  EXPECT_THAT(view_.asked, IsEmpty());
}

TEST_F(GateTest, ACardNumberIsHeldAndNothingLeaves) {
  EXPECT_EQ(enter(card_text), Door::Outcome::held);
  EXPECT_THAT(wire_, IsEmpty());
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_THAT(view_.asked[0].lead, HasSubstr("Payment card number"));
}

TEST_F(GateTest, MaskSendsExactlyThePreviewWithItsFormatting) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::mask));
  EXPECT_THAT(wire_, ElementsAre("my card is [card number], <b>thanks</b>"));
  EXPECT_EQ(view_.asked[0].preview, "my card is [card number], thanks");
  EXPECT_THAT(choices(), ElementsAre("redact"));
}

TEST_F(GateTest, SendAsWrittenSendsOnceAndIsNotAskedAgain) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::send));
  EXPECT_THAT(wire_, ElementsAre(card_text));
  EXPECT_EQ(enter(std::string("again: ") + card_value), Door::Outcome::go);
  EXPECT_THAT(choices(), ElementsAre("send"));
}

TEST_F(GateTest, AMistakeGoesBackToItsAuthorAndIsNotAskedAboutAgain) {
  enter(card_text);
  EXPECT_THAT(view_.asked[0].mistakes, ElementsAre(EntityType::credit_card));
  ASSERT_TRUE(say_mistaken(EntityType::credit_card));
  EXPECT_THAT(wire_, IsEmpty()) << "nobody has decided to send it yet";
  EXPECT_THAT(view_.closed, ElementsAre(Act::back));
  EXPECT_EQ(enter(card_text), Door::Outcome::go);
}

TEST_F(GateTest, AMistakeLeavesTheQuestionAboutTheRest) {
  enter(std::string(card_text) + " or +31 6 12345678");
  ASSERT_TRUE(say_mistaken(EntityType::credit_card));
  ASSERT_THAT(view_.asked, SizeIs(2));
  EXPECT_EQ(view_.asked[1].id, view_.asked[0].id);
  EXPECT_THAT(view_.asked[1].mistakes, ElementsAre(EntityType::phone));
  EXPECT_THAT(view_.asked[1].preview, HasSubstr(card_value));
}

TEST_F(GateTest, OfEveryKindItLeavesNoQuestion) {
  const std::string text = std::string(card_text) + " or +31 6 12345678";
  enter(text);
  ASSERT_TRUE(say_mistaken());
  EXPECT_THAT(view_.closed, ElementsAre(Act::back));
  EXPECT_EQ(enter(text), Door::Outcome::go);
}

TEST_F(GateTest, AMistakeThatCannotBeRememberedKeepsTheQuestion) {
  ASSERT_TRUE(g_file_set_contents((folder_.path() + "/exceptions.ini").c_str(), "what is this", -1, nullptr));
  enter(card_text);
  EXPECT_FALSE(say_mistaken(EntityType::credit_card));
  EXPECT_THAT(view_.asked.back().trouble, HasSubstr("exceptions.ini"));
  EXPECT_THAT(view_.closed, IsEmpty());
}

TEST_F(GateTest, TheSecondAnswerToAQuestionDoesNothing) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::send));
  EXPECT_FALSE(answer(Act::send));
  EXPECT_THAT(wire_, SizeIs(1));
}

TEST_F(GateTest, EnterOnUnchangedTextNeverSends) {
  enter(card_text);
  EXPECT_EQ(enter(card_text), Door::Outcome::held);
  EXPECT_EQ(view_.reminded, 1);
  EXPECT_THAT(wire_, IsEmpty());
}

TEST_F(GateTest, GoingBackAndSendingTheSameAsksAgainWhateverTheBudget) {
  const std::string phone = "call me on +31 6 12345678";
  ASSERT_EQ(enter(phone), Door::Outcome::held);
  ASSERT_TRUE(answer(Act::back));
  EXPECT_EQ(enter(phone), Door::Outcome::held);
  EXPECT_THAT(wire_, IsEmpty());
}

TEST_F(GateTest, ASpentBudgetTurnsANewPhoneNumberIntoANotice) {
  enter("call me on +31 6 12345678");
  ASSERT_TRUE(answer(Act::send));
  EXPECT_EQ(enter("or on +31 6 87654321"), Door::Outcome::go);
  EXPECT_THAT(view_.notices, testing::Contains(HasSubstr("Phone number")));
}

TEST_F(GateTest, AnEditedTextIsRecordedWhenItLeaves) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::back));
  EXPECT_EQ(enter("my card is at home"), Door::Outcome::go);
  EXPECT_THAT(choices(), ElementsAre("edit"));
}

TEST_F(GateTest, TypingOverTheDraftIsAnEditToo) {
  enter(card_text);
  EXPECT_EQ(enter("my card is at home"), Door::Outcome::go);
  EXPECT_THAT(wire_, ElementsAre("my card is at home"));
  EXPECT_THAT(choices(), ElementsAre("edit"));
}

TEST_F(GateTest, ATextHeldOnItsWayOutIsGivenBack) {
  EXPECT_EQ(leave(card_text), Door::Outcome::held);
  ASSERT_TRUE(answer(Act::back));
  EXPECT_THAT(view_.given_back, ElementsAre(card_text));
  EXPECT_THAT(wire_, IsEmpty());
}

TEST_F(GateTest, LinesOfOnePasteAreOneQuestion) {
  leave("my card is 5391 7820 4613 5876");
  EXPECT_EQ(leave("second line"), Door::Outcome::held);
  EXPECT_EQ(view_.asked.front().id, view_.asked.back().id);
  ASSERT_TRUE(answer(Act::send));
  EXPECT_THAT(wire_, ElementsAre("my card is 5391 7820 4613 5876<br>second line"));
}

TEST_F(GateTest, AnotherDetailWhileOneIsHeldJoinsItAndNothingIsLost) {
  leave("my card is 5391 7820 4613 5876");
  clock_.moment.us += 60000000;
  EXPECT_EQ(leave("or 4539 0471 8263 9511"), Door::Outcome::held);
  ASSERT_TRUE(answer(Act::back));
  EXPECT_THAT(view_.given_back, ElementsAre("my card is 5391 7820 4613 5876<br>or 4539 0471 8263 9511"));
}

TEST_F(GateTest, TheSameTextWrittenAgainWhileItIsHeldIsSentOnce) {
  leave(card_text);
  clock_.moment.us += 60000000;
  EXPECT_EQ(leave(card_text), Door::Outcome::held);
  EXPECT_THAT(view_.asked, SizeIs(1));
  ASSERT_TRUE(answer(Act::send));
  EXPECT_THAT(wire_, ElementsAre(card_text));
}

TEST_F(GateTest, AConversationThatClosesWhileItsTextLeavesSendsOnceAndKeepsNothing) {
  enter(card_text);
  closes_on_send_ = true;
  EXPECT_TRUE(answer(Act::send));
  EXPECT_THAT(wire_, SizeIs(1));
  EXPECT_EQ(gate_.take_kept(bot_), std::nullopt);
  EXPECT_THAT(choices(), ElementsAre("send"));
}

TEST_F(GateTest, LaterMessagesDoNotWaitForTheAnswer) {
  leave(card_text);
  clock_.moment.us += 2000000;
  EXPECT_EQ(leave("second thought"), Door::Outcome::go);
}

TEST_F(GateTest, ASecretNeedsTheReadersFirstLetters) {
  enter("use ghp_16C7e42F292c6912E7710c838347Ae178B4a");
  ASSERT_EQ(view_.asked.back().strength, Strength::ask_inhibited);
  EXPECT_FALSE(answer(Act::send));
  EXPECT_FALSE(answer(Act::send, Remember::once, "zzzz"));
  EXPECT_THAT(wire_, IsEmpty());
  EXPECT_TRUE(answer(Act::send, Remember::once, view_.asked.back().reader));
  EXPECT_THAT(wire_, SizeIs(1));
}

TEST_F(GateTest, ASecretCannotBeRemembered) {
  enter("use ghp_16C7e42F292c6912E7710c838347Ae178B4a");
  EXPECT_FALSE(answer(Act::mask, Remember::contact));
  EXPECT_THAT(wire_, IsEmpty());
}

TEST_F(GateTest, ThisContactIsNotAskedAgain) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::send, Remember::contact));
  EXPECT_EQ(enter("another one: 4539 0471 8263 9511"), Door::Outcome::go);
  EXPECT_THAT(view_.asked, SizeIs(1));
  EXPECT_THAT(choices(), ElementsAre("send", "send"));
}

TEST_F(GateTest, AlwaysMaskMasksByItself) {
  enter(card_text);
  ASSERT_TRUE(answer(Act::mask, Remember::contact));
  EXPECT_EQ(enter("another one: 4539 0471 8263 9511"), Door::Outcome::held);
  EXPECT_EQ(wire_.back(), "another one: [card number]");
  EXPECT_THAT(choices(), ElementsAre("redact", "redact"));
}

TEST_F(GateTest, WhileOfflineNothingIsSentLostOrRecorded) {
  enter(card_text);
  obstacle_ = Error{Code::offline, "The account is not connected."};
  EXPECT_FALSE(answer(Act::send));
  EXPECT_EQ(view_.asked.back().trouble, "The account is not connected.");
  EXPECT_THAT(choices(), IsEmpty());
  obstacle_.reset();
  EXPECT_TRUE(answer(Act::send));
  EXPECT_THAT(wire_, SizeIs(1));
}

TEST_F(GateTest, ASendThatFailsKeepsTheText) {
  enter(card_text);
  broken_ = true;
  EXPECT_FALSE(answer(Act::send));
  EXPECT_NE(gate_.open_question(bot_), nullptr);
  EXPECT_THAT(choices(), ElementsAre("send", "defer"));
}

TEST_F(GateTest, AReleasedTextThatIsChangedOnItsWayIsHeldAgain) {
  enter(card_text);
  changed_on_the_way_ = "my card is 4539 0471 8263 9511";
  EXPECT_FALSE(answer(Act::send));
  EXPECT_THAT(wire_, IsEmpty());
  ASSERT_NE(gate_.open_question(bot_), nullptr);
  EXPECT_EQ(gate_.open_question(bot_)->markup, changed_on_the_way_);
}

TEST_F(GateTest, WithoutALogTheUserIsAskedBeforeAnythingGoes) {
  log_place_ = "/in-the-way";
  ASSERT_TRUE(g_file_set_contents(log_folder().c_str(), "x", 1, nullptr));
  enter(card_text);
  EXPECT_FALSE(answer(Act::mask));
  EXPECT_THAT(view_.asked.back().trouble, HasSubstr("could not be recorded"));
  EXPECT_THAT(wire_, IsEmpty());
  EXPECT_TRUE(gate_.choose(view_.asked.back().id, {Act::mask, Remember::once, "", true}));
  EXPECT_THAT(wire_, SizeIs(1));
}

TEST_F(GateTest, ClosingTheConversationKeepsTheTextAndRecordsThatNothingWasDecided) {
  enter(card_text);
  gate_.conversation_ended(bot_);
  EXPECT_EQ(gate_.take_kept(bot_), card_text);
  EXPECT_EQ(gate_.take_kept(bot_), std::nullopt);
  EXPECT_THAT(choices(), ElementsAre("defer"));
}

TEST_F(GateTest, AnAiIsAnnouncedOnceForEachService) {
  gate_.look(to_bot(""), view_);
  gate_.look(to_bot(""), view_);
  EXPECT_LE(view_.notices.size(), 1u);
  EXPECT_THAT(view_.badges, testing::Not(IsEmpty()));
}

TEST_F(GateTest, AContactThatCallsItselfAnAiIsRemembered) {
  bot_ = {"prpl-jabber", "me@example.org", "friend@example.org", PeerKind::person};
  signs_ = {};
  Message hello = to_bot("Hello. As an AI, I cannot open links.");
  hello.direction = Direction::incoming;
  EXPECT_TRUE(gate_.incoming(hello));
  EXPECT_FALSE(gate_.incoming(hello));
  EXPECT_THAT(disclosed_, SizeIs(1));
  gate_.look(to_bot(""), view_);
  EXPECT_THAT(view_.notices, ElementsAre(HasSubstr("It is not known if")));
}

TEST_F(GateTest, ATextWrittenHereToSomebodyElseIsAskedAboutHereAndRecordedForThem) {
  Message message = to_bot("/msg bot pay with 4539 1488 0343 6467");
  message.to = {"prpl-irc", "me@irc.example", "#chat", PeerKind::room};
  message.addressed = bot_;
  EXPECT_EQ(gate_.outgoing(message, view_, *this), Door::Outcome::held);
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_EQ(view_.asked[0].to, message.to);
  EXPECT_THAT(view_.badges, IsEmpty()) << "the badge tells about who reads the conversation";
  EXPECT_EQ(view_.asked[0].reader, "Meta AI");
  EXPECT_TRUE(answer(Act::back));
  EXPECT_THAT(choices(), ElementsAre("cancel"));
}

/// Sends nothing: another way out than messages have.
class OtherWay final : public Outbox {
 public:
  std::optional<Error> obstacle(const Destination&) override { return std::nullopt; }
  bool release(HoldId, const Destination&, const std::string& markup, std::uint32_t) override {
    done.push_back(markup);
    return true;
  }
  std::vector<std::string> done;
};

TEST_F(GateTest, AMessageDoesNotJoinWhatIsHeldToGoAnotherWayAndWaitsItsTurn) {
  OtherWay topic;
  Message held = to_bot(card_text);
  held.addressed = held.to;
  EXPECT_EQ(gate_.outgoing(held, view_, topic), Door::Outcome::held);
  EXPECT_EQ(gate_.outgoing(to_bot("or with 6011 0009 9013 9424"), view_, *this), Door::Outcome::held);
  EXPECT_THAT(view_.asked, SizeIs(1));
  EXPECT_THAT(view_.notices, ElementsAre(HasSubstr("Held behind")));
  EXPECT_EQ(gate_.outgoing(to_bot("hello"), view_, *this), Door::Outcome::go);
  EXPECT_TRUE(answer(Act::mask));
  EXPECT_THAT(topic.done, ElementsAre(HasSubstr("[card number]")));
  EXPECT_THAT(wire_, IsEmpty());
  ASSERT_THAT(view_.asked, SizeIs(2));
  EXPECT_TRUE(answer(Act::mask));
  EXPECT_THAT(wire_, ElementsAre("or with [card number]"));
}

TEST_F(GateTest, AStatusNamesEverybodyWhoSeesIt) {
  Message message = to_bot(card_text);
  message.to = {"prpl-nobody-knows", "me", "status", PeerKind::contacts};
  message.signs = {};
  EXPECT_EQ(gate_.outgoing(message, view_, *this), Door::Outcome::held);
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_EQ(view_.asked[0].lead, "Payment card number to everyone who sees your status");
  EXPECT_THAT(view_.asked[0].reason, HasSubstr("if the service trains"));
}

TEST_F(GateTest, WordsForTheOperatorsNameThem) {
  Message message = to_bot("/wallops " + std::string(card_text));
  message.addressed = Destination{"prpl-nobody-knows", "me", "operators", PeerKind::contacts};
  message.signs = {};
  EXPECT_EQ(gate_.outgoing(message, view_, *this), Door::Outcome::held);
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_EQ(view_.asked[0].lead, "Payment card number to the network's operators");
}

TEST_F(GateTest, WhatTheBotItselfSentMayBeQuoted) {
  Message hello = to_bot(card_text);
  hello.direction = Direction::incoming;
  gate_.incoming(hello);
  EXPECT_EQ(enter(std::string("you wrote ") + card_value), Door::Outcome::go);
}

TEST_F(GateTest, NoMessageTextReachesTheLog) {
  enter("my card is 5391 7820 4613 5876 zanzibar");
  ASSERT_TRUE(answer(Act::send));
  ledger_.close();
  for (const auto& file : std::filesystem::directory_iterator(log_folder())) {
    char* text = nullptr;
    gsize size = 0;
    ASSERT_TRUE(g_file_get_contents(file.path().c_str(), &text, &size, nullptr));
    const GChars owned(text);
    EXPECT_EQ(std::string_view(text, size).find("zanzibar"), std::string_view::npos) << file.path();
    EXPECT_EQ(std::string_view(text, size).find("4613 5876"), std::string_view::npos) << file.path();
  }
}

}  // namespace
}  // namespace loftgate
