// SPDX-License-Identifier: GPL-2.0-or-later
// Exports that are not whole on purpose, and files that are no exports.
#include <gmock/gmock.h>

#include <fstream>

#include "common/log/verify.h"
#include "tests/log/log_fixture.h"

namespace loftgate {

using testing::ElementsAre;
using testing::IsEmpty;

class ExportTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream file(LOFTGATE_TEST_DATA "/log/vectors/log-ok.jsonl");
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    ASSERT_EQ(lines.size(), 16u);
  }
  void replace_in_header(const std::string& before, const std::string& after) {
    const auto at = lines[0].find(before);
    ASSERT_NE(at, std::string::npos);
    lines[0].replace(at, before.size(), after);
  }
  Result<VerifyReport> verify(const std::string& code = "") const {
    const std::string path = scratch.path() + "/export.jsonl";
    std::ofstream file(path);
    for (const std::string& line : lines) file << line << '\n';
    file.close();
    return verify_export(path, code);
  }
  /// Codes of the findings, without the notice every file here has.
  std::vector<std::string> errors() const {
    std::vector<std::string> codes;
    const auto report = verify();
    for (const VerifyFinding& finding : report->findings) {
      if (finding.code != "N_CLOCK_BACK") codes.push_back(finding.code);
    }
    return codes;
  }

  ScratchFolder scratch;
  std::vector<std::string> lines;
};

TEST_F(ExportTest, HeldBackIdentitiesAreCountedNotMissed) {
  replace_in_header("\"identities\":true", "\"identities\":false");
  for (std::string& line : lines) {
    const auto salt = line.find(",\"salt_who\":");
    if (salt != std::string::npos) line.erase(salt, std::string(",\"salt_who\":\"\"").size() + 64);
    const auto who = line.find(",\"who\":");
    if (who != std::string::npos) line.erase(who, line.size() - 1 - who);
  }
  EXPECT_THAT(errors(), IsEmpty());
  EXPECT_EQ(verify()->withheld, 11);
  EXPECT_EQ(verify()->erased, 4);
}

TEST_F(ExportTest, AFilteredExportSaysThatRowsMayBeMissing) {
  replace_in_header("\"complete\":true", "\"complete\":false");
  lines.erase(lines.begin() + 4, lines.begin() + 6);
  EXPECT_THAT(errors(), ElementsAre("N_FILTERED"));
  EXPECT_FALSE(verify("14-AAAAAAAAAAAAAAAA")->intact());
  EXPECT_TRUE(verify("5-AAAAAAAAAAAAAAAA")->intact());   // its row was left out, so that the code says nothing
}

TEST_F(ExportTest, ALineThatSaysSomethingTwiceIsRefused) {
  lines[15].insert(1, "\"seq\":15,");
  EXPECT_THAT(errors(), ElementsAre("E_SCHEMA", "E_HEAD"));
}

TEST_F(ExportTest, WordsNoHashCoversAreRefused) {
  lines[15].insert(lines[15].size() - 1, ",\"zz\":\"approved\"");
  EXPECT_THAT(errors(), ElementsAre("E_SCHEMA", "E_HEAD"));
}

TEST_F(ExportTest, AnErasureOfWhatWasNotThereYetIsFound) {
  const auto at = lines[13].find("\"seqs\":\"5-6\"");
  ASSERT_NE(at, std::string::npos);
  lines[13].replace(at, 12, "\"seqs\":\"5-99\"");
  EXPECT_THAT(errors(), ElementsAre("E_ENTRY", "E_RANGE"));
}

TEST_F(ExportTest, AFileThatIsNoExportIsNamed) {
  for (const char* first : {"", "hello", "{}", "[]", "{\"format\":\"aicl-export\",\"v\":1}"}) {
    lines[0] = first;
    const auto report = verify();
    ASSERT_FALSE(report) << first;
    EXPECT_EQ(report.error().code, Code::invalid);
    EXPECT_THAT(report.error().text, testing::HasSubstr("export.jsonl"));
  }
  EXPECT_EQ(verify_export(scratch.path() + "/none", "").error().code, Code::not_found);
}

TEST_F(ExportTest, ANewerExportIsNotGuessedAt) {
  replace_in_header("\"v\":1", "\"v\":2");
  EXPECT_EQ(verify().error().code, Code::newer);
}

}  // namespace loftgate
