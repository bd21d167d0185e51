// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/scan_records.h"

#include <algorithm>
#include <utility>

namespace loftgate {
namespace {

/// Adds a record, or puts it in the place of an earlier one of the same id.
template <class Record, class IdOf>
void put(std::vector<Record>& records, Record record, IdOf id_of) {
  const auto same = std::find_if(records.begin(), records.end(),
                                 [&](const Record& other) { return id_of(other) == id_of(record); });
  if (same != records.end()) {
    *same = std::move(record);
  } else {
    records.push_back(std::move(record));
  }
}

/// What topics of a language share: the last record that says so, or the bundled one.
RecordFile people_record(const std::vector<RecordFile>& topics) {
  for (auto file = topics.rbegin(); file != topics.rend(); ++file) {
    if (is_people_record(*file)) return *file;
  }
  for (RecordFile& file : bundled_records("topics")) {
    if (is_people_record(file)) return std::move(file);
  }
  return {};
}

/// Reads every file of a kind; a later record takes the place of an earlier one of the same id.
template <class Record, class Read, class IdOf>
Result<std::vector<Record>> read_all(const std::vector<RecordFile>& files, Read read, IdOf id_of) {
  std::vector<Record> records;
  for (const RecordFile& file : files) {
    if (is_people_record(file)) continue;
    Result<Record> record = read(file);
    if (!record) return record.error();
    put(records, *std::move(record), id_of);
  }
  return records;
}

}  // namespace

ScanRecordFiles bundled_scan_records() {
  return {bundled_records("detectors"), bundled_records("topics"), bundled_records("names")};
}

Result<ScanRecordFiles> scan_records_in(const std::vector<std::string>& folders) {
  ScanRecordFiles files;
  for (const auto& [kind, list] : {std::pair{"detectors", &files.detectors}, std::pair{"topics", &files.topics},
                                   std::pair{"names", &files.names}}) {
    auto read = records_in_all(folders, kind);
    if (!read) return read.error();
    *list = *std::move(read);
  }
  return files;
}

Result<ScanRecords> read_scan_records(const ScanRecordFiles& files) {
  auto detectors = read_all<Detector>(files.detectors, read_detector, [](const Detector& record) { return record.id; });
  if (!detectors) return detectors.error();
  auto topics = read_all<Topic>(files.topics, read_topic, [](const Topic& record) { return record.detector.id; });
  if (!topics) return topics.error();
  auto names = read_all<NameList>(files.names, read_names, [](const NameList& record) { return record.detector.id; });
  if (!names) return names.error();
  const Result<std::vector<TopicLanguage>> people = read_people(people_record(files.topics));
  if (!people) return people.error();
  for (Topic& topic : *topics) add_people(topic, *people);
  return ScanRecords{*std::move(detectors), *std::move(topics), *std::move(names)};
}

}  // namespace loftgate
