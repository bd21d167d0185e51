// SPDX-License-Identifier: GPL-2.0-or-later
// Turns records into a scan image: at build time for the bundled ones, at run time for a user's own.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/scan/scan_records.h"

namespace loftgate {

/// Compiles records. Takes some milliseconds for each detector.
/// @return the bytes of the image; or an error that names the record's file and what to change.
Result<std::string> compile_image(const ScanRecords& records);

}  // namespace loftgate
