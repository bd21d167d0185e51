// SPDX-License-Identifier: GPL-2.0-or-later
// Finds personal and secret content in a text. Load once, then scan from any thread: a Scanner never changes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/detector.h"
#include "common/scan/finding.h"

namespace loftgate {

struct ScanOptions {
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown: lets national phone numbers count
};

class Scanner {
 public:
  /// Reads and compiles detector and topic records. The error names file, line and remedy.
  /// Takes tens of milliseconds: keep it off the start-up path.
  static Result<Scanner> load(const std::vector<RecordFile>& detectors, const std::vector<RecordFile>& topics);

  Scanner(Scanner&&) noexcept;
  Scanner& operator=(Scanner&&) noexcept;
  ~Scanner();

  /// Scans any bytes in linear time. `text` may be of any size; beyond the bound of docs/design.md `complete` is false.
  ScanResult scan(std::string_view text, const ScanOptions& options = {}) const;

  /// The loaded records; Finding::detector is an index into this.
  const std::vector<Detector>& detectors() const;

 private:
  struct Tables;
  explicit Scanner(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace loftgate
