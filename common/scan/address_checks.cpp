// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of e-mail and IP addresses.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/word_near.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Network {
  std::array<std::uint8_t, 4> address;
  int bits;
};

// RFC 6890, RFC 5771, RFC 1112: addresses that are the same on every machine, in every network, or no machine's.
constexpr Network everybodys[] = {
    {{0, 0, 0, 0}, 8}, {{127, 0, 0, 0}, 8}, {{224, 0, 0, 0}, 4}, {{240, 0, 0, 0}, 4},
};

// RFC 1918, RFC 6598, RFC 3927: addresses that say something only inside one network; RFC 5737, RFC 2544: of
// documentation and tests.
constexpr Network inner[] = {
    {{10, 0, 0, 0}, 8},      {{100, 64, 0, 0}, 10}, {{169, 254, 0, 0}, 16}, {{172, 16, 0, 0}, 12}, {{192, 168, 0, 0}, 16},
    {{192, 0, 0, 0}, 24},    {{192, 0, 2, 0}, 24},  {{198, 18, 0, 0}, 15},  {{198, 51, 100, 0}, 24},
    {{203, 0, 113, 0}, 24},
};

// Words that make even an address of everybody's an answer.
constexpr std::string_view address_words =
    "ip ips ipv4 ipv6 address addresses addr localhost loopback broadcast multicast unspecified default subnet netmask src"
    " dst source destination connecting adresse adresses adressen dirección direccion indirizzo endereço adres adresa адрес"
    " *地址 *アドレス *주소";

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
    if (end == npos || end == 0 || end > 3 || (end > 1 && text.front() == '0')) return std::nullopt;
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

bool has_alnum(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_alnum); }

/// True if nothing but brackets, quotes, a port or the name of a card stands around the candidate.
bool is_whole_message(const Candidate& candidate) {
  constexpr std::size_t most = 8;   // ":65535", "@eth0"
  const std::string_view text = candidate.text;
  if (candidate.span.begin > most || text.size() - candidate.span.end > most) return false;
  if (has_alnum(text.substr(0, candidate.span.begin))) return false;
  const std::string_view behind = text.substr(candidate.span.end);
  return !has_alnum(behind) || behind.front() == ':' || behind.front() == '@';
}

/// True behind a label ("ip: ", "src="), in brackets that addresses are put in, behind a user or a host's name.
bool is_told(const Candidate& candidate) {
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  if (before.ends_with('@') || (before.ends_with('[') && candidate.text.substr(candidate.span.end).starts_with(']'))) {
    return true;
  }
  for (int blanks = 0; blanks < 2 && !before.empty() && std::string_view(" \"'(").find(before.back()) != npos;
       ++blanks) {
    before.remove_suffix(1);
  }
  if (before.ends_with(':') || before.ends_with('=')) {
    return before.size() > 1 && (is_ascii_letter(before[before.size() - 2]) || before[before.size() - 2] == ':');
  }
  const std::string_view word = before.substr(before.find_last_of(" \t\n") + 1);   // "example.org 192.168.0.1"
  const std::size_t dot = word.rfind('.');
  return dot != npos && dot > 0 && word.size() - dot > 2 &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(dot) + 1, word.end(), is_ascii_letter);
}

/// How many bits of a prefix, 24 of "10.0.0.0/24", are split off `value`; -1 if there are none, or too many.
int split_prefix(std::string_view& value, int most) {
  const std::size_t slash = value.find('/');
  if (slash == npos) return 0;
  int bits = 0;
  for (const char c : value.substr(slash + 1)) bits = bits * 10 + (c - '0');
  value = value.substr(0, slash);
  return bits <= most ? bits : -1;
}

