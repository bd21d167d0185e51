// SPDX-License-Identifier: GPL-2.0-or-later
// The note about open questions, with a real folder.
#include "common/engine/open_holds.h"

#include <glib/gstdio.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/support/temp_folder.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Destination ann{"prpl-jabber", "me@example.org", "ann@example.org", PeerKind::person};
const Destination room{"prpl-irc", "me@irc.libera.chat", "#chat\nwith = [signs]", PeerKind::room};
const OpenHold to_ann{ann, "Phone number to Ann", 1795000000LL * 1000000};
const OpenHold to_room{room, "IBAN to #chat", 1795000001LL * 1000000};

class OpenHoldsTest : public testing::Test {
 protected:
  std::string folder() const { return temporary_.path() + "/loftgate"; }
  std::string file() const { return folder() + "/open-holds.ini"; }
  OpenHolds session() const {
    return OpenHolds([this] { return folder(); });
  }
  std::vector<OpenHold> left(OpenHolds& holds, const Destination& to) {
    const auto taken = holds.take_left(to);
    EXPECT_TRUE(taken);
    return taken ? *taken : std::vector<OpenHold>{};
  }

 private:
  TempFolder temporary_;
};

TEST_F(OpenHoldsTest, WhatIsOpenWhenTheProgramEndsIsToldOnceAtTheNextStart) {
  OpenHolds first = session();
  ASSERT_TRUE(first.open(to_ann));
  ASSERT_TRUE(first.open(to_room));
  OpenHolds second = session();
  EXPECT_THAT(left(second, ann), ElementsAre(to_ann));
  EXPECT_THAT(left(second, ann), IsEmpty());
  OpenHolds third = session();
  EXPECT_THAT(left(third, ann), IsEmpty());
  EXPECT_THAT(left(third, room), ElementsAre(to_room));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(OpenHoldsTest, WhatWasAnsweredIsForgottenAndTheFileGoesWithTheLast) {
  OpenHolds holds = session();
  ASSERT_TRUE(holds.open(to_ann));
  struct stat info {};
  ASSERT_EQ(g_stat(file().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  ASSERT_TRUE(holds.close(ann));
  EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(OpenHoldsTest, WithoutAHoldNothingIsWritten) {
  OpenHolds holds = session();
  EXPECT_THAT(left(holds, ann), IsEmpty());
  ASSERT_TRUE(holds.close(ann));
  EXPECT_FALSE(std::filesystem::exists(folder()));
}

TEST_F(OpenHoldsTest, WhileTheProgramEndsNothingIsForgotten) {
  OpenHolds holds = session();
  ASSERT_TRUE(holds.open(to_ann));
  holds.freeze();
  ASSERT_TRUE(holds.close(ann));
  OpenHolds next = session();
  EXPECT_THAT(left(next, ann), ElementsAre(to_ann));
}

TEST_F(OpenHoldsTest, AnOldNoteStaysBesideANewHoldInTheSameConversation) {
  OpenHolds first = session();
  ASSERT_TRUE(first.open(to_ann));
  OpenHolds second = session();
  OpenHold again = to_ann;
  again.since_us += 1000000;
  ASSERT_TRUE(second.open(again));
  OpenHolds third = session();
  EXPECT_THAT(left(third, ann), ElementsAre(to_ann, again));
}

TEST_F(OpenHoldsTest, ADamagedFileIsNamedOncePutAsideAndNoReasonToStop) {
  for (const std::string& content : {std::string("\0\1\2 no key file", 15), std::string("[1]\nprotocol=x\n"),
                                    std::string("[1]\nprotocol=x\naccount=a\npeer=p\nkind=nobody\nabout=b\nsince=1\n")}) {
    ASSERT_EQ(g_mkdir_with_parents(folder().c_str(), 0700), 0);
    ASSERT_TRUE(g_file_set_contents(file().c_str(), content.data(), static_cast<gssize>(content.size()), nullptr));
    OpenHolds holds = session();
    ASSERT_TRUE(holds.open(to_room));
    const auto taken = holds.take_left(ann);
    ASSERT_FALSE(taken);
    EXPECT_THAT(taken.error().text, HasSubstr("open-holds.ini.damaged"));
    EXPECT_THAT(left(holds, ann), IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(file() + ".damaged"));
    ASSERT_TRUE(holds.close(room));
  }
}

TEST_F(OpenHoldsTest, AFolderThatCannotBeWrittenIsSaidInTheAnswer) {
  ASSERT_TRUE(g_file_set_contents(folder().c_str(), "in the way", -1, nullptr));
  OpenHolds holds = session();
  const auto noted = holds.open(to_ann);
  ASSERT_FALSE(noted);
  EXPECT_THAT(noted.error().text, HasSubstr("open-holds.ini"));
}

}  // namespace
}  // namespace loftgate
