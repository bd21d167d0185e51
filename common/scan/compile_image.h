// SPDX-License-Identifier: GPL-2.0-or-later
// Turns records into a scan image: at build time for the bundled ones, at run time for a user's own.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/scan/detector.h"
#include "common/scan/topics.h"

namespace loftgate {

/// Compiles detectors and topics. Detector numbers follow the order given, detectors first.
/// Takes some milliseconds for each detector.
/// @return the bytes of the image; or an error that names the record's file and what to change.
Result<std::string> compile_image(const std::vector<Detector>& detectors, const std::vector<Topic>& topics);

}  // namespace loftgate
