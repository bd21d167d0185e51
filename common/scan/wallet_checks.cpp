// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of wallet addresses: base58check, bech32, CashAddr, EIP-55, StrKey and Monero's base58.
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/scan/base58.h"
#include "common/scan/checks.h"
#include "common/scan/keccak.h"
#include "common/scan/phone_place.h"

namespace loftgate {
namespace {

// https://xrpl.org/docs/references/protocol/data-types/base58-encodings
constexpr std::string_view ripple_letters = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
// BIP 173.
constexpr std::string_view bech32_letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
// RFC 4648.
constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view base64url_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// True for the sizes of what is no secret: a hash of twenty bytes behind one to three bytes of version, and an extended
/// public key (BIP 32), which private ones share the size of.
bool is_public(const Bytes& bytes) {
  constexpr std::size_t hash = 20, sum = 4, extended = 78, key_at = 45;
  if (bytes.size() == extended + sum) return bytes[key_at] != 0;
  return bytes.size() >= 1 + hash + sum && bytes.size() <= 3 + hash + sum;
}

bool base58check_holds(std::string_view text, std::string_view letters) {
  const std::optional<Bytes> bytes = from_base58(text, letters);
  return bytes && is_public(*bytes) && double_sha_holds(*bytes);
}

/// The values of the letters behind the separator; nothing if a character is none of them.
std::optional<Bytes> bech32_values(std::string_view text) {
  Bytes values;
  for (const char c : text) {
    const std::size_t value = bech32_letters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    if (!values.push_back(static_cast<std::uint8_t>(value))) return std::nullopt;
  }
  return values;
}

/// The checksum of BIP 173 over the prefix and the values.
std::uint32_t bech32_sum(std::string_view prefix, const Bytes& values) {
  constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
  std::uint32_t sum = 1;
  const auto add = [&](std::uint32_t value) {
    const std::uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (std::size_t i = 0; i < generator.size(); ++i) {
      if ((top >> i) & 1) sum ^= generator[i];
    }
  };
  for (const char c : prefix) add(static_cast<std::uint8_t>(c) >> 5);
  add(0);
  for (const char c : prefix) add(c & 31);
  for (const std::uint8_t value : values) add(value);
  return sum;
}

/// The checksum of CashAddr (https://reference.cash/protocol/blockchain/encoding/cashaddr) over the prefix and values.
std::uint64_t cashaddr_sum(std::string_view prefix, const Bytes& values) {
  constexpr std::array<std::uint64_t, 5> generator = {0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8,
                                                      0x1e4f43e470};
  std::uint64_t sum = 1;
  const auto add = [&](std::uint64_t value) {
    const std::uint64_t top = sum >> 35;
    sum = (sum & 0x07ffffffff) << 5 ^ value;
    for (std::size_t i = 0; i < generator.size(); ++i) {
      if ((top >> i) & 1) sum ^= generator[i];
    }
  };
  for (const char c : prefix) add(c & 31);
  add(0);
  for (const std::uint8_t value : values) add(value);
  return sum ^ 1;
}

/// The bytes of a text whose letters stand for `bits_each` bits; nothing if a character is none of them.
std::optional<Bytes> from_letters(std::string_view text, std::string_view letters, unsigned bits_each) {
  Bytes bytes;
  unsigned bits = 0, held = 0;
  for (const char c : text) {
    const std::size_t value = letters.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << bits_each | static_cast<unsigned>(value);
    held += bits_each;
    if (held < 8) continue;
    held -= 8;
    if (!bytes.push_back(static_cast<std::uint8_t>(bits >> held))) return std::nullopt;
    bits &= (1u << held) - 1;
  }
  return bytes;
}

/// CRC-16/XMODEM of all bytes but the last two.
unsigned crc_16(const Bytes& bytes) {
  unsigned crc = 0;
  for (std::size_t i = 0; i + 2 < bytes.size(); ++i) {
    crc ^= static_cast<unsigned>(bytes[i]) << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/// The last two bytes of the CRC, the least significant one first (Stellar's SEP-0023).
bool strkey_holds(std::string_view text) {
  const std::optional<Bytes> bytes = from_letters(text, base32_letters, 5);
  if (!bytes || bytes->size() < 3) return false;
  const unsigned crc = crc_16(*bytes);
  return (*bytes)[bytes->size() - 2] == (crc & 0xff) && (*bytes)[bytes->size() - 1] == crc >> 8;
}

/// The most significant byte first (https://docs.ton.org, user-friendly addresses).
bool ton_holds(std::string_view text) {
  std::array<char, 48> letters;
  if (text.size() != letters.size()) return false;
  // Both alphabets of RFC 4648 are in use.
  std::transform(text.begin(), text.end(), letters.begin(), [](char c) { return c == '+' ? '-' : c == '/' ? '_' : c; });
  const std::optional<Bytes> bytes = from_letters({letters.data(), letters.size()}, base64url_letters, 6);
  if (!bytes || bytes->size() != 36) return false;
  const unsigned crc = crc_16(*bytes);
  return (*bytes)[34] == crc >> 8 && (*bytes)[35] == (crc & 0xff);
}

/// Blocks of eleven characters are eight bytes each; the last four bytes are the first of the Keccak-256 of the others
/// (https://docs.getmonero.org/cryptography/base58/).
bool monero_holds(std::string_view text) {
  constexpr std::array<std::size_t, 12> bytes_of = {0, 0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8};
  std::string all;
  for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(text.size(), 11))) {
    const std::string_view block = text.substr(0, 11);
    const std::optional<Bytes> number = from_base58(block, bitcoin_letters);
    const std::size_t size = bytes_of[block.size()];
    if (!number) return false;
    std::size_t zeros = 0;
    while (zeros < number->size() && (*number)[zeros] == 0) ++zeros;
    const std::size_t digits = number->size() - zeros;
    if (digits > size) return false;
    all.append(size - digits, '\0');
    all.append(number->begin() + static_cast<std::ptrdiff_t>(zeros), number->end());
  }
  if (all.size() < 5) return false;
  const auto digest = keccak_256(std::string_view(all).substr(0, all.size() - 4));
  return std::equal(digest.begin(), digest.begin() + 4, all.end() - 4,
                    [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
}

Likelihood strong_if(bool holds) { return holds ? Likelihood::strong : Likelihood::none; }

}  // namespace

Likelihood check_base58check(Candidate& candidate) {
  return strong_if(base58check_holds(candidate.value(), bitcoin_letters));
}

Likelihood check_ripple(Candidate& candidate) { return strong_if(base58check_holds(candidate.value(), ripple_letters)); }

Likelihood check_bech32(Candidate& candidate) {
  const std::string_view text = candidate.value();
  const std::size_t separator = text.rfind('1');
  if (separator == std::string_view::npos) return Likelihood::none;
  const std::string_view prefix = text.substr(0, separator);
  const std::optional<Bytes> values = bech32_values(text.substr(separator + 1));
  if (!values || values->size() < 7) return Likelihood::none;
  const std::uint32_t sum = bech32_sum(prefix, *values);
  constexpr std::uint32_t bech32 = 1, bech32m = 0x2bc830a3;   // BIP 350
  // Segregated witness says by its version which sum is used.
  const bool segwit = prefix == "bc" || prefix == "tb" || prefix == "bcrt" || prefix == "ltc" || prefix == "tltc";
  if (segwit) return strong_if(sum == (values->front() == 0 ? bech32 : bech32m));
  return strong_if(sum == bech32 || sum == bech32m);
}

Likelihood check_cashaddr(Candidate& candidate) {
  const std::string_view text = candidate.value();
  const std::size_t colon = text.find(':');
  const bool bare = colon == std::string_view::npos;
  const std::string_view prefix = bare ? "bitcoincash" : text.substr(0, colon);
  const std::optional<Bytes> values = bech32_values(bare ? text : text.substr(colon + 1));
  return strong_if(values && cashaddr_sum(prefix, *values) == 0);
}

Likelihood check_ethereum(Candidate& candidate) {
  constexpr std::size_t address_size = 42;   // "0x" and forty hexadecimal digits
  if (candidate.value().size() != address_size) return Likelihood::none;
  const std::string_view hex = candidate.value().substr(2);
  std::string lower(hex);
  for (char& c : lower) c = g_ascii_tolower(c);
  const bool any_upper = lower != hex;
  const bool any_lower = std::any_of(hex.begin(), hex.end(), [](char c) { return g_ascii_islower(c); });
  // Without case there is no checksum.
  if (!any_upper || !any_lower) return is_whole_text(candidate) ? Likelihood::fair : Likelihood::weak;
  // EIP-55: a letter is upper case where the digest of the lower-case address has a digit of 8 or more.
  const auto digest = keccak_256(lower);
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const int nibble = i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15;
    if (g_ascii_isalpha(hex[i]) && g_ascii_isupper(hex[i]) != (nibble >= 8)) return Likelihood::none;
  }
  return Likelihood::strong;
}

Likelihood check_base58_key(Candidate& candidate) {
  // Solana: the key alone. Substrate: a network, the key and two bytes of a BLAKE2 sum, which GLib does not have.
  constexpr std::size_t key = 32, substrate = 35;
  const std::optional<Bytes> bytes = from_base58(candidate.value(), bitcoin_letters);
  return bytes && (bytes->size() == key || bytes->size() == substrate) ? Likelihood::fair : Likelihood::none;
}

Likelihood check_ton(Candidate& candidate) { return strong_if(ton_holds(candidate.value())); }

Likelihood check_strkey(Candidate& candidate) { return strong_if(strkey_holds(candidate.value())); }

Likelihood check_monero(Candidate& candidate) { return strong_if(monero_holds(candidate.value())); }

}  // namespace loftgate
