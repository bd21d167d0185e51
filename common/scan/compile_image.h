// SPDX-License-Identifier: GPL-2.0-or-later
// Turns records into a scan image: at build time for the bundled ones, at run time for a user's own.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/scan/detector.h"
#include "common/scan/name_list.h"
#include "common/scan/topics.h"

namespace loftgate {

/// Records of all kinds. Their detectors have numbers in this order.
struct ScanRecords {
  std::vector<Detector> detectors;
  std::vector<Topic> topics;
  std::vector<NameList> names;
};

/// Compiles records. Takes some milliseconds for each detector.
/// @return the bytes of the image; or an error that names the record's file and what to change.
Result<std::string> compile_image(const ScanRecords& records);

}  // namespace loftgate
