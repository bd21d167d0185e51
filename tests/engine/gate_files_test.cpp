// SPDX-License-Identifier: GPL-2.0-or-later
// Files and pictures at the gate, with the real records and a real log: one question at a time, and each leaves once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/engine/attached_words.h"
#include "common/engine/gate.h"
#include "tests/engine/played_parts.h"
#include "tests/support/temp_folder.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// The way out of one file or of all texts.
class PlayedOutbox final : public Outbox {
 public:
  std::optional<Error> obstacle(const Destination&) override { return std::nullopt; }
  bool release(HoldId, const Destination&, const std::string&, std::uint32_t) override {
    ++released;
    return true;
  }
  void give_up() override { ++given_up; }

  int released = 0;
  int given_up = 0;
};

class GateFiles : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(bundled()) << bundled().error().text; }

  Message file(const std::string& name, const std::string& content) {
    Message message;
    message.to = bot_;
    message.attachments.push_back({Attachment::Form::file, name, "plain text document", content.size(), content, true});
    return message;
  }
  Message text(const std::string& markup) {
    Message message;
    message.to = bot_;
    message.markup = markup;
    return message;
  }
  Result<void> answer(Act act) { return gate_.choose(view_.asked.back().id, {act, Remember::once, "", false}); }

  TempFolder folder_;
  SystemClock clock_;
  Settings settings_;
  Ledger ledger_{[this] { return folder_.path() + "/loftgate"; }, clock_};
  Exceptions exceptions_{[this] { return folder_.path(); }};
  Gate gate_{{clock_, settings_, ledger_, bundled, nullptr, nullptr, exceptions_}};
  PlayedView view_;
  PlayedOutbox first_;
  PlayedOutbox second_;
  PlayedOutbox texts_;
  // Meta AI on WhatsApp: an AI whose service says that it trains.
  Destination bot_{"prpl-hehoe-whatsmeow", "me", "13135550002@s.whatsapp.net", PeerKind::person};
};

constexpr char card[] = "5391 7820 4613 5876";
constexpr char other_card[] = "4539 0471 8263 9511";

TEST_F(GateFiles, AFilesQuestionShowsNeitherPreviewNorPlaces) {
  ASSERT_EQ(gate_.outgoing(file("notes.txt", card), view_, first_), Door::Outcome::held);
  ASSERT_THAT(view_.asked, SizeIs(1));
  const Warning& asked = view_.asked[0];
  EXPECT_EQ(asked.lead, "File notes.txt: Payment card number to Meta AI");
  EXPECT_EQ(asked.lead_on_record, "File: Payment card number to Meta AI");
  EXPECT_TRUE(asked.is_file);
  EXPECT_FALSE(asked.has_mask);
  EXPECT_EQ(asked.preview, "");
  EXPECT_EQ(asked.markup, "");
  EXPECT_THAT(asked.found, IsEmpty());
  EXPECT_THAT(asked.spoken, AllOf(HasSubstr("Alt+G goes back"), Not(HasSubstr("Alt+M"))));
  EXPECT_FALSE(answer(Act::mask));
}

TEST_F(GateFiles, WhatIsTypedWhileAFileIsHeldStaysInItsEntryWhenItNeedsAQuestion) {
  gate_.outgoing(file("notes.txt", card), view_, first_);
  EXPECT_EQ(gate_.draft(text(other_card), view_, texts_), Door::Outcome::held);
  EXPECT_EQ(gate_.draft(text("see you at six"), view_, texts_), Door::Outcome::go);
  EXPECT_THAT(view_.asked, SizeIs(1));
}

