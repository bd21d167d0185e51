// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "common/log/canonical_json.h"
#include "common/log/consent_log.h"
#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

class LogCommand : public CommandLine {
 protected:
  LogCommand() { EXPECT_EQ(g_mkdir_with_parents((home() + "/.purple").c_str(), 0700), 0); }

  std::string folder() const { return home() + "/.purple/loftgate"; }

  /// Makes a log of two decisions: a masked one for a contact, and one that was sent.
  void keep_a_log(const std::string& contact = "metabot@example.org") const {
    const SystemClock clock;
    auto log = ConsentLog::open(folder(), clock, ConsentLog::Access::append);
    ASSERT_TRUE(log) << log.error().text;
    for (const LoggedChoice choice : {LoggedChoice::redact, LoggedChoice::send}) {
      Entry entry;
      entry.service = "meta-ai";
      entry.protocol = "prpl-jabber";
      entry.surface = "bot";
      entry.choice = choice;
      entry.scope = Scope::once;
      entry.purposes = {"ai-training"};
      entry.categories = {"phone"};
      entry.size = "16-63";
      entry.kb = "2026-11-23-1a2b3c4d5e6f";
      const auto appended = log->append(entry, {"me@example.org", contact, contact});
      ASSERT_TRUE(appended) << appended.error().text;
    }
  }

  /// The JSON document a run printed.
  static Json json_of(const Outcome& run) {
    const auto value = parse_json(run.out.substr(0, run.out.find('\n')));
    EXPECT_TRUE(value) << run.out << run.err;
    return value.value_or(Json());
  }
};

TEST_F(LogCommand, SaysSoWhenThereIsNoLog) {
  for (const char* verb : {"list", "status", "verify"}) {
    const Outcome run = loftgate({"log", verb});
    EXPECT_EQ(run.code, 3) << verb;
    EXPECT_THAT(run.err, HasSubstr(folder())) << verb;
  }
}

TEST_F(LogCommand, ListsDecisionsNewestFirst) {
  keep_a_log();
  const Outcome run = loftgate({"log", "list"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, ContainsRegex("#3  [0-9-]+ [0-9:]+  sent as written  meta-ai  metabot@example.org  phone\n"
                                     "#2  [0-9-]+ [0-9:]+  masked and sent  meta-ai  metabot@example.org  phone\n"
                                     "#1  [0-9-]+ [0-9:]+  log begun"));
}

TEST_F(LogCommand, ListsOnlyWhatIsAskedFor) {
  keep_a_log();
  EXPECT_THAT(loftgate({"log", "list", "--choice", "send"}).out, Not(HasSubstr("masked")));
  EXPECT_THAT(loftgate({"log", "list", "--before", "3"}).out, Not(HasSubstr("#3")));
  EXPECT_EQ(loftgate({"log", "list", "--limit", "1", "--service", "meta-ai"}).out.substr(0, 2), "#3");
  EXPECT_EQ(loftgate({"log", "list", "--until", "2001-01-01"}).out, "");
  EXPECT_EQ(loftgate({"log", "list", "--since", "2999"}).out, "");
}

TEST_F(LogCommand, GivesProgramsTheRowsAsTheyAre) {
  keep_a_log();
  const Json list = json_of(loftgate({"log", "list", "--json"}));
  ASSERT_TRUE(list.find("rows"));
  const Json::List& rows = *list.find("rows")->list();
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].integer_of("seq"), 3);
  EXPECT_EQ(rows[0].find("entry")->text_of("choice"), "send");
  EXPECT_EQ(rows[0].find("who")->text_of("contact"), "metabot@example.org");
}

TEST_F(LogCommand, ShowsOneRecordByNumberOrId) {
  keep_a_log();
  const Outcome by_number = loftgate({"log", "show", "2"});
  EXPECT_EQ(by_number.code, 0) << by_number.err;
  EXPECT_THAT(by_number.out, HasSubstr("  choice: redact\n"));
  EXPECT_THAT(by_number.out, HasSubstr("  contact: metabot@example.org\n"));
  const Json row = json_of(loftgate({"log", "show", "2", "--json"}));
  const std::string id(row.find("entry")->text_of("id"));
  EXPECT_EQ(loftgate({"log", "show", id}).out, by_number.out);
  EXPECT_EQ(loftgate({"log", "show", "99"}).code, 3);
  EXPECT_EQ(loftgate({"log", "show", "no-such-id"}).code, 3);
}

TEST_F(LogCommand, EscapesControlCharactersOfNames) {
  keep_a_log("\x1b[2Jevil\u202e");
  const std::string out = loftgate({"log", "list"}).out + loftgate({"log", "show", "2"}).out;
  EXPECT_THAT(out, HasSubstr("\\x1b[2Jevil\\u202e"));
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

TEST_F(LogCommand, SaysThatAWholeLogIsIntact) {
  keep_a_log();
  const Outcome run = loftgate({"log", "verify"});
  EXPECT_EQ(run.code, 0) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("Records: 3, erased: 0"));
  EXPECT_THAT(run.out, HasSubstr("Intact, anchored up to number 3."));
}

TEST_F(LogCommand, NeverCallsALogIntactAloneWhenNothingOutsideVouchesForIt) {
  keep_a_log();
  ASSERT_TRUE(std::filesystem::remove(folder() + "/consent.head"));
  const Outcome run = loftgate({"log", "verify"});
  EXPECT_EQ(run.code, 1) << run.out;
  EXPECT_THAT(run.out, HasSubstr("Intact, not anchored"));
}

TEST_F(LogCommand, ChecksACodeThatWasWrittenDown) {
  keep_a_log();
  const Json status = json_of(loftgate({"log", "status", "--json"}));
  const std::string code(status.text_of("verification_code"));
  EXPECT_EQ(status.integer_of("rows"), 3);
  EXPECT_EQ(loftgate({"log", "verify", "--anchor", code}).code, 0);
  EXPECT_NE(loftgate({"log", "verify", "--anchor", "3-AAAAAAAAAAAAAAAA"}).code, 0);
}

TEST_F(LogCommand, TellsAlteredExportsFromWholeOnes) {
  const std::string vectors = LOFTGATE_TEST_DATA "/log/vectors/";
  const Outcome whole = loftgate({"log", "verify", "--file", vectors + "log-ok.jsonl"});
  EXPECT_EQ(whole.code, 1) << whole.out << whole.err;
  EXPECT_THAT(whole.out, HasSubstr("N_CLOCK_BACK: "));
  const Outcome edited = loftgate({"log", "verify", "--json", "--file", vectors + "bad-entry-edited.jsonl"});
  EXPECT_EQ(edited.code, 2);
  const Json report = json_of(edited);
  ASSERT_TRUE(report.find("intact"));
  EXPECT_FALSE(*report.find("intact")->boolean());
}

TEST_F(LogCommand, SaysWhatIsNoLog) {
  keep_a_log();
  const Json status = json_of(loftgate({"log", "status", "--json"}));
  std::ofstream(std::string(status.text_of("database")), std::ios::trunc)
      << "this is no database, and long enough to see it";
  for (const char* verb : {"list", "status", "verify"}) EXPECT_EQ(loftgate({"log", verb}).code, 2) << verb;
}

TEST_F(LogCommand, StatusNamesTheFolderAndTheCode) {
  keep_a_log();
  const Outcome run = loftgate({"log", "status", "--folder", folder()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Folder: " + folder() + "\n"));
  EXPECT_THAT(run.out, ContainsRegex("Verification code: 3-[A-Z2-7]{16}\n"));
}

}  // namespace loftgate
