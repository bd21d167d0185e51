// SPDX-License-Identifier: GPL-2.0-or-later
// Every example of every bundled record behaves as the record says.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "common/scan/examples.h"
#include "tests/scan/bundled_scanner.h"

namespace loftgate {
namespace {

class BundledRecordTest : public ::testing::TestWithParam<BundledRecord> {};

TEST_P(BundledRecordTest, ExamplesBehave) {
  const Detector detector = GetParam().read();
  ASSERT_EQ(bundled_scanner().detector(GetParam().number).id, detector.id);
  for (const Example& example : detector.examples) {
    EXPECT_EQ(fault_of(bundled_scanner(), GetParam().number, detector, example), "") << "example " << example.name;
  }
}

INSTANTIATE_TEST_SUITE_P(All, BundledRecordTest, ::testing::ValuesIn(all_bundled_records()),
                         [](const auto& test) { return test_name(test.param); });

TEST(BundledRecords, HaveIdsOfTheirOwn) {
  std::map<std::string_view, int> times;
  for (std::size_t i = 0; i < bundled_scanner().size(); ++i) ++times[bundled_scanner().detector(i).id];
  for (const auto& [id, count] : times) EXPECT_EQ(count, 1) << id;
}

TEST(BundledRecords, AreNamedAfterTheirIds) {
  for (const BundledRecord& record : all_bundled_records()) {
    const DetectorFacts facts = bundled_scanner().detector(record.number);
    EXPECT_TRUE(record.file.name.ends_with("/" + std::string(facts.id) + ".toml")) << record.file.name;
  }
}

}  // namespace
}  // namespace loftgate
