// SPDX-License-Identifier: GPL-2.0-or-later
// What the two ways of scanning, for people and for programs, share.
#pragma once

#include <string>

#include "common/base/result.h"
#include "common/scan/scanner.h"
#include "plugin/cli/input.h"

namespace loftgate::cli {

struct ScanSettings {
  std::string region;     ///< where the input does not say one
  bool unsure = false;    ///< also what is too doubtful to ask about
};

/// Reads `{"id","text"[,"region"]}` lines and prints `{"id","spans"}` lines, each as soon as it is read. Lines that
/// cannot be used are complained about and left out. Gives back how many those were, or why reading stopped.
Result<std::size_t> scan_jsonl(const Scanner& scanner, const ScanSettings& settings, Input& input);

}  // namespace loftgate::cli
