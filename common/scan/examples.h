// SPDX-License-Identifier: GPL-2.0-or-later
// Tries what a record's examples promise.
#pragma once

#include <string>
#include <vector>

#include "common/scan/detector.h"
#include "common/scan/scanner.h"

namespace loftgate {

/// What `example` does that it should not; empty if it behaves. The sentence quotes the example, never anything else.
/// @param scanner holds the detector as number `number`, and usually all others.
std::string fault_of(const Scanner& scanner, std::size_t number, const Detector& detector, const Example& example);

}  // namespace loftgate
