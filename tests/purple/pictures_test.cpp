// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures inside a message are named with it, and looked at by nobody.
#include "plugin/purple/attachments.h"
#include "plugin/purple/describe.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Pictures : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    id_ = purple_imgstore_add_with_id(g_memdup2("\x89PNG\r\n\x1a\n 16 bytes", 16), 16, "cat.png");
  }
  void TearDown() override {
    purple_imgstore_unref_by_id(id_);
    PurpleBed::TearDown();
  }
  std::string image() const { return "<img id=\"" + std::to_string(id_) + "\">"; }

  int id_ = 0;
};

TEST_F(Pictures, AreFoundHoweverTheirTagIsWritten) {
  const std::string id = std::to_string(id_);
  for (const std::string& tag : std::vector<std::string>{"<img id=" + id + ">", "<IMG ID=\"" + id + "\">", "<img src='a>b' id = '" + id + "'/>",
                                 "text <b><Img\nalt=\"x\" id=" + id + " /></b>"}) {
    EXPECT_THAT(pictures_in(tag), SizeIs(1)) << tag;
  }
  for (const std::string& tag : std::vector<std::string>{"<img>", "<img id=>", "<imgid=" + id + ">", "<img x=\"id=" + id + "\">", "<img id='99999'>",
                                 "&lt;img id=" + id + "&gt;", "<img id=\"" + id}) {
    EXPECT_THAT(pictures_in(tag), IsEmpty()) << tag;
  }
}

TEST_F(Pictures, AloneToAnAiAreAskedAboutAndSentOnce) {
  write_to(bot_name);
  told();
  type(image());
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), AllOf(HasSubstr("HELD: Picture cat.png ("), HasSubstr("16 bytes) to"), Not(HasSubstr("/lg mask"))));
  choose("send");
  EXPECT_THAT(wire(), ElementsAre(image()));
}

TEST_F(Pictures, WithDetailsInTheTextAreOneQuestion) {
  write_to(bot_name);
  told();
  type("pay with 4539 1488 0343 6467 " + image());
  EXPECT_THAT(told(), AllOf(HasSubstr("Payment card number to"), HasSubstr("Also: Picture cat.png"),
                            HasSubstr("not checked or masked")));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number] " + image()));
  EXPECT_THAT(choices(), SizeIs(1));
}

TEST_F(Pictures, ToAPersonElsewhereGoWithANotice) {
  write_to(friend_name);
  told();
  type("look " + image());
  EXPECT_THAT(wire(), SizeIs(1));
  EXPECT_THAT(told(), AllOf(HasSubstr("Picture cat.png"), HasSubstr("not checked")));
}

TEST_F(Pictures, GoneBackToComeBackWithTheText) {
  write_to(bot_name);
  type("look " + image());
  told();
  choose("back");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("look"));
}

TEST_F(Pictures, AnEntrysPictureIsDescribedWithItsMessage) {
  write_to(bot_name);
  const Message message = describe(conversation(), ("<IMG ID=\"" + std::to_string(id_) + "\">").c_str());
  ASSERT_THAT(message.attachments, SizeIs(1));
  EXPECT_EQ(message.attachments[0].form, Attachment::Form::picture);
  EXPECT_EQ(message.attachments[0].size, 16u);
  EXPECT_EQ(message.flags, std::uint32_t(PURPLE_MESSAGE_IMAGES));
}

}  // namespace
}  // namespace loftgate
