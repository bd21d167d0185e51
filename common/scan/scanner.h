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

struct ScanTables;

struct ScanOptions {
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown: lets national phone numbers count
};

class Scanner {
 public:
  /// Reads and compiles the records of detectors, topics and names. The error names file, line and remedy.
  /// A record replaces an earlier one of the same id. Takes tens of milliseconds: keep it off the start-up path.
  static Result<Scanner> load(const std::vector<RecordFile>& detectors, const std::vector<RecordFile>& topics,
                              const std::vector<RecordFile>& names = {});

  Scanner(Scanner&&) noexcept;
  Scanner& operator=(Scanner&&) noexcept;
  ~Scanner();

  /// Scans any bytes in linear time. `text` may be of any size; beyond the bound of 4 MiB `complete` is false.
  ScanResult scan(std::string_view text, const ScanOptions& options = {}) const;

  /// The loaded records; Finding::detector is an index into this.
  const std::vector<Detector>& detectors() const;

 private:
  explicit Scanner(std::unique_ptr<const ScanTables> tables);
  std::unique_ptr<const ScanTables> tables_;
};

}  // namespace loftgate
