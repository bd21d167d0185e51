// SPDX-License-Identifier: GPL-2.0-or-later
// The records that say what is found: where their files stand, and what they say.
#pragma once

#include <string>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/detector.h"
#include "common/scan/name_list.h"
#include "common/scan/topics.h"

namespace loftgate {

/// Record files of all kinds that say what is found.
struct ScanRecordFiles {
  std::vector<RecordFile> detectors, topics, names;

  bool empty() const { return detectors.empty() && topics.empty() && names.empty(); }
};

/// The bundled ones.
ScanRecordFiles bundled_scan_records();

/// Those of folders on disk, in their folders "detectors", "topics" and "names".
Result<ScanRecordFiles> scan_records_in(const std::vector<std::string>& folders);

/// Records of all kinds. Their detectors have numbers in this order.
struct ScanRecords {
  std::vector<Detector> detectors;
  std::vector<Topic> topics;
  std::vector<NameList> names;
};

/// Reads files of all kinds. A later record takes the place of an earlier one of the same id. Topics get the words for
/// persons that their files, or else the bundled ones, have. The error names file, line and remedy.
Result<ScanRecords> read_scan_records(const ScanRecordFiles& files);

}  // namespace loftgate
