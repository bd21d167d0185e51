// SPDX-License-Identifier: GPL-2.0-or-later
// A log that cannot be opened says why and what helps, and stays as it was.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>

#include <fstream>
#include <sstream>

#include "common/log/open_log.h"
#include "common/log/verify.h"
#include "tests/log/child_process.h"
#include "tests/log/hostile_places.h"
#include "tests/log/log_fixture.h"
#include "tests/log/raw_database.h"

namespace loftgate {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

class OpeningTest : public LogTest {
 protected:
  /// Both ways of opening fail alike, name the path and leave the file alone.
  void expect_refused(Code code, const std::string& named) {
    const std::string before = content(database());
    for (const auto access : {ConsentLog::Access::append, ConsentLog::Access::read}) {
      const auto log = open(access);
      ASSERT_FALSE(log);
      EXPECT_EQ(log.error().code, code) << log.error().text;
      EXPECT_THAT(log.error().text, HasSubstr(named));
    }
    EXPECT_EQ(content(database()), before);
  }
  std::int64_t rows_read() const {
    const auto log = open(ConsentLog::Access::read);
    EXPECT_TRUE(log) << log.error().text;
    return log ? log->status()->rows : -1;
  }
  void expect_append_refused(Code code) const {
    const auto log = open();
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, code) << log.error().text;
    EXPECT_THAT(log.error().text, HasSubstr(folder()));
  }
};

TEST_F(OpeningTest, AnotherProgramsDatabaseIsLeftAlone) {
  fs::create_directory(folder());
  tamper(database(), "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
  expect_refused(Code::corrupt, database());
}

TEST_F(OpeningTest, ANewerLogIsLeftAlone) {
  write(1);
  tamper(database(), "PRAGMA user_version=2");
  expect_refused(Code::newer, database());
}

TEST_F(OpeningTest, ADamagedFileIsLeftAlone) {
  write(1);
  std::ofstream(database(), std::ios::binary | std::ios::in).write("damaged!", 8);
  expect_refused(Code::corrupt, database());
}

TEST_F(OpeningTest, AChangedSchemaIsLeftAlone) {
  write(1);
  tamper(database(), "DROP TRIGGER who_delete");
  expect_refused(Code::corrupt, database());
}

TEST_F(OpeningTest, ABrokenChainIsNotContinued) {
  write(3);
  tamper_past_triggers(database(), "UPDATE chain SET c_who=zeroblob(32) WHERE seq=3");
  expect_append_refused(Code::corrupt);
  EXPECT_EQ(rows_read(), 4);
}

TEST_F(OpeningTest, AnEmptyFileBecomesALog) {
  fs::create_directory(folder());
  std::ofstream(database()).close();
  EXPECT_EQ(open(ConsentLog::Access::read).error().code, Code::not_found);
  EXPECT_TRUE(open());
  EXPECT_EQ(rows_read(), 1);
}

TEST_F(OpeningTest, ThereIsNothingToReadBeforeTheFirstChoice) {
  EXPECT_EQ(open(ConsentLog::Access::read).error().code, Code::not_found);
  fs::create_directory(folder());
  EXPECT_EQ(open(ConsentLog::Access::read).error().code, Code::not_found);
}

TEST_F(OpeningTest, AFileInTheFoldersPlaceIsNamed) {
  std::ofstream(folder()) << "mine";
  expect_append_refused(Code::invalid);
  EXPECT_EQ(content(folder()), "mine");
}

TEST_F(OpeningTest, AFolderOthersMayWriteIsRefused) {
  write(1);
  for (const char* mode : {"g", "o"}) {
    fs::permissions(folder(), *mode == 'g' ? fs::perms(0770) : fs::perms(0702));
    expect_append_refused(Code::permission);
  }
  EXPECT_EQ(rows_read(), 2);
}

TEST_F(OpeningTest, AnotherUsersFolderIsRefused) {
  if (geteuid() != 0) return;   // only root can give a folder away
  write(1);
  ASSERT_EQ(chown(folder().c_str(), 65534, 65534), 0);
  expect_append_refused(Code::permission);
}

TEST_F(OpeningTest, OthersLoseTheirAccessToAFolderAndItsDatabase) {
  write(1);
  fs::permissions(folder(), fs::perms(0755));
  fs::permissions(database(), fs::perms(0644));
  EXPECT_TRUE(open());
  EXPECT_EQ(fs::status(folder()).permissions(), fs::perms(0700));
  EXPECT_EQ(fs::status(database()).permissions(), fs::perms(0600));
}

TEST_F(OpeningTest, ALinkInTheDatabasesPlaceIsNotFollowed) {
  write(1);
  fs::rename(database(), scratch.path() + "/elsewhere.db");
  fs::create_symlink(scratch.path() + "/elsewhere.db", database());
  expect_append_refused(Code::permission);
  EXPECT_FALSE(open(ConsentLog::Access::read));
}

TEST_F(OpeningTest, AFolderReachedThroughALinkIsFine) {
  write(1);
  fs::create_directory_symlink(folder(), scratch.path() + "/link");
  EXPECT_TRUE(ConsentLog::open(scratch.path() + "/link", clock, ConsentLog::Access::append));
}

TEST_F(OpeningTest, AReadOnlyFolderIsReadInFullAndNeverWritten) {
  write(3);
  const ReadOnlyFolder place(scratch.path(), folder());
  expect_append_refused(Code::read_only);
  EXPECT_EQ(rows_read(), 4);
  EXPECT_TRUE(verify_log(folder(), false, "")->intact());
}

TEST_F(OpeningTest, AReadOnlyFileSystemIsReadInFullAndNeverWritten) {
  write(3);
  const ReadOnlyMount place(folder());
  if (!place) {
    const ReadOnlyFolder instead(scratch.path(), folder());
    expect_append_refused(Code::read_only);
    return;
  }
  expect_append_refused(Code::read_only);
  EXPECT_EQ(rows_read(), 4);
}

TEST_F(OpeningTest, RowsOnlyInTheWriteAheadFileAreReadFromAReadOnlyFolder) {
  write(1);
  ChildProcess writer([this](const Acknowledge& acknowledge) {
    auto log = open();
    for (int i = 0; i < 20; ++i) acknowledge(log->append(a_decision(), the_bot()).value());
    return raise(SIGKILL);
  });
  EXPECT_EQ(writer.finish().back(), 22);
  ASSERT_GT(fs::file_size(database() + "-wal"), 0u);
  fs::remove(database() + "-shm");
  const ReadOnlyFolder place(scratch.path(), folder());
  EXPECT_EQ(rows_read(), 22);
  const auto report = verify_log(folder(), false, "");
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->intact());
  EXPECT_EQ(report->rows, 22);
}

