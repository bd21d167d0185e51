// SPDX-License-Identifier: GPL-2.0-or-later
// What becomes of a held file when the world does not wait, or more comes to its question: nothing lost, nothing half open.
#include <utility>

#include "tests/purple/files_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST_F(Files, ASecondFileWaitsForTheFirstAndNeitherIsLost) {
  hold();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  EXPECT_THAT(offered(), IsEmpty());
  said();
  choose("back");
  EXPECT_THAT(said(), AllOf(HasSubstr("File notes.txt was not sent"), HasSubstr("HELD: File more.txt")));
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("more.txt"));
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
}

TEST_F(Files, WhatTheFirstAnswerSettledIsNotAskedTwice) {
  hold();
  choose_file(bot_name, "again.txt", card_text);
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt", "again.txt"));
}

TEST_F(Files, ATextWaitsBehindAFileAndAFileBehindAText) {
  hold();
  type("or 6011 0009 9013 9424");
  EXPECT_THAT(wire(), IsEmpty());
  choose_file(bot_name, "third.txt", "or 5555 5555 5555 4444\n");
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt"));
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("or [card number]"));
  EXPECT_THAT(offered(), SizeIs(1));
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt", "third.txt"));
}

TEST_F(Files, WhatWaitsIsSaidToWait) {
  hold();
  said();
  type("or 6011 0009 9013 9424");
  EXPECT_THAT(said(), AllOf(HasSubstr("behind the open question"), Not(HasSubstr("6011"))));
}

TEST_F(Files, AnOrdinaryTextDoesNotWait) {
  hold();
  type("see you at six");
  EXPECT_THAT(wire(), ElementsAre("see you at six"));
}

TEST_F(Files, ADisconnectEndsTheTransferWhileTheProtocolStillKnowsIt) {
  hold();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  said();
  disconnect(xmpp_);
  EXPECT_THAT(ended(), ElementsAre("more.txt", "notes.txt"));
  EXPECT_THAT(said(), AllOf(HasSubstr("File notes.txt was not sent"), HasSubstr("File more.txt was not sent"),
                            Not(HasSubstr("HELD: File more.txt"))));
  connect(xmpp_);
  choose("send");
  EXPECT_THAT(said(), HasSubstr("Nothing is held here"));
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("defer timeout"), HasSubstr("defer timeout")));
}

TEST_F(Files, UnloadingGivesUpWhatIsHeldAndTellsSo) {
  hold();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  unload();
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(ended(), testing::UnorderedElementsAre("notes.txt", "more.txt"));
  EXPECT_EQ(purple_xfers_get_all(), nullptr);
  EXPECT_THAT(said(), HasSubstr("File notes.txt was not sent"));
  choose_file(bot_name, "after.txt", card_text);
  EXPECT_THAT(offered(), ElementsAre("after.txt")) << "without the plugin everything is as before";
}

TEST_F(Files, ClosingTheConversationEndsTheTransfer) {
  hold();
  close_conversation();
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
  EXPECT_THAT(offered(), IsEmpty());
  write_to(bot_name);
  EXPECT_THAT(said(), Not(HasSubstr("4539"))) << "a file's content is never put into an entry";
}

TEST_F(Files, StoppedInTheTransferWindowTheQuestionIsGone) {
  hold();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  said();
  purple_xfer_cancel_local(static_cast<PurpleXfer*>(g_list_last(purple_xfers_get_all())->data));
  EXPECT_THAT(said(), HasSubstr("HELD: File more.txt"));
  purple_xfer_cancel_local(static_cast<PurpleXfer*>(purple_xfers_get_all()->data));
  choose("send");
  EXPECT_THAT(said(), HasSubstr("Nothing is held here"));
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_EQ(purple_xfers_get_all(), nullptr);
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user"), HasSubstr("cancel user")));
}

TEST_F(Files, AWaitingFileStoppedInTheTransferWindowIsNotAskedAbout) {
  hold();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  purple_xfer_cancel_local(static_cast<PurpleXfer*>(purple_xfers_get_all()->data));
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt"));
}

TEST_F(Files, AFileChangedWhileItIsHeldIsNotSent) {
  hold();
  make("notes.txt", "another content, longer than before: 6011 0009 9013 9424\n");
  said();
  choose("send");
  EXPECT_THAT(said(), HasSubstr("The file changed since it was checked"));
  EXPECT_THAT(offered(), IsEmpty());
  choose("back");
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
}

PurpleXferUiOps client_table{};
int added = 0;
void (*between_before)(PurpleXfer*) = nullptr;

void count_added(PurpleXfer*) { ++added; }
void between(PurpleXfer* transfer) { between_before(transfer); }

/// A client with a table of its own, as Pidgin and Finch have.
class FilesInAClient : public Files {
 protected:
  void SetUp() override {
    Files::SetUp();
    unload();
    added = 0;
    client_table.add_xfer = count_added;
    purple_xfers_set_ui_ops(&client_table);
    load();
  }
  void TearDown() override {
    Files::TearDown();
    purple_xfers_set_ui_ops(nullptr);
  }
};

TEST_F(FilesInAClient, TheClientShowsATransferOnceAndItsTableIsRestored) {
  hold();
  EXPECT_EQ(added, 1);
  choose("send");
  EXPECT_EQ(added, 1);
  EXPECT_THAT(offered(), SizeIs(1));
  unload();
  EXPECT_EQ(client_table.add_xfer, count_added);
}

TEST_F(FilesInAClient, WhoeverCameBetweenStaysThereAndNothingGoesInCircles) {
  between_before = std::exchange(client_table.add_xfer, between);
  unload();
  EXPECT_EQ(client_table.add_xfer, between);
  choose_file(bot_name, "unchecked.txt", card_text);
  EXPECT_THAT(offered(), ElementsAre("unchecked.txt"));
  EXPECT_EQ(added, 1);
  load();
  hold();
  EXPECT_EQ(added, 2);
  client_table.add_xfer = between_before;
}

TEST_F(FilesInAClient, ATableThatComesLaterIsFoundAtTheNextSignOn) {
  PurpleXferUiOps later{};
  purple_xfers_set_ui_ops(&later);
  disconnect(xmpp_);
  connect(xmpp_);
  write_to(bot_name);
  choose_file(bot_name, "notes.txt", card_text);
  EXPECT_THAT(offered(), IsEmpty());
  choose("send");
  EXPECT_THAT(offered(), SizeIs(1));
  disconnect(xmpp_);
  unload();
  EXPECT_EQ(later.add_xfer, nullptr);
}

}  // namespace
}  // namespace loftgate
