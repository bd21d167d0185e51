// SPDX-License-Identifier: GPL-2.0-or-later
// Payment card numbers in any amount, since one that was sent once is not asked about again.
#pragma once

#include <string>

namespace loftgate {

/// The `number`th, with the right check digit; numbers up to ten million.
inline std::string card_number(unsigned number) {
  const std::string digits = "4539148" + std::to_string(10000000 + number);
  unsigned sum = 0;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    unsigned digit = static_cast<unsigned>(digits[digits.size() - 1 - at] - '0');
    if (at % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits + std::to_string((10 - sum % 10) % 10);
}

}  // namespace loftgate