TEST_F(OpeningTest, AReaderCannotAppend) {
  write(1);
  auto log = open(ConsentLog::Access::read);
  const auto seq = log->append(a_decision(), the_bot());
  ASSERT_FALSE(seq);
  EXPECT_EQ(seq.error().code, Code::read_only);
}

TEST_F(OpeningTest, ALockHeldTooLongIsBusy) {
  write(1);
  auto log = open();
  const int other = ::open((folder() + "/consent.lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_EQ(flock(other, LOCK_EX), 0);
  const auto refused = log->append(a_decision(), the_bot());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::busy);
  close(other);
  EXPECT_EQ(*log->append(a_decision(), the_bot()), 3);
}

TEST_F(OpeningTest, ALogWhoseFileVanishedIsFollowedByOneThatSaysSo) {
  write(2);
  fs::remove(database());
  auto log = open();
  ASSERT_TRUE(log);
  EXPECT_THAT(*log->show(1)->entry, HasSubstr(R"("reason":"file-missing","seq":3)"));
  const auto report = verify_log(folder(), false, "");
  EXPECT_EQ(report->findings.at(0).code, "N_GENERATION");
}

TEST_F(OpeningTest, NoErrorRepeatsWhatItWasGiven) {
  const std::string canary = "my secret 4111111111111111";
  auto log = open();
  const auto silent = [&](Entry entry, const Who& who) {
    const auto seq = log->append(entry, who);
    if (!seq) {
      EXPECT_THAT(seq.error().text, Not(HasSubstr("4111")));
    }
  };
  Entry service = a_decision(), category = a_decision(), kb = a_decision(), notice = a_decision(), size = a_decision();
  service.service = category.kb = canary;
  category.categories = {canary};
  kb.kb = canary + canary;
  notice.notice = canary;
  size.size = canary;
  for (const Entry& entry : {service, category, kb, notice, size}) silent(entry, {canary, canary, canary});
  EXPECT_EQ(log->status()->rows, 1);
  EXPECT_THAT(log->show(canary).error().text, Not(HasSubstr("4111")));
  for (const auto& item : fs::directory_iterator(folder())) {
    EXPECT_THAT(content(item.path().string()), Not(HasSubstr("4111")));
  }
}

}  // namespace loftgate
