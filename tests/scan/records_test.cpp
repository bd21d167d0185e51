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

std::vector<std::string> found_in(const Scanner& scanner, const RecordExample& param, bool unsure) {
  const Example& example = *param.example;
  std::vector<std::string> found;
  for (const Finding& finding : scanner.scan(example.text, {example.region}).findings) {
    if (finding.type != param.detector->type || (finding.confidence < Finding::sure) != unsure) continue;
    found.push_back(example.text.substr(finding.span.begin, finding.span.size()));
  }
  return found;
}

/// The scanner of one record alone: beside all others a doubt may give way to another record's doubt.
Result<Scanner> alone(const Detector& detector) {
  std::vector<RecordFile> files = bundled_records(detector.pattern.empty() ? "topics" : "detectors");
  std::erase_if(files, [&](const RecordFile& file) { return file.name != detector.file; });
  return detector.pattern.empty() ? Scanner::load({}, files) : Scanner::load(files, {});
}

TEST_P(RecordExamples, BehaveAsTheRecordSays) {
  const auto& [detector, example] = GetParam();
  SCOPED_TRACE(detector->file + ", example '" + example->name + "'");
  std::vector<std::string> wanted;
  for (const Span& span : example->marked) wanted.push_back(example->text.substr(span.begin, span.size()));
  const std::vector<std::string> sure = found_in(bundled_scanner(), GetParam(), false);
  if (example->kind != Example::Kind::doubt) {
    EXPECT_EQ(sure, wanted);
    return;
  }
  EXPECT_TRUE(sure.empty()) << "this would be asked about";
  const Result<Scanner> scanner = alone(*detector);
  ASSERT_TRUE(scanner) << scanner.error().text;
  EXPECT_EQ(found_in(*scanner, GetParam(), true), wanted);
}

INSTANTIATE_TEST_SUITE_P(Bundled, RecordExamples, ::testing::ValuesIn(all_examples()), test_name);

TEST(BundledRecords, Load) { ASSERT_TRUE(load_bundled()) << load_bundled().error().text; }

TEST(BundledRecords, HaveIdsOfTheirOwn) {
  const std::size_t files =
      bundled_records("detectors").size() + bundled_records("topics").size() + bundled_records("names").size();
  std::set<std::string> ids;
  for (const Detector& detector : bundled_scanner().detectors()) ids.insert(detector.id);
  EXPECT_EQ(ids.size(), files);
}

}  // namespace
}  // namespace loftgate
