// SPDX-License-Identifier: GPL-2.0-or-later
// Turns a range of code points into byte ranges, so that an automaton over bytes can read UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/scan/char_class.h"

namespace loftgate {

/// First and last byte of a range, both included.
struct ByteRange {
  std::uint8_t first = 0;
  std::uint8_t last = 0;
  bool operator==(const ByteRange&) const = default;
};

/// One to four byte ranges in a row. Every string of bytes they allow is one code point.
struct ByteSequence {
  std::array<ByteRange, 4> bytes;
  std::size_t size = 0;
};

/// The sequences that together are exactly the UTF-8 forms of the range.
std::vector<ByteSequence> byte_sequences(CodePointRange range);

}  // namespace loftgate
