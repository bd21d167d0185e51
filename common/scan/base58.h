// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in base 58 and the checksum that Bitcoin puts behind them: in wallet addresses and in private keys.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loftgate {

/// The bytes of an address, or the values of its letters; what does not fit is none.
class Bytes {
 public:
  bool push_back(std::uint8_t byte) {
    if (size_ == bytes_.size()) return false;
    bytes_[size_++] = byte;
    return true;
  }
  std::size_t size() const { return size_; }
  std::uint8_t* begin() { return bytes_.data(); }
  std::uint8_t* end() { return bytes_.data() + size_; }
  const std::uint8_t* begin() const { return bytes_.data(); }
  const std::uint8_t* end() const { return bytes_.data() + size_; }
  std::uint8_t operator[](std::size_t at) const { return bytes_[at]; }
  std::uint8_t front() const { return bytes_[0]; }

 private:
  std::array<std::uint8_t, 128> bytes_;   // left as it is: many candidates end at their first letter
  std::size_t size_ = 0;
};

// https://en.bitcoin.it/wiki/Base58Check_encoding
inline constexpr std::string_view bitcoin_letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// The bytes of a number in base 58; nothing if a character is none of the letters, or there are too many.
std::optional<Bytes> from_base58(std::string_view text, std::string_view letters);

/// The last four bytes are the first four of the double SHA-256 of the others.
bool double_sha_holds(const Bytes& bytes);

}  // namespace loftgate
