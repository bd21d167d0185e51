// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of e-mail and IP addresses.
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/scan/checks.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

struct Network {
  std::array<std::uint8_t, 4> address;
  int bits;
};

// RFC 6890: addresses that are the same in every network, and those that RFC 5737 keeps for documentation.
constexpr Network nobodys[] = {
    {{0, 0, 0, 0}, 8},       {{127, 0, 0, 0}, 8},    {{192, 0, 0, 0}, 24}, {{192, 0, 2, 0}, 24}, {{198, 18, 0, 0}, 15},
    {{198, 51, 100, 0}, 24}, {{203, 0, 113, 0}, 24}, {{224, 0, 0, 0}, 4},  {{240, 0, 0, 0}, 4},
};

// RFC 1918, RFC 6598, RFC 3927: addresses that say something only inside one network.
constexpr Network inner[] = {
    {{10, 0, 0, 0}, 8}, {{100, 64, 0, 0}, 10}, {{169, 254, 0, 0}, 16}, {{172, 16, 0, 0}, 12}, {{192, 168, 0, 0}, 16},
};

std::uint32_t number_of(const std::array<std::uint8_t, 4>& octets) {
  return std::uint32_t{octets[0]} << 24 | std::uint32_t{octets[1]} << 16 | std::uint32_t{octets[2]} << 8 | octets[3];
}

template <class Networks>
bool is_in(const Networks& networks, const std::array<std::uint8_t, 4>& octets) {
  return std::any_of(std::begin(networks), std::end(networks), [&](const Network& network) {
    return (number_of(octets) ^ number_of(network.address)) >> (32 - network.bits) == 0;
  });
}

std::optional<std::array<std::uint8_t, 4>> parse_ipv4(std::string_view text) {
  std::array<std::uint8_t, 4> octets{};
  for (std::size_t i = 0; i < octets.size(); ++i) {
    const std::size_t end = i + 1 < octets.size() ? text.find('.') : text.size();
    if (end == std::string_view::npos || end == 0 || end > 3 || (end > 1 && text.front() == '0')) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, end)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    if (value > 255) return std::nullopt;
    octets[i] = static_cast<std::uint8_t>(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return octets;
}

/// What an IPv6 address is made of (RFC 4291).
struct Ipv6 {
  std::array<std::uint16_t, 8> groups{};
  std::size_t written = 0;      ///< groups that stand in the text
  bool has_gap = false;         ///< "::"
  bool has_digit = false;
};

std::optional<std::uint16_t> parse_hextet(std::string_view text, bool& has_digit) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) return std::nullopt;
    value = value * 16 + (digit ? c - '0' : lower - 'a' + 10);
    has_digit = has_digit || digit;
  }
  return static_cast<std::uint16_t>(value);
}

std::optional<Ipv6> parse_ipv6(std::string_view text) {
  Ipv6 address;
  std::size_t tail = 0;   // groups behind the gap
  const auto put = [&](std::uint16_t group) {
    address.groups[address.written++] = group;
    tail += address.has_gap;
  };
  while (!text.empty()) {
    if (text.starts_with("::")) {
      if (std::exchange(address.has_gap, true)) return std::nullopt;
      text.remove_prefix(2);
      continue;
    }
    if (address.written > 0 && text.front() == ':') text.remove_prefix(1);
    const std::size_t end = std::min(text.find(':'), text.size());
    if (const auto octets = parse_ipv4(text.substr(0, end)); octets && end == text.size() && address.written <= 6) {
      put(static_cast<std::uint16_t>((*octets)[0] << 8 | (*octets)[1]));
      put(static_cast<std::uint16_t>((*octets)[2] << 8 | (*octets)[3]));
      address.has_digit = true;
      break;
    }
    const auto group = parse_hextet(text.substr(0, end), address.has_digit);
    if (!group || address.written == 8) return std::nullopt;
    put(*group);
    text.remove_prefix(end);
  }
  if (address.has_gap ? address.written > 7 : address.written != 8) return std::nullopt;
  std::rotate(address.groups.begin() + static_cast<std::ptrdiff_t>(address.written - tail),
              address.groups.begin() + static_cast<std::ptrdiff_t>(address.written), address.groups.end());
  return address;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// The number behind the slash of a network (RFC 4632), or -1.
int prefix_length(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return -1;
  int length = 0;
  for (const char c : text.substr(slash + 1)) length = length * 10 + (c - '0');
  return length;
}

/// True if no letter or digit stands in the text but those of the candidate.
bool is_all_there_is(const Candidate& candidate) {
  constexpr std::size_t most = 8;   // signs around it: brackets, blanks, a full stop
  const std::string_view text = candidate.text;
  if (text.size() - candidate.span.size() > most) return false;
  const auto is_sign = [](char c) { return static_cast<unsigned char>(c) < 0x80 && !std::isalnum(static_cast<unsigned char>(c)); };
  return std::all_of(text.begin(), text.begin() + candidate.span.begin, is_sign) &&
         std::all_of(text.begin() + candidate.span.end, text.end(), is_sign);
}

/// What an IPv4 address inside an IPv6 address says (RFC 4291, RFC 6052).
Likelihood judge_embedded(const Candidate& candidate, const std::array<std::uint16_t, 8>& groups) {
  const std::array<std::uint8_t, 4> octets{
      static_cast<std::uint8_t>(groups[6] >> 8), static_cast<std::uint8_t>(groups[6] & 0xFF),
      static_cast<std::uint8_t>(groups[7] >> 8), static_cast<std::uint8_t>(groups[7] & 0xFF)};
  if (is_in(nobodys, octets)) return Likelihood::known;
  return is_in(inner, octets) && !is_all_there_is(candidate) ? Likelihood::weak : Likelihood::fair;
}

}  // namespace

