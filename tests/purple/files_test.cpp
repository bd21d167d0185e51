// SPDX-License-Identifier: GPL-2.0-or-later
// Files are looked at between being chosen and being offered; what is held leaves once or not at all.
#include <filesystem>
#include <fstream>
#include <utility>

#include "common/text/markup.h"
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

constexpr const char* card_text = "to pay\n4539 1488 0343 6467\n";
constexpr const char* png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

class Files : public PurpleBed {
 protected:
  std::string make(const std::string& name, const std::string& content) {
    const std::string path = folder_.path() + "/" + name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  /// Chooses a file for somebody, as a menu, a drop or D-Bus does.
  void choose_file(const char* who, const std::string& name, const std::string& content) {
    serv_send_file(purple_account_get_connection(xmpp_), who, make(name, content).c_str());
  }
  void hold() {
    const auto before = offered().size();
    write_to(bot_name);
    said();
    choose_file(bot_name, "notes.txt", card_text);
    ASSERT_THAT(offered(), SizeIs(before));
  }
  const std::vector<std::string>& offered() const { return wire_of_null_protocols().offered; }
  const std::vector<std::string>& ended() const { return wire_of_null_protocols().ended; }

  /// Lines of ours since the last look; libpurple writes its own about transfers, and those it logs.
  std::string said() {
    std::string text;
    for (; looked_ < shown_lines().size(); ++looked_) {
      const ShownLine& line = shown_lines()[looked_];
      const std::string plain(read_markup(line.markup).body());
      if (line.flags & PURPLE_MESSAGE_NO_LOG) text += plain + "\n";
      else EXPECT_THAT(plain, Not(HasSubstr("HELD")));
    }
    return text;
  }

 private:
  std::size_t looked_ = 0;
};

TEST_F(Files, ACardNumberInATextFileToAnAiIsAskedAboutBeforeTheFileIsOffered) {
  hold();
  EXPECT_THAT(said(), AllOf(HasSubstr("HELD: File notes.txt: Payment card number to"), HasSubstr("/lg send sends it"),
                            HasSubstr("/lg back leaves it unsent"), Not(HasSubstr("/lg mask")), Not(HasSubstr("4539"))));
  EXPECT_THAT(ended(), IsEmpty());
}

TEST_F(Files, SentItIsOfferedOnce) {
  hold();
  choose("send");
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt"));
  EXPECT_THAT(choices(), ElementsAre("send user \"credit-card\""));
}

TEST_F(Files, GoingBackEndsTheTransferAndSaysWhichFileWasNotSent) {
  hold();
  said();
  choose("back");
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
  EXPECT_EQ(purple_xfers_get_all(), nullptr);
  EXPECT_THAT(said(), HasSubstr("File notes.txt was not sent."));
  EXPECT_THAT(choices(), ElementsAre("cancel user \"credit-card\""));
}

TEST_F(Files, KeepingIsGoingBack) {
  hold();
  choose("keep");
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
}

TEST_F(Files, AFileIsNotMasked) {
  hold();
  choose("mask");
  EXPECT_THAT(said(), HasSubstr("nothing to mask"));
  EXPECT_THAT(offered(), IsEmpty());
  choose("send");
  EXPECT_THAT(offered(), SizeIs(1));
}

TEST_F(Files, AnOrdinaryTextFileToAFriendPassesWithoutAWord) {
  choose_file(friend_name, "list.txt", "milk\nbread\n");
  EXPECT_THAT(offered(), ElementsAre("list.txt"));
  EXPECT_EQ(conversation(), nullptr) << "no conversation is opened for it";
}

TEST_F(Files, AnOrdinaryTextFileToAnAiPasses) {
  write_to(bot_name);
  choose_file(bot_name, "list.txt", "milk\nbread\n");
  EXPECT_THAT(offered(), ElementsAre("list.txt"));
}

TEST_F(Files, APictureToAnAiIsAskedAboutByKindAndSize) {
  write_to(bot_name);
  said();
  choose_file(bot_name, "cat.png", std::string(png, 16));
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), AllOf(HasSubstr("File cat.png ("), HasSubstr("16 bytes) to"), HasSubstr("cannot be read here")));
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("cat.png"));
}

