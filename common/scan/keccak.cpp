// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/keccak.h"

#include <bit>
#include <cstddef>

namespace loftgate {
namespace {

using Lanes = std::array<std::uint64_t, 25>;   // lane (x, y) stands at x + 5 y

constexpr std::size_t rate = 136;   // bytes taken in between two permutations, of 200

/// The round constants are made by a linear feedback shift register (FIPS 202, algorithm 5).
class RoundConstants {
 public:
  std::uint64_t next() {
    std::uint64_t constant = 0;
    for (int j = 0; j < 7; ++j) {
      if (state_ & 1) constant |= std::uint64_t{1} << ((1 << j) - 1);
      state_ = static_cast<std::uint8_t>(state_ << 1 ^ (state_ >> 7) * 0x71);
    }
    return constant;
  }

 private:
  std::uint8_t state_ = 1;
};

/// Keccak-f[1600] (FIPS 202, section 3).
void permute(Lanes& a) {
  RoundConstants constants;
  for (int round = 0; round < 24; ++round) {
    std::array<std::uint64_t, 5> column{};
    for (std::size_t i = 0; i < 25; ++i) column[i % 5] ^= a[i];
    for (std::size_t i = 0; i < 25; ++i) a[i] ^= column[(i + 4) % 5] ^ std::rotl(column[(i + 1) % 5], 1);
    // Rotation of the lanes, each to a new place.
    std::size_t x = 1, y = 0;
    std::uint64_t moving = a[1];
    for (int t = 0; t < 24; ++t) {
      const std::size_t new_y = (2 * x + 3 * y) % 5;
      x = y;
      y = new_y;
      const std::uint64_t next = a[x + 5 * y];
      a[x + 5 * y] = std::rotl(moving, (t + 1) * (t + 2) / 2 % 64);
      moving = next;
    }
    for (std::size_t row = 0; row < 25; row += 5) {
      const std::array<std::uint64_t, 5> before = {a[row], a[row + 1], a[row + 2], a[row + 3], a[row + 4]};
      for (std::size_t i = 0; i < 5; ++i) a[row + i] = before[i] ^ (~before[(i + 1) % 5] & before[(i + 2) % 5]);
    }
    a[0] ^= constants.next();
  }
}

void add_byte(Lanes& lanes, std::size_t at, std::uint8_t byte) {
  lanes[at / 8] ^= std::uint64_t{byte} << (8 * (at % 8));
}

}  // namespace

std::array<std::uint8_t, 32> keccak_256(std::string_view bytes) {
  Lanes lanes{};
  std::size_t at = 0;
  for (const char byte : bytes) {
    add_byte(lanes, at++, static_cast<std::uint8_t>(byte));
    if (at < rate) continue;
    permute(lanes);
    at = 0;
  }
  add_byte(lanes, at, 0x01);
  add_byte(lanes, rate - 1, 0x80);
  permute(lanes);
  std::array<std::uint8_t, 32> digest;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(lanes[i / 8] >> (8 * (i % 8)));
  return digest;
}

}  // namespace loftgate
