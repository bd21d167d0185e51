// SPDX-License-Identifier: GPL-2.0-or-later
// What a record says about itself, so that every record carries its own tests.
#pragma once

#include <string>
#include <vector>

namespace loftgate {

/// Inputs a record applies to and inputs it does not. Each is a test case; docs/records.md gives the notation.
struct Examples {
  std::vector<std::string> matches;
  std::vector<std::string> misses;     ///< "not" in the record
};

}  // namespace loftgate
