// SPDX-License-Identifier: GPL-2.0-or-later
// Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with the padding of the original submission, which GLib does
// not have.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace loftgate {

/// The digest of any bytes.
std::array<std::uint8_t, 32> keccak_256(std::string_view bytes);

}  // namespace loftgate