/// What an address is worth that says nothing by itself.
Likelihood if_told(const Candidate& candidate, bool everybodys_own) {
  const bool prefix = candidate.value().find('/') != npos ||
                      candidate.text.substr(candidate.span.end).starts_with('/');
  if (prefix || is_whole_message(candidate) || is_told(candidate)) return Likelihood::fair;
  if (!everybodys_own) return Likelihood::weak;
  return word_stands_near(candidate, address_words, {32, 12}) ? Likelihood::fair : Likelihood::known;
}

/// True of "::" where nothing speaks of addresses: people draw with colons.
bool is_drawn(const Candidate& candidate) {
  return candidate.value() == "::" && !candidate.text.substr(0, candidate.span.begin).ends_with('=') &&
         !word_stands_near(candidate, address_words, {32, 12});
}

/// True behind a dash or in a path, where versions stand.
bool is_part_of_name(const Candidate& candidate) {
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  if (before.size() < 2) return false;
  const char sign = before.back(), earlier = before[before.size() - 2];
  return (sign == '-' && is_ascii_alnum(earlier)) || (sign == '/' && earlier != '/');
}

/// Versions have small numbers: 2.6.20.8, 10.15.7.2.
bool looks_like_version(const std::array<std::uint8_t, 4>& octets) {
  const auto biggest = *std::max_element(octets.begin(), octets.end());
  return biggest < 48 && !(octets[0] == 10 && (octets[1] == 0 || octets[1] == 1 || octets[2] == 0));
}

}  // namespace

Likelihood check_ipv4(Candidate& candidate) {
  std::string_view value = candidate.value();
  if (split_prefix(value, 32) < 0) return Likelihood::none;
  const auto octets = parse_ipv4(value);
  if (!octets) return Likelihood::none;
  const CodePoint next = code_point_at(candidate.text, candidate.span.end);
  const CodePoint later = code_point_at(candidate.text, candidate.span.end + next.size);
  if (next.value == '.' && is_digit(later.value)) return Likelihood::none;   // five numbers: a version
  if ((*octets)[0] == 0 && *std::max_element(octets->begin(), octets->end()) > 0) return Likelihood::none;
  if (is_in(everybodys, *octets)) return if_told(candidate, true);
  // 4.19.0.5-rc1, irssi-7.98.4.60, /releases/85.1.3.60/
  if (next.value == '-' || is_part_of_name(candidate) || looks_like_version(*octets)) return Likelihood::weak;
  return is_in(inner, *octets) ? if_told(candidate, false) : Likelihood::fair;
}

Likelihood check_ipv6(Candidate& candidate) {
  std::string_view value = candidate.value();
  if (split_prefix(value, 128) < 0) return Likelihood::none;
  value = value.substr(0, value.find('%'));   // a zone, fe80::1%eth0
  const std::optional<Ipv6> address = parse_ipv6(value);
  if (!address) return Likelihood::none;
  const auto& groups = address->groups;
  const bool documentation = groups[0] == 0x2001 && groups[1] == 0x0db8;      // RFC 3849
  // Link-local, unique local, multicast (RFC 4291, RFC 4193).
  const bool local = (groups[0] & 0xFFC0) == 0xFE80 || (groups[0] & 0xFE00) == 0xFC00 || (groups[0] & 0xFF00) == 0xFF00;
  const bool empty = std::all_of(groups.begin(), groups.begin() + 7, [](std::uint16_t group) { return group == 0; });
  const bool mapped = std::all_of(groups.begin(), groups.begin() + 4, [](std::uint16_t group) { return group == 0; });
  if (empty && groups[7] <= 1) return is_drawn(candidate) ? Likelihood::known : if_told(candidate, true);
  // Nothing else is written with both colons and points.
  if (documentation || local || mapped) return value.find('.') != npos ? Likelihood::fair : if_told(candidate, false);
  if ((groups[0] & 0xE000) == 0x2000) return Likelihood::strong;              // global unicast, RFC 4291
  // "face::add" and other words with a double colon are code, not addresses.
  if (!address->has_digit || address->written < 3) return Likelihood::none;
  return Likelihood::fair;
}

}  // namespace loftgate
