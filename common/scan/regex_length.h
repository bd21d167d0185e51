// SPDX-License-Identifier: GPL-2.0-or-later
// Tells how much text a pattern can match, before anything is built for it.
#pragma once

#include <cstddef>

#include "common/scan/regex_parser.h"

namespace loftgate {

/// Bytes that a pattern matches at least and at most. A number beyond `longest_match` only says that it is beyond.
struct RegexLength {
  std::size_t least = 0;
  std::size_t most = 0;
};

RegexLength length_of(const RegexNode& node);

}  // namespace loftgate
