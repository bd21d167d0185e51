// SPDX-License-Identifier: GPL-2.0-or-later
// The scanner with all bundled records, loaded once for all tests that ask what a user would see.
#pragma once

#include "common/scan/scanner.h"

namespace loftgate {

const Result<Scanner>& load_bundled();

/// The bundled scanner, or an empty one if a bundled record is broken (BundledRecords.Load then fails).
const Scanner& bundled_scanner();

}  // namespace loftgate
