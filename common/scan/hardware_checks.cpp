// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of what machines are called: addresses of network cards, numbers of telephones.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/word_near.h"
#include "common/scan/phone_place.h"

namespace loftgate {
namespace {

/// The bytes of an address of a network card (IEEE 802, EUI-48 and EUI-64).
struct HardwareAddress {
  std::array<int, 8> bytes{};
  std::size_t nibbles = 0;
  std::size_t letters = 0;
  char separator = 0;

  bool all(int value) const {
    return std::all_of(bytes.begin(), bytes.begin() + nibbles / 2, [=](int byte) { return byte == value; });
  }
};

HardwareAddress read_address(std::string_view text) {
  HardwareAddress address;
  for (const char c : text) {
    if (!is_ascii_alnum(c)) {
      address.separator = c;
      continue;
    }
    if (address.nibbles == 2 * address.bytes.size()) return {};
    int& byte = address.bytes[address.nibbles++ / 2];
    byte = byte * 16 + (is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    address.letters += !is_ascii_digit(c);
  }
  return address;
}

}  // namespace

Likelihood check_mac(Candidate& candidate) {
  const HardwareAddress address = read_address(candidate.value());
  if (address.nibbles != 12 && address.nibbles != 16) return Likelihood::none;
  const std::string_view behind = candidate.text.substr(candidate.span.end);
  if (address.separator == '.' && behind.size() > 1 && behind[0] == '.' && is_ascii_alnum(behind[1])) return Likelihood::none;
  if (address.all(0)) return Likelihood::known;
  if (address.all(0xff)) return word_stands_near(candidate, "mac bssid hwaddr", {24, 0}) ? Likelihood::weak : Likelihood::known;
  const bool group = (address.bytes[0] & 1) != 0;   // addresses many cards at once
  if (group || address.letters == 0) return Likelihood::weak;
  if (address.separator == ':') return Likelihood::fair;
  const bool mixed = address.letters < address.nibbles;
  return (mixed && address.separator == '-') || is_whole_text(candidate) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_mac_dashed(Candidate& candidate) {
  constexpr std::size_t byte = 3, most = 3;   // "BC-"; with more letters in front it is no number
  const auto is_hex_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'f'; };
  const std::string_view text = candidate.text;
  for (std::size_t i = 0; i < most && candidate.span.begin >= byte; ++i) {
    const std::string_view before = text.substr(candidate.span.begin - byte, byte);
    if (before[2] != '-' || !is_hex_letter(before[0]) || !is_hex_letter(before[1])) break;
    candidate.span.begin -= byte;
  }
  if (candidate.span.begin > 0) {
    const char before = text[candidate.span.begin - 1];
    if (is_ascii_alnum(before) || before == '-' || before == '_') return Likelihood::none;
  }
  return check_mac(candidate);
}

Likelihood check_mac_told(Candidate& candidate) {
  const HardwareAddress address = read_address(candidate.value());
  const bool whole = address.nibbles == 12 || address.nibbles == 16;
  return whole && !address.all(0) ? Likelihood::fair : Likelihood::none;
}

Likelihood check_imei(Candidate& candidate) {
  // Fifteen digits are a number of many kinds; groups of two, six, six and one are not.
  const std::string_view value = candidate.value();
  const bool grouped = value.size() > 3 && !is_ascii_digit(value[2]) && !is_ascii_digit(value[value.size() - 2]);
  return grouped ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_digits_inside(Candidate& candidate) {
  constexpr std::ptrdiff_t few = 4;
  const std::string_view value = candidate.value();
  return std::count_if(value.begin(), value.end(), is_ascii_digit) >= few ? Likelihood::fair : Likelihood::none;
}

}  // namespace loftgate
