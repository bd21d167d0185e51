// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/verify.h"

#include <gmock/gmock.h>

#include <fstream>

#include "common/log/canonical_json.h"
#include "common/log/chain.h"
#include "tests/log/log_fixture.h"
#include "tests/log/raw_database.h"

namespace loftgate {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

/// "E_GAP 8 9"
std::vector<std::string> brief(const VerifyReport& report) {
  std::vector<std::string> all;
  for (const VerifyFinding& finding : report.findings) {
    std::string line = finding.code;
    for (const std::int64_t number : finding.numbers) line += " " + std::to_string(number);
    all.push_back(line);
  }
  return all;
}

}  // namespace

/// A log of a genesis and nine decisions, the third of which is remembered.
class VerifyTest : public LogTest {
 protected:
  void SetUp() override {
    auto log = open();
    ASSERT_TRUE(log) << log.error().text;
    for (int i = 2; i <= 10; ++i) {
      clock.moment.us += 1000000;
      ASSERT_TRUE(log->append(i == 4 ? a_remembered_choice(rule) : a_decision(), the_bot()));
    }
  }
  VerifyReport verify(const std::string& code = "") const {
    const auto report = verify_log(folder(), true, code);
    EXPECT_TRUE(report) << report.error().text;
    return report ? *report : VerifyReport{};
  }
  std::vector<std::string> findings() const { return brief(verify()); }

  void remove_rows(const std::string& which) const {
    tamper_past_triggers(database(), "DELETE FROM entry WHERE " + which + "; DELETE FROM who WHERE " + which +
                                         "; DELETE FROM chain WHERE " + which);
  }

  const std::string rule = new_uuid();
};

TEST_F(VerifyTest, FindsNothingInAGoodLog) {
  const VerifyReport report = verify();
  EXPECT_THAT(brief(report), IsEmpty());
  EXPECT_TRUE(report.intact());
  EXPECT_EQ(report.rows, 10);
  EXPECT_EQ(report.head_seq, 10);
  EXPECT_EQ(report.anchored_seq, 10);
}

TEST_F(VerifyTest, WorksWhileTheLogIsOpenAndGrowing) {
  auto log = open();
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  EXPECT_EQ(verify().rows, 11);
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  EXPECT_EQ(verify().rows, 12);
}

TEST_F(VerifyTest, FindsAChangedDecision) {
  tamper_past_triggers(database(), "UPDATE entry SET body=replace(body, '\"redact\"', '\"send\"') WHERE seq=5");
  EXPECT_THAT(findings(), ElementsAre("E_ENTRY 5", "E_PROJ 5"));
}

TEST_F(VerifyTest, FindsAChangedContact) {
  tamper_past_triggers(database(), "UPDATE who SET body=replace(body, 'bot@', 'bob@') WHERE seq=5");
  EXPECT_THAT(findings(), ElementsAre("E_WHO 5", "E_PROJ 5"));
}

TEST_F(VerifyTest, FindsAColumnThatNoLongerSaysWhatTheRecordSays) {
  tamper_past_triggers(database(), "UPDATE entry SET choice='send' WHERE seq=5; UPDATE who SET contact='x' WHERE seq=6");
  EXPECT_THAT(findings(), ElementsAre("E_PROJ 5", "E_PROJ 6"));
}

TEST_F(VerifyTest, FindsABodyRemovedWithoutARecordOfIt) {
  tamper_past_triggers(database(), "DELETE FROM entry WHERE seq=5; DELETE FROM who WHERE seq=6");
  EXPECT_THAT(findings(), ElementsAre("E_MISSING_ENTRY 5", "E_MISSING_WHO 6"));
}

TEST_F(VerifyTest, FindsARemovedRow) {
  remove_rows("seq=5");
  EXPECT_THAT(findings(), ElementsAre("E_GAP 5 6", "E_LINK 6"));
}

TEST_F(VerifyTest, FindsBodiesWhoseRowIsGone) {
  tamper_past_triggers(database(), "DELETE FROM chain WHERE seq=5");
  EXPECT_THAT(findings(), ElementsAre("E_GAP 5 6", "E_LINK 6", "E_PROJ 5"));
}

TEST_F(VerifyTest, FindsAChangedCommitment) {
  tamper_past_triggers(database(), "UPDATE chain SET c_who=zeroblob(32) WHERE seq=5");
  EXPECT_THAT(findings(), ElementsAre("E_LINK 5", "E_WHO 5"));
}

TEST_F(VerifyTest, FindsAMissingEndByTheAnchor) {
  remove_rows("seq>8");
  EXPECT_THAT(findings(), ElementsAre("E_ANCHOR 10 8", "N_UNANCHORED 8"));
}

TEST_F(VerifyTest, FindsAMissingEndByACodeWrittenDown) {
  const std::string code = open(ConsentLog::Access::read)->status()->verification_code;
  std::filesystem::remove(folder() + "/consent.head");
  EXPECT_THAT(brief(verify(code)), IsEmpty());
  EXPECT_EQ(verify(code).anchored_seq, 10);
  remove_rows("seq>8");
  EXPECT_THAT(brief(verify(code)), ElementsAre("E_ANCHOR 10 8", "N_UNANCHORED 8"));
  EXPECT_THAT(findings(), ElementsAre("N_UNANCHORED 8"));
}

TEST_F(VerifyTest, FindsADatabaseThatIsGone) {
  std::filesystem::remove(database());
  EXPECT_THAT(findings(), ElementsAre("E_ANCHOR 10 0"));
}

TEST_F(VerifyTest, FindsChangedTables) {
  tamper(database(), "DROP TRIGGER entry_no_update");
  EXPECT_THAT(findings(), ElementsAre("E_SCHEMA"));
}

