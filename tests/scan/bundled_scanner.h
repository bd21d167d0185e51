// SPDX-License-Identifier: GPL-2.0-or-later
// The scanner with all bundled records, for all tests that ask what a user would see, and the records themselves.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "common/scan/detector.h"
#include "common/scan/scanner.h"

namespace loftgate {

const Scanner& bundled_scanner();

/// A bundled record of a detector, a topic or names. Reading it is left to the test, so that listing all of them is cheap.
struct BundledRecord {
  std::size_t number = 0;   ///< in bundled_scanner()
  RecordFile file;
  enum class Kind { detector, topic, names } kind = Kind::detector;

  Detector read() const;
};
void PrintTo(const BundledRecord& record, std::ostream* out);

std::vector<BundledRecord> all_bundled_records();

/// "payment_card": letters, digits and '_' only, as GoogleTest wants names.
std::string test_name(const BundledRecord& record);

}  // namespace loftgate
