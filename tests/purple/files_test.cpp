// SPDX-License-Identifier: GPL-2.0-or-later
// Files are looked at between being chosen and being offered; what is held leaves once or not at all.
#include <filesystem>

#include "tests/purple/files_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

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

TEST_F(Files, AMistakeInAFileLeavesItUnsentAndIsNotAskedAboutAgain) {
  hold();
  said();
  choose("mistaken");
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(ended(), ElementsAre("notes.txt"));
  EXPECT_THAT(said(), AllOf(HasSubstr("File notes.txt was not sent."), Not(HasSubstr("Your text"))));
  choose_file(bot_name, "notes.txt", card_text);
  EXPECT_THAT(offered(), ElementsAre("notes.txt"));
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
  choose_file(bot_name, "to bob@gmx.net now.txt", "milk\n");
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

TEST_F(Files, NothingOfAFileIsRecordedOrPrinted) {
  const auto expect_nothing_on_disk = [this] {
    for (const auto& file : std::filesystem::recursive_directory_iterator(log_folder())) {
      if (!file.is_regular_file()) continue;
      std::ifstream stream(file.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      for (const char* text : {"zanzibar", "4539 1488"}) EXPECT_EQ(bytes.find(text), std::string::npos) << file.path();
    }
  };
  write_to(bot_name);
  choose_file(bot_name, "zanzibarname.txt", std::string("zanzibarquill ") + card_text);
  choose("why");
  expect_nothing_on_disk();
  choose("send");
  choose_file(bot_name, "zanzibarname.png", std::string(png, 16));
  expect_nothing_on_disk();
  unload();
  for (const char* text : {"zanzibarquill", "4539 1488"}) EXPECT_THAT(debug_output(), Not(HasSubstr(text)));
  EXPECT_THAT(debug_output(), Not(HasSubstr("loftgate: A file zanzibarname")));
  expect_nothing_on_disk();
}

}  // namespace
}  // namespace loftgate
