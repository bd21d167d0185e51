// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "common/log/anchor.h"
#include "common/log/canonical_json.h"
#include "common/log/chain.h"
#include "common/log/verify.h"
#include "tests/log/log_fixture.h"

namespace loftgate {
namespace {

std::string vector_path(const std::string& name) { return std::string(LOFTGATE_TEST_DATA "/log/vectors/") + name; }

Json load(const std::string& name) {
  std::ifstream file(vector_path(name));
  std::stringstream text;
  text << file.rdbuf();
  return parse_json(text.str()).value_or(Json());
}

const Json::List& list_of(const Json& json, const char* key) {
  static const Json::List none;
  const Json* member = json.find(key);
  return member && member->list() ? *member->list() : none;
}

Digest digest(const Json& json, const char* key) { return from_hex<32>(json.text_of(key)).value_or(Digest{}); }

/// Findings in the form expected.json has them: ["E_GAP",8,9].
std::vector<std::string> brief(const VerifyReport& report) {
  std::vector<std::string> all;
  for (const VerifyFinding& finding : report.findings) {
    Json::List line{Json(finding.code)};
    for (const std::int64_t number : finding.numbers) line.emplace_back(number);
    all.push_back(canonical(Json(line)));
  }
  return all;
}

/// The code somebody wrote down when the log was still whole.
std::string code_of_the_good_log() {
  const auto report = verify_export(vector_path("log-ok.jsonl"), "");
  return verification_code(report->head_seq, *from_hex<32>(report->head_link));
}

}  // namespace

TEST(UnitVectors, CanonicalJson) {
  const Json unit = load("unit.json");
  ASSERT_EQ(list_of(unit, "jcs").size(), 3u);
  for (const Json& each : list_of(unit, "jcs")) EXPECT_EQ(canonical(*each.find("input")), each.text_of("output"));
}

TEST(UnitVectors, Commitments) {
  const Json unit = load("unit.json");
  ASSERT_EQ(list_of(unit, "commit").size(), 2u);
  for (const Json& each : list_of(unit, "commit")) {
    EXPECT_EQ(to_hex(commitment(digest(each, "salt"), each.text_of("body"))), each.text_of("c"));
  }
}

TEST(UnitVectors, Links) {
  const Json unit = load("unit.json");
  ASSERT_EQ(list_of(unit, "link").size(), 2u);
  for (const Json& each : list_of(unit, "link")) {
    const auto log = from_hex<16>(each.text_of("log_id"));
    EXPECT_EQ(to_hex(link_after(*log, *each.integer_of("seq"), digest(each, "prev"), digest(each, "c_entry"),
                                digest(each, "c_who"))),
              each.text_of("link"));
  }
}

TEST(UnitVectors, AnchorsAndTheirSignature) {
  const Json unit = load("unit.json");
  const Json& each = list_of(unit, "anchor").at(0);
  const auto anchor = parse_anchor(each.text_of("text"));
  ASSERT_TRUE(anchor);
  EXPECT_EQ(anchor->text(), each.text_of("text"));
  EXPECT_EQ(to_hex(commitment(digest(each, "key"), anchor->text())), each.text_of("mac"));
  EXPECT_TRUE(parse_anchor(anchor->text() + " " + std::string(each.text_of("mac"))));
}

TEST(ExportVectors, EveryFileGivesExactlyTheExpectedFindings) {
  const Json expected = load("expected.json");
  ASSERT_TRUE(expected.list());
  EXPECT_EQ(expected.list()->size(), 11u);
  for (const Json& each : *expected.list()) {
    const std::string file(each.text_of("file"));
    std::vector<std::string> findings;
    for (const Json& line : list_of(each, "expected")) findings.push_back(canonical(line));
    const auto report = verify_export(vector_path(file), "");
    ASSERT_TRUE(report) << report.error().text;
    EXPECT_EQ(brief(*report), findings) << file;
    EXPECT_EQ(report->intact(), each.text_of("verdict") == "ok") << file;
  }
}

TEST(ExportVectors, AGoodLogIsCounted) {
  const auto report = verify_export(vector_path("log-ok.jsonl"), "");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->rows, 15);
  EXPECT_EQ(report->erased, 4);
  EXPECT_EQ(report->withheld, 0);
  EXPECT_EQ(report->head_seq, 15);
  EXPECT_FALSE(report->anchored_seq);
}

TEST(ExportVectors, ACodeWrittenDownShowsWhatTheFileAloneCannot) {
  const std::string code = code_of_the_good_log();
  EXPECT_EQ(code, "15-6HRUDQ2SSWH6ZHCG");
  for (const char* file : {"undetectable-full-rewrite.jsonl", "undetectable-tail-truncated-with-head-rewritten.jsonl"}) {
    const auto report = verify_export(vector_path(file), code);
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->intact()) << file;
    EXPECT_EQ(report->findings.back().code, "E_ANCHOR");
    EXPECT_FALSE(report->anchored_seq);
  }
  const auto good = verify_export(vector_path("log-ok.jsonl"), " " + code + "\n");
  EXPECT_TRUE(good->intact());
  EXPECT_EQ(good->anchored_seq, 15);
}

TEST(ExportVectors, ACodeThatIsNoneIsRefused) {
  for (const char* code : {"15", "15-", "15-ABC", "-1-AAAAAAAAAAAAAAAA", "15-AAAAAAAAAAAAAAA1"}) {
    const auto report = verify_export(vector_path("log-ok.jsonl"), code);
    ASSERT_FALSE(report) << code;
    EXPECT_EQ(report.error().code, Code::invalid);
  }
}

}  // namespace loftgate
