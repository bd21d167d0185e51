// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/scan/bundled_scanner.h"

#include "common/base/records.h"

namespace loftgate {

const Result<Scanner>& load_bundled() {
  static const Result<Scanner> scanner = Scanner::load(bundled_records("detectors"), bundled_records("topics"), bundled_records("names"));
  return scanner;
}

const Scanner& bundled_scanner() {
  static const Result<Scanner> empty = Scanner::load({}, {});
  return load_bundled() ? *load_bundled() : *empty;
}

}  // namespace loftgate
