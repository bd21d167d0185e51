// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/exceptions.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "common/base/glib_ptr.h"
#include "tests/support/temp_folder.h"

namespace loftgate {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ExceptionsTest : public ::testing::Test {
 protected:
  Exceptions again() const {
    return Exceptions([this] { return folder_.path(); });
  }
  std::string path() const { return folder_.path() + "/exceptions.ini"; }
  std::string content() const {
    char* text = nullptr;
    if (!g_file_get_contents(path().c_str(), &text, nullptr, nullptr)) return {};
    return take(text);
  }

  TempFolder folder_;
};

TEST_F(ExceptionsTest, AreRememberedForTheNextSession) {
  Exceptions exceptions = again();
  EXPECT_FALSE(exceptions.has(EntityType::phone, "030 901820"));
  ASSERT_TRUE(exceptions.add(EntityType::phone, "030 901820"));
  EXPECT_TRUE(exceptions.has(EntityType::phone, "030-90 18 20")) << "however it is grouped";
  EXPECT_FALSE(exceptions.has(EntityType::national_id, "030 901820")) << "of another kind";
  EXPECT_TRUE(again().has(EntityType::phone, "030901820"));
}

TEST_F(ExceptionsTest, SeveralStandBesideEachOther) {
  ASSERT_TRUE(again().add(EntityType::phone, "030 901820"));
  ASSERT_TRUE(again().add(EntityType::email, "Anna@Example.org"));
  EXPECT_TRUE(again().has(EntityType::phone, "030901820"));
  EXPECT_TRUE(again().has(EntityType::email, "anna@example.org"));
}

TEST_F(ExceptionsTest, TwoClientsAddToTheSameFile) {
  Exceptions one = again(), other = again();
  ASSERT_TRUE(one.add(EntityType::phone, "030 901820"));
  ASSERT_TRUE(other.add(EntityType::phone, "030 901821"));
  ASSERT_TRUE(one.add(EntityType::phone, "030 901822"));
  for (const char* value : {"030 901820", "030 901821", "030 901822"}) {
    EXPECT_TRUE(again().has(EntityType::phone, value)) << value;
  }
}

TEST_F(ExceptionsTest, SignsTellPasswordsApart) {
  ASSERT_TRUE(again().add(EntityType::password, "harbour!9"));
  ASSERT_TRUE(again().add(EntityType::password, "-./"));
  EXPECT_FALSE(again().has(EntityType::password, "harbour?9"));
  EXPECT_FALSE(again().has(EntityType::password, "(.)"));
}

TEST_F(ExceptionsTest, TheFileHoldsNoValueAndIsTheOwnersOnly) {
  ASSERT_TRUE(again().add(EntityType::phone, "030 901820"));
  EXPECT_THAT(content(), Not(HasSubstr("901820")));
  GStatBuf facts;
  ASSERT_EQ(g_stat(path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
}

TEST_F(ExceptionsTest, ADamagedFileIsNamedAndKept) {
  ASSERT_TRUE(g_file_set_contents(path().c_str(), "what is this", -1, nullptr));
  Exceptions exceptions = again();
  EXPECT_FALSE(exceptions.has(EntityType::phone, "030 901820"));
  const Result<void> added = exceptions.add(EntityType::phone, "030 901820");
  ASSERT_FALSE(added);
  EXPECT_THAT(added.error().text, HasSubstr("exceptions.ini cannot be read"));
  EXPECT_EQ(content(), "what is this");
}

}  // namespace
}  // namespace loftgate
