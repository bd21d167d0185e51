// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scan/bundled_scanner.h"

#include <gtest/gtest.h>

#include "common/base/records.h"
#include "common/scan/bundled_image.h"
#include "common/scan/topics.h"

namespace loftgate {

const Scanner& bundled_scanner() {
  static const Scanner scanner = Scanner::of_image(bundled_scan_image());
  return scanner;
}

Detector BundledRecord::read() const {
  if (topic) {
    const Result<Topic> record = read_topic(file);
    EXPECT_TRUE(record) << (record ? "" : record.error().text);
    return record ? record->detector : Detector();
  }
  const Result<Detector> record = read_detector(file);
  EXPECT_TRUE(record) << (record ? "" : record.error().text);
  return record ? *record : Detector();
}

void PrintTo(const BundledRecord& record, std::ostream* out) { *out << record.file.name; }

std::vector<BundledRecord> all_bundled_records() {
  std::vector<BundledRecord> all;
  for (const bool topic : {false, true}) {
    for (RecordFile& file : bundled_records(topic ? "topics" : "detectors")) {
      if (is_people_record(file)) continue;   // it detects nothing
      all.push_back({all.size(), std::move(file), topic});
    }
  }
  return all;
}

std::string test_name(const BundledRecord& record) {
  const std::size_t begin = record.file.name.rfind('/') + 1;
  std::string name = record.file.name.substr(begin, record.file.name.rfind('.') - begin);
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
}

}  // namespace loftgate