TEST_F(Files, APictureToAPersonElsewhereIsNoticedOnce) {
  write_to(friend_name);
  said();
  choose_file(friend_name, "cat.png", std::string(png, 16));
  choose_file(friend_name, "dog.png", std::string(png, 16));
  EXPECT_THAT(offered(), ElementsAre("cat.png", "dog.png"));
  EXPECT_THAT(said(), AllOf(HasSubstr("File cat.png"), HasSubstr("not checked"), Not(HasSubstr("File dog.png"))));
}

TEST_F(Files, ALongTextFileIsNeverTakenForClean) {
  write_to(bot_name);
  said();
  choose_file(bot_name, "long.txt", std::string(readable_bytes, 'a') + "\n" + card_text);
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), HasSubstr("Only its beginning was read"));
}

TEST_F(Files, ADetailInAFilesNameCounts) {
  write_to(bot_name);
  said();
  choose_file(bot_name, "to bob@gmx.net.txt", "milk\n");
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), HasSubstr("E-mail address to"));
}

TEST_F(Files, AConversationIsOpenedForAQuestion) {
  choose_file(bot_name, "notes.txt", card_text);
  EXPECT_THAT(offered(), IsEmpty());
  write_to(bot_name);
  EXPECT_THAT(said(), HasSubstr("HELD: File notes.txt"));
  choose("send");
  EXPECT_THAT(offered(), ElementsAre("notes.txt"));
}

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

TEST_F(Files, AnEncryptedConversationDoesNotEncryptItsFiles) {
  write_to(friend_name);
  int privacy = 0;
  purple_conversation_set_data(conversation(), "otr-private", &privacy);
  type("pay with 4539 1488 0343 6467");
  EXPECT_THAT(wire(), SizeIs(1));
  choose_file(friend_name, "notes.txt", "or 6011 0009 9013 9424\n");
  EXPECT_THAT(offered(), IsEmpty());
}

TEST_F(Files, AFileWithANameInAnotherEncodingIsStillNamed) {
  write_to(bot_name);
  said();
  choose_file(bot_name, "caf\xe9.txt", card_text);
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), HasSubstr("HELD: File caf"));
  choose("back");
}

TEST_F(Files, AFolderIsNotRead) {
  write_to(bot_name);
  said();
  serv_send_file(purple_account_get_connection(xmpp_), bot_name, folder_.path().c_str());
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), HasSubstr("cannot be read here"));
  choose("back");
  EXPECT_EQ(purple_xfers_get_all(), nullptr);
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

TEST_F(Files, ARememberedSendLetsTheNextFileGo) {
  hold();
  choose("send contact");
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  EXPECT_THAT(offered(), ElementsAre("notes.txt", "more.txt"));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("send user"), HasSubstr("send rule")));
}

TEST_F(Files, ARememberedMaskingAsksAboutAFile) {
  write_to(bot_name);
  type("pay with 4539 1488 0343 6467");
  choose("mask contact");
  said();
  choose_file(bot_name, "more.txt", "or 6011 0009 9013 9424\n");
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(said(), HasSubstr("HELD: File more.txt"));
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

TEST_F(Files, NothingOfAFileIsRecordedOrPrinted) {
  write_to(bot_name);
  choose_file(bot_name, "zanzibarname.txt", std::string("zanzibarquill ") + card_text);
  choose("why");
  choose("send");
  choose_file(bot_name, "zanzibarname.png", std::string(png, 16));
  unload();
  for (const char* text : {"zanzibarquill", "4539 1488"}) EXPECT_THAT(debug_output(), Not(HasSubstr(text)));
  EXPECT_THAT(debug_output(), Not(HasSubstr("loftgate: A file zanzibarname")));
  for (const auto& file : std::filesystem::recursive_directory_iterator(log_folder())) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    for (const char* text : {"zanzibar", "4539 1488"}) EXPECT_EQ(bytes.find(text), std::string::npos) << file.path();
  }
}

}  // namespace
}  // namespace loftgate
