// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scan/bundled_scanner.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <utility>

#include "common/base/records.h"
#include "common/scan/bundled_image.h"
#include "common/scan/name_list.h"
#include "common/scan/topics.h"

namespace loftgate {

const Scanner& bundled_scanner() {
  static const Scanner scanner = Scanner::of_image(bundled_scan_image());
  return scanner;
}

namespace {

template <class Record>
Detector detector_of(const Result<Record>& record) {
  EXPECT_TRUE(record) << (record ? "" : record.error().text);
  if constexpr (std::is_same_v<Record, Detector>) return record ? *record : Detector();
  else return record ? record->detector : Detector();
}

}  // namespace

Detector BundledRecord::read() const {
  switch (kind) {
    case Kind::detector: return detector_of(read_detector(file));
    case Kind::topic: return detector_of(read_topic(file));
    case Kind::names: return detector_of(read_names(file));
  }
  return {};
}

void PrintTo(const BundledRecord& record, std::ostream* out) { *out << record.file.name; }

std::vector<BundledRecord> all_bundled_records() {
  ScanRecordFiles files = bundled_scan_records();
  std::vector<BundledRecord> all;
  using enum BundledRecord::Kind;
  for (const auto& [list, kind] : {std::pair{&files.detectors, detector}, std::pair{&files.topics, topic}, std::pair{&files.names, names}}) {
    for (RecordFile& file : *list) {
      if (is_people_record(file)) continue;   // it detects nothing
      all.push_back({all.size(), std::move(file), kind});
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
