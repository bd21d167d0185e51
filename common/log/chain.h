// SPDX-License-Identifier: GPL-2.0-or-later
// The hashes that hold the consent log together: commitments, links, and the code a person can write down.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loftgate {

/// SHA-256 output, a salt or a link: 32 bytes.
using Digest = std::array<std::uint8_t, 32>;

/// Random bytes that name a log, so that rows of one cannot be moved to another.
using LogId = std::array<std::uint8_t, 16>;

/// HMAC-SHA256 of a stored body under its own random salt. Once the salt is gone nothing can be guessed from it.
Digest commitment(const Digest& salt, std::string_view body);

/// The link of a row: SHA-256 over "AICL1", a zero byte, log id, sequence number (big endian), the link before it and
/// both commitments.
Digest link_after(const LogId& log, std::int64_t seq, const Digest& before, const Digest& c_entry, const Digest& c_who);

/// "sha256:" and the hex digest of a text, as `notice` wants it.
std::string sha256_of(std::string_view text);

/// Lower-case hex.
template <std::size_t N>
std::string to_hex(const std::array<std::uint8_t, N>& bytes);

/// Reads lower-case hex of exactly that many bytes.
template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> from_hex(std::string_view text);

/// Bytes from the kernel's generator. Aborts if there is none, since a guessable salt would break the promise of erasure.
template <std::size_t N>
std::array<std::uint8_t, N> random_bytes();

/// What a user wrote down: a row and the first 80 bits of its link.
struct VerificationCode {
  std::int64_t seq = 0;
  std::string letters;   ///< 16 base32 characters (RFC 4648), upper case

  bool matches(const Digest& link) const;
};

/// "<seq>-<16 base32 characters of the link>".
std::string verification_code(std::int64_t seq, const Digest& link);

/// Reads a code in either case, spaces around it allowed; nullopt if it is none.
std::optional<VerificationCode> parse_verification_code(std::string_view text);

}  // namespace loftgate
