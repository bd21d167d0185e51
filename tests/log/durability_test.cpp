// SPDX-License-Identifier: GPL-2.0-or-later
// What was acknowledged stays, whoever is killed and whatever fills up.
#include <gmock/gmock.h>

#include <random>

#include "common/log/open_log.h"
#include "common/log/verify.h"
#include "tests/log/child_process.h"
#include "tests/log/hostile_places.h"
#include "tests/log/log_fixture.h"

namespace loftgate {

using testing::Each;
using testing::Le;

namespace {

constexpr int kills = 40;
constexpr int appends_of_each_writer = 500;

/// Appends until it is killed or has written `count` rows; sends the number of every row that was acknowledged.
int append_rows(const std::string& folder, int count, const Acknowledge& acknowledge) {
  const SystemClock clock;
  auto log = ConsentLog::open(folder, clock, ConsentLog::Access::append);
  if (!log) return 1;
  for (int i = 0; i < count; ++i) {
    const auto seq = log->append(a_decision(), the_bot());
    if (!seq) return 2;
    acknowledge(*seq);
  }
  return 0;
}

VerifyReport checked(const std::string& folder) {
  const auto report = verify_log(folder, true, "");
  EXPECT_TRUE(report) << report.error().text;
  return report ? *report : VerifyReport{};
}

}  // namespace

TEST_F(LogTest, LosesNothingAcknowledgedWhenKilled) {
  std::mt19937 random(20261123);
  std::uniform_int_distribution<long> moment(1000, 60000);
  std::int64_t acknowledged = 0;
  int killed = 0;
  for (int round = 0; round < kills; ++round) {
    const long when = moment(random);
    ChildProcess child([this, when](const Acknowledge& acknowledge) {
      die_after(when);
      return append_rows(folder(), 1000000, acknowledge);
    });
    const auto numbers = child.finish();
    killed += child.was_killed() ? 1 : 0;
    if (!numbers.empty()) acknowledged = numbers.back();
    if (acknowledged == 0) continue;
    const VerifyReport report = checked(folder());
    ASSERT_TRUE(report.intact()) << report.findings.front().words;
    ASSERT_GE(report.head_seq, acknowledged) << "round " << round;
  }
  EXPECT_EQ(killed, kills);
  EXPECT_GT(acknowledged, 1);
}

TEST_F(LogTest, TwoProgramsWriteTheSameLog) {
  const auto write_all = [this](const Acknowledge& acknowledge) {
    return append_rows(folder(), appends_of_each_writer, acknowledge);
  };
  ChildProcess first(write_all);
  ChildProcess second(write_all);
  std::vector<std::int64_t> numbers = first.finish();
  const auto others = second.finish();
  EXPECT_TRUE(first.succeeded());
  EXPECT_TRUE(second.succeeded());
  numbers.insert(numbers.end(), others.begin(), others.end());
  std::sort(numbers.begin(), numbers.end());
  ASSERT_EQ(numbers.size(), 2u * appends_of_each_writer);
  for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], static_cast<std::int64_t>(i) + 2);
  const VerifyReport report = checked(folder());
  EXPECT_TRUE(report.intact());
  EXPECT_EQ(report.anchored_seq, 2 * appends_of_each_writer + 1);
}

TEST_F(LogTest, AFullDiskLosesNothingAndIsNamed) {
  SmallDisk disk(folder());
  auto log = open();
  ASSERT_TRUE(log) << log.error().text;
  std::int64_t acknowledged = 1;
  auto seq = log->append(a_decision(), the_bot());
  for (int i = 0; seq && i < 5000; ++i) {
    acknowledged = *seq;
    seq = log->append(a_decision(), the_bot());
  }
  ASSERT_FALSE(seq);
  EXPECT_EQ(seq.error().code, Code::full) << seq.error().text;
  EXPECT_THAT(seq.error().text, testing::HasSubstr(database()));
  EXPECT_EQ(log->status()->head_seq, acknowledged);
  EXPECT_TRUE(checked(folder()).intact());
  disk.make_room();
  EXPECT_EQ(*log->append(a_decision(), the_bot()), acknowledged + 1);
  EXPECT_TRUE(checked(folder()).intact());
}

TEST_F(LogTest, CannotBeginOnAFullDiskAndBeginsOnceThereIsRoom) {
  SmallDisk disk(folder());
  disk.fill();
  const auto log = open();
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, Code::full) << log.error().text;
  disk.make_room();
  EXPECT_TRUE(open());
  EXPECT_TRUE(checked(folder()).intact());
}

TEST_F(LogTest, AppendsOnAfterAReaderHeldTheWriteAheadFileOpen) {
  auto log = open();
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  auto reader = open_for_reading(folder());
  ASSERT_TRUE(reader);
  ASSERT_TRUE(reader->db.exec("BEGIN; SELECT * FROM chain"));
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(log->append(a_decision(), the_bot()));
  EXPECT_EQ(*reader->db.integer("SELECT max(seq) FROM chain"), 2);
  ASSERT_TRUE(reader->db.exec("COMMIT"));
  EXPECT_EQ(*reader->db.integer("SELECT max(seq) FROM chain"), 302);
}

TEST_F(LogTest, KeepsTheWriteAheadFileSmall) {
  auto log = open();
  std::uintmax_t largest = 0;
  for (int i = 0; i < 300; ++i) {
    ASSERT_TRUE(log->append(a_decision(), the_bot()));
    largest = std::max(largest, std::filesystem::file_size(database() + "-wal"));
  }
  EXPECT_LT(largest, 2u * 1024 * 1024);
}

}  // namespace loftgate
