// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/utf8_ranges.h"

#include <algorithm>

namespace loftgate {
namespace {

std::size_t encode(char32_t value, std::array<std::uint8_t, 4>& bytes) {
  if (value < 0x80) {
    bytes[0] = static_cast<std::uint8_t>(value);
    return 1;
  }
  const std::size_t size = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  for (std::size_t i = size - 1; i > 0; --i) {
    bytes[i] = static_cast<std::uint8_t>(0x80 | (value & 0x3F));
    value >>= 6;
  }
  constexpr std::uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  bytes[0] = static_cast<std::uint8_t>(leads[size] | value);
  return size;
}

/// Splits until first and last differ only in trailing bytes that run through all continuation bytes.
void split(char32_t first, char32_t last, std::vector<ByteSequence>& out) {
  for (const char32_t limit : {0x7F, 0x7FF, 0xFFFF}) {
    if (first <= limit && last > limit) {
      split(first, limit, out);
      split(limit + 1, last, out);
      return;
    }
  }
  for (int bits = 6; bits <= 18 && last >= 0x80; bits += 6) {
    const char32_t tail = (char32_t{1} << bits) - 1;
    if ((first & ~tail) == (last & ~tail)) break;
    if ((first & tail) != 0) {
      split(first, first | tail, out);
      split((first | tail) + 1, last, out);
      return;
    }
    if ((last & tail) != tail) {
      split(first, (last & ~tail) - 1, out);
      split(last & ~tail, last, out);
      return;
    }
  }
  std::array<std::uint8_t, 4> low{}, high{};
  ByteSequence sequence;
  sequence.size = encode(first, low);
  encode(last, high);
  for (std::size_t i = 0; i < sequence.size; ++i) sequence.bytes[i] = {low[i], high[i]};
  out.push_back(sequence);
}

}  // namespace

std::vector<ByteSequence> byte_sequences(CodePointRange range) {
  std::vector<ByteSequence> out;
  if (range.first <= range.last) split(range.first, std::min<char32_t>(range.last, 0x10FFFF), out);
  return out;
}

}  // namespace loftgate
