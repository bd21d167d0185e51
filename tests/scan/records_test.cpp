// SPDX-License-Identifier: GPL-2.0-or-later
// Every example of every bundled record is a test of its own.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "tests/scan/bundled_scanner.h"

namespace loftgate {
namespace {

struct RecordExample {
  const Detector* detector;
  const Example* example;
};

std::vector<RecordExample> all_examples() {
  std::vector<RecordExample> all;
  for (const Detector& detector : bundled_scanner().detectors()) {
    for (const Example& example : detector.examples) all.push_back({&detector, &example});
  }
  return all;
}

std::string word_of(Example::Kind kind) {
  return kind == Example::Kind::hit ? "finds" : kind == Example::Kind::doubt ? "doubts" : "leaves";
}

/// "phone_national_finds_french": letters, digits and '_' only, as GoogleTest wants it.
std::string test_name(const ::testing::TestParamInfo<RecordExample>& info) {
  std::string name = info.param.detector->id + "_" + word_of(info.param.example->kind) + "_" + info.param.example->name;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

class RecordExamples : public ::testing::TestWithParam<RecordExample> {};

TEST_P(RecordExamples, BehaveAsTheRecordSays) {
  const auto& [detector, example] = GetParam();
  const ScanResult result = bundled_scanner().scan(example->text, {example->region});
  std::vector<std::string> found, wanted;
  for (const Finding& finding : result.findings) {
    const bool sure = finding.confidence >= Finding::sure;
    if (finding.type != detector->type) continue;
    if (example->kind != Example::Kind::doubt && !sure) continue;
    EXPECT_FALSE(example->kind == Example::Kind::doubt && sure) << "this would be asked about";
    found.push_back(example->text.substr(finding.span.begin, finding.span.size()));
  }
  for (const Span& span : example->marked) wanted.push_back(example->text.substr(span.begin, span.size()));
  EXPECT_EQ(found, wanted) << detector->file << ", example '" << example->name << "'";
}

INSTANTIATE_TEST_SUITE_P(Bundled, RecordExamples, ::testing::ValuesIn(all_examples()), test_name);

TEST(BundledRecords, Load) { ASSERT_TRUE(load_bundled()) << load_bundled().error().text; }

TEST(BundledRecords, HaveIdsOfTheirOwn) {
  const std::size_t files = bundled_records("detectors").size() + bundled_records("topics").size();
  std::set<std::string> ids;
  for (const Detector& detector : bundled_scanner().detectors()) ids.insert(detector.id);
  EXPECT_EQ(ids.size(), files);
}

}  // namespace
}  // namespace loftgate
