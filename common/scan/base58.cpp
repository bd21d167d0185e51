// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/base58.h"

#include <glib.h>

#include <algorithm>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

using ChecksumPtr = CPtr<GChecksum, g_checksum_free>;

std::array<std::uint8_t, 32> sha_256(const std::uint8_t* data, std::size_t size) {
  const ChecksumPtr checksum(g_checksum_new(G_CHECKSUM_SHA256));
  g_checksum_update(checksum.get(), data, static_cast<gssize>(size));
  std::array<std::uint8_t, 32> digest{};
  gsize length = digest.size();
  g_checksum_get_digest(checksum.get(), digest.data(), &length);
  return digest;
}

}  // namespace

std::optional<Bytes> from_base58(std::string_view text, std::string_view letters) {
  Bytes bytes;   // least significant first
  for (const char c : text) {
    const std::size_t value = letters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    unsigned carry = static_cast<unsigned>(value);
    for (std::uint8_t& byte : bytes) {
      carry += byte * 58u;
      byte = static_cast<std::uint8_t>(carry);
      carry >>= 8;
    }
    if (carry != 0 && !bytes.push_back(static_cast<std::uint8_t>(carry))) return std::nullopt;
  }
  for (std::size_t i = 0; i < text.size() && text[i] == letters[0]; ++i) {
    if (!bytes.push_back(0)) return std::nullopt;
  }
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

bool double_sha_holds(const Bytes& bytes) {
  if (bytes.size() < 5) return false;
  const std::size_t size = bytes.size() - 4;
  const auto once = sha_256(bytes.begin(), size);
  const auto twice = sha_256(once.data(), once.size());
  return std::equal(twice.begin(), twice.begin() + 4, bytes.begin() + size);
}

}  // namespace loftgate
