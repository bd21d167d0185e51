// SPDX-License-Identifier: GPL-2.0-or-later
// Compares the short names of tags, attributes and entities as numbers, whatever their case.
#pragma once

#include <cstdint>
#include <string_view>

namespace loftgate {

/// A name of up to eight bytes as one number, ASCII letters in lower case; 0 when it is longer. Numbers of letters and
/// digits sort as the names do.
constexpr std::uint64_t packed_name(std::string_view name) {
  if (name.size() > 8) return 0;
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    packed = packed << 8 | (i < name.size() ? static_cast<unsigned char>(name[i] | 0x20) : 0);
  }
  return packed;
}

}  // namespace loftgate
