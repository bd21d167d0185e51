// SPDX-License-Identifier: GPL-2.0-or-later
// Finds personal and secret content in a text. Load once, then scan from any thread: a Scanner never changes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/finding.h"
#include "common/scan/image.h"
#include "common/scan/scan_records.h"

namespace loftgate {

struct ScanOptions {
  static constexpr int all = -1;

  std::string_view region;   ///< ISO 3166 country of the user, "" unknown: lets national phone numbers count
  int only = all;            ///< the number of the one detector to ask
};

/// What a detector's record says of it.
struct DetectorFacts {
  std::string_view id;     ///< "payment-card"
  std::string_view name;   ///< "Payment card", English
  std::string_view file;   ///< where the record stands
  EntityType type = EntityType::email;
  Severity severity = Severity::none;
  int confidence = 0;
};

class Scanner {
 public:
  /// Detectors that were compiled before: no work but a few look-ups. `image` is what compile_image() gave, and must
  /// outlive every copy of the Scanner.
  static Scanner of_image(const char* image);

  /// The same, and detectors of records of one's own. A record takes the place of an earlier one of the same id.
  /// Compiling takes milliseconds for each record. The error names file, line and remedy.
  static Result<Scanner> load_over(const char* image, const ScanRecordFiles& own_files);

  /// Detectors of the given records only.
  static Result<Scanner> load(const ScanRecordFiles& files);

  /// Scans any bytes in linear time. `text` may be of any size; beyond the bound of 4 MiB `complete` is false.
  ScanResult scan(std::string_view text, const ScanOptions& options = {}) const;

  /// Finding::detector is a number below this.
  std::size_t size() const;
  DetectorFacts detector(std::size_t number) const;

 private:
  /// An image, and which of its detectors count.
  struct Part {
    Image image;
    std::shared_ptr<const std::string> bytes;   // of an image that was compiled at run time
    std::uint16_t first = 0;                    // number of its first detector
    std::vector<bool> replaced;                 // by detector; empty: none is
  };

  void add(Part part);

  std::vector<Part> parts_;
};

}  // namespace loftgate