Likelihood check_ipv4(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const auto octets = parse_ipv4(value.substr(0, value.find('/')));
  const int network = prefix_length(value);
  if (!octets || network > 32) return Likelihood::none;
  const CodePoint next = code_point_at(candidate.text, candidate.span.end);
  const CodePoint later = code_point_at(candidate.text, candidate.span.end + next.size);
  if (next.value == '.' && is_digit(later.value)) return Likelihood::none;   // five numbers: a version
  if (is_in(nobodys, *octets)) return Likelihood::known;
  if (network >= 8) return Likelihood::fair;   // no version has one
  // Versions have small numbers and suffixes: 2.6.20.8, 4.19.0.5-rc1.
  if (next.value == '-') return Likelihood::weak;
  if (is_in(inner, *octets)) return (*octets)[0] != 10 && is_all_there_is(candidate) ? Likelihood::fair : Likelihood::weak;
  const auto biggest = *std::max_element(octets->begin(), octets->end());
  return biggest < 32 ? Likelihood::weak : Likelihood::fair;
}

Likelihood check_ipv6(Candidate& candidate) {
  std::string_view value = candidate.value();
  if (prefix_length(value) > 128) return Likelihood::none;
  value = value.substr(0, value.find_first_of("%/"));   // a zone, fe80::1%eth0, and a network, 2a02:8108::/32
  const std::optional<Ipv6> address = parse_ipv6(value);
  if (!address) return Likelihood::none;
  const auto& groups = address->groups;
  const bool documentation = groups[0] == 0x2001 && groups[1] == 0x0db8;      // RFC 3849
  const bool local = (groups[0] & 0xFFC0) == 0xFE80 || (groups[0] & 0xFE00) == 0xFC00;
  const bool empty = std::all_of(groups.begin(), groups.begin() + 5, [](std::uint16_t group) { return group == 0; });
  const bool mapped = std::all_of(groups.begin(), groups.begin() + 4, [](std::uint16_t group) { return group == 0; }) &&
                      (groups[4] == 0xFFFF || groups[5] == 0xFFFF);
  if (mapped || (groups[0] == 0x64 && groups[1] == 0xFF9B)) return judge_embedded(candidate, groups);
  if (documentation || empty) return Likelihood::known;
  // Made from the address of a card (RFC 4291, appendix A), it tells one device from all others.
  const bool of_a_card = (groups[5] & 0xFF) == 0xFF && groups[6] >> 8 == 0xFE;
  if (local) return of_a_card || is_all_there_is(candidate) ? Likelihood::fair : Likelihood::weak;
  if ((groups[0] & 0xE000) == 0x2000) return Likelihood::strong;              // global unicast, RFC 4291
  // "face::add" and other words with a double colon are code, not addresses.
  if (!address->has_digit || address->written < 3) return Likelihood::none;
  return Likelihood::fair;
}

}  // namespace loftgate