TEST_F(GateFiles, AFileIsNeverTakenForATextThatIsLeaving) {
  class Nested final : public Outbox {
   public:
    explicit Nested(std::function<void()> within) : within_(std::move(within)) {}
    std::optional<Error> obstacle(const Destination&) override { return std::nullopt; }
    bool release(HoldId, const Destination&, const std::string&, std::uint32_t) override { return within_(), true; }

   private:
    std::function<void()> within_;
  };
  Door::Outcome outcome = Door::Outcome::go;
  Nested outbox([&] { outcome = gate_.outgoing(file("notes.txt", other_card), view_, first_); });
  gate_.outgoing(text(card), view_, outbox);
  (void)answer(Act::send);
  EXPECT_EQ(outcome, Door::Outcome::held);
  EXPECT_EQ(first_.released, 0);
}

TEST_F(GateFiles, WhatWaitsIsReleasedByItsOwnOutboxInTheOrderItCame) {
  gate_.outgoing(file("notes.txt", card), view_, first_);
  gate_.outgoing(text(std::string("or ") + other_card), view_, texts_);
  gate_.outgoing(file("more.txt", "6011 0009 9013 9424"), view_, second_);
  ASSERT_TRUE(answer(Act::send));
  EXPECT_EQ(first_.released, 1);
  EXPECT_EQ(texts_.released, 0);
  ASSERT_TRUE(answer(Act::back));
  EXPECT_THAT(view_.given_back, ElementsAre(std::string("or ") + other_card));
  ASSERT_TRUE(answer(Act::send));
  EXPECT_EQ(second_.released, 1);
  EXPECT_EQ(texts_.released, 0);
  EXPECT_THAT(view_.closed, SizeIs(3));
  EXPECT_EQ(gate_.open_question(bot_), nullptr);
}

TEST_F(GateFiles, WithTheConversationGoneTextsAreKeptAndFilesGivenUp) {
  gate_.outgoing(text(card), view_, texts_);
  gate_.outgoing(file("notes.txt", other_card), view_, first_);
  gate_.conversation_ended(bot_);
  EXPECT_EQ(gate_.take_kept(bot_), card);
  EXPECT_EQ(first_.given_up, 1);
  EXPECT_THAT(view_.notices, ElementsAre(HasSubstr("behind the open question"), "(i) File notes.txt was not sent."));
}

TEST_F(GateFiles, ATextThatWaitedIsKeptBehindTheOneThatWasHeld) {
  gate_.outgoing(file("notes.txt", card), view_, first_);
  gate_.outgoing(text(other_card), view_, texts_);
  gate_.conversation_ended(bot_);
  EXPECT_EQ(first_.given_up, 1);
  EXPECT_EQ(gate_.take_kept(bot_), other_card);
}

TEST_F(GateFiles, AViewThatGoesTakesAlongWhatWouldBeAskedInIt) {
  PlayedView other;
  gate_.outgoing(file("notes.txt", card), view_, first_);
  gate_.outgoing(file("more.txt", other_card), other, second_);
  gate_.view_gone(other);
  EXPECT_EQ(second_.given_up, 1);
  ASSERT_TRUE(answer(Act::send));
  EXPECT_EQ(first_.released, 1);
  EXPECT_THAT(other.asked, IsEmpty());
}

TEST_F(GateFiles, AWithdrawnFileIsNeitherReleasedNorGivenUpTwice) {
  gate_.outgoing(file("notes.txt", card), view_, first_);
  gate_.withdraw(first_, true);
  EXPECT_EQ(first_.given_up, 0) << "whoever ended it knows";
  EXPECT_FALSE(answer(Act::send));
  gate_.withdraw(first_, false);
  EXPECT_EQ(first_.given_up, 0);
  EXPECT_EQ(first_.released, 0);
}

TEST_F(GateFiles, ALongNameKeepsItsEndAndMakesNoLinesOfItsOwn) {
  gate_.outgoing(file("a\nb" + std::string(60, 'x') + "-final.txt", card), view_, first_);
  ASSERT_THAT(view_.asked, SizeIs(1));
  EXPECT_THAT(view_.asked[0].lead, AllOf(HasSubstr("…xx-final.txt:"), HasSubstr("File a bx"), Not(HasSubstr("\n"))));
}

}  // namespace
}  // namespace loftgate