TEST_F(VerifyTest, FindsARuleThatNobodySet) {
  tamper(database(), "UPDATE rule SET choice='send'");
  EXPECT_THAT(findings(), ElementsAre("E_PROJ 4"));
}

TEST_F(VerifyTest, FindsARuleThatWasTakenAway) {
  tamper(database(), "DELETE FROM rule");
  EXPECT_THAT(findings(), ElementsAre("E_PROJ 4"));
}

TEST_F(VerifyTest, FindsAWithdrawnRuleThatIsInForceAgain) {
  ASSERT_TRUE(open()->append(end_of_rule(rule), {}));
  EXPECT_THAT(findings(), IsEmpty());
  tamper(database(), "INSERT INTO rule VALUES('" + rule +
                         "', 'contact', 'openai.chatgpt', 'bot@chatgpt.example', 'redact', NULL, 4)");
  EXPECT_THAT(findings(), ElementsAre("E_PROJ 4"));
}

TEST_F(VerifyTest, FindsDamagedPages) {
  std::fstream file(database(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8192);
  const std::string zeros(4096, '\0');
  file.write(zeros.data(), static_cast<std::streamsize>(zeros.size()));
  file.close();
  EXPECT_THAT(findings(), Contains(testing::StartsWith("E_")));
}

TEST_F(VerifyTest, FindsAFileThatIsNoDatabase) {
  std::ofstream(database(), std::ios::trunc) << std::string(8192, 'x');
  EXPECT_THAT(findings(), ElementsAre("E_SQLITE"));
}

TEST_F(VerifyTest, FindsAnotherProgramsDatabase) {
  std::filesystem::remove(database());
  tamper(database(), "CREATE TABLE t(x)");
  EXPECT_THAT(findings(), ElementsAre("E_SCHEMA"));
}

TEST_F(VerifyTest, NotesAClockThatWentBackAndAGap) {
  auto log = open();
  clock.moment.us -= 5000000;
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  Entry gap;
  gap.kind = EntryKind::gap;
  gap.actor = Actor::app;
  gap.reason = "disk-full";
  gap.count = 3;
  ASSERT_TRUE(log->append(gap, {}));
  const VerifyReport report = verify();
  EXPECT_THAT(brief(report), ElementsAre("N_CLOCK_BACK 11", "N_GAP 12 3"));
  EXPECT_TRUE(report.intact());
}

TEST_F(VerifyTest, AcceptsWhatAnErasureRecordExplains) {
  // An erasure as the design has it: a chained record, then the bodies and salts it names go.
  const auto rows = open(ConsentLog::Access::read)->status();
  const LogId id = *from_hex<16>(rows->log_id);
  const Digest salt{};
  const std::string body =
      R"({"actor":"user","app":"0.1.0","by":"filter","clk":"ok","id":"295cd587-fa4d-4bbd-a8ac-ecf7de0480ae",)"
      R"("kind":"erasure","lang":"en","level":"who","n":2,"seqs":"5-6","ts":1780000720000000,"tz":60,"v":1})";
  const Digest c_entry = commitment(salt, body);
  const Digest c_who = commitment(salt, R"({"v":1})");
  const Digest link = link_after(id, 11, *from_hex<32>(rows->head_link), c_entry, c_who);
  tamper(database(), "INSERT INTO chain VALUES(11, x'" + to_hex(c_entry) + "', x'" + to_hex(c_who) + "', x'" +
                         to_hex(link) + "'); INSERT INTO entry VALUES(11, zeroblob(32), '" + body +
                         "', 1780000720000000, 'erasure', NULL, NULL, 'user', NULL);"
                         "INSERT INTO who VALUES(11, zeroblob(32), '{\"v\":1}', NULL, NULL);"
                         "INSERT INTO erased VALUES(5, 1, 11), (6, 1, 11); DELETE FROM who WHERE seq IN (5, 6)");
  const VerifyReport report = verify();
  EXPECT_THAT(brief(report), ElementsAre("N_UNANCHORED 1"));
  EXPECT_EQ(report.erased, 2);
  EXPECT_EQ(open(ConsentLog::Access::read)->status()->erased, 2);
  EXPECT_FALSE(open(ConsentLog::Access::read)->show(5)->who);
  tamper_past_triggers(database(), "INSERT INTO who VALUES(5, zeroblob(32), '{}', NULL, NULL);"
                                   "INSERT INTO erased VALUES(7, 1, 11)");
  EXPECT_THAT(findings(), ElementsAre("E_WHO 5", "E_PROJ 5", "E_PROJ 7", "N_UNANCHORED 1"));
}

TEST_F(VerifyTest, ListsOnlyTheFirstOfVeryManyFindings) {
  write(200);
  tamper_past_triggers(database(), "UPDATE who SET contact='x'");
  const VerifyReport report = verify();
  EXPECT_EQ(report.findings.size(), 101u);
  EXPECT_EQ(brief(report).back(), "N_MORE 110");
  EXPECT_FALSE(report.intact());
}

TEST_F(VerifyTest, SaysThatThereIsNoLog) {
  const auto report = verify_log(scratch.path(), false, "");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Code::not_found);
}

TEST_F(VerifyTest, AnOlderCopyPutBackIsNotedForGood) {
  const std::string saved = scratch.path() + "/saved.db";
  std::filesystem::copy_file(database(), saved);
  write(3);
  std::filesystem::copy_file(saved, database(), std::filesystem::copy_options::overwrite_existing);
  EXPECT_THAT(findings(), Contains("E_ANCHOR 13 10"));
  write(1);   // going on must not wipe out the only trace of the loss
  EXPECT_THAT(findings(), ElementsAre("N_GAP 11 3"));
}

}  // namespace loftgate
