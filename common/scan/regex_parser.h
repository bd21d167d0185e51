// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the patterns of records: the part of regular expressions whose matches are found in linear time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/char_class.h"

namespace loftgate {

/// A node of a pattern's syntax tree.
struct RegexNode {
  enum class Kind { characters, sequence, choice, repeat };

  Kind kind = Kind::sequence;
  CharClass characters;              ///< Kind::characters: one code point out of these
  std::vector<RegexNode> children;   ///< sequence, choice: any number (an empty sequence matches nothing); repeat: one
  int least = 1;                     ///< repeat
  int most = 1;
};

/// Longest text a pattern may match, in bytes.
inline constexpr std::size_t longest_match = 4096;

/// Reads a pattern in UTF-8. There are literals, `.` (anything but a line break), `[…]`, `[^…]`, `( )` and `(?: )`
/// (both only group), `|`, `?`, `{n}`, `{n,m}`, and the escapes `\d` (0-9), `\p{Nd}` (digits of every script that
/// digit_value() reads), `\s`, `\w`, `\n`, `\r`, `\t`, `\x{HEX}` and a backslash before any sign.
/// Refused, with the remedy in the error: `*`, `+`, `{n,}` and `^`, `$`, `\b`, which records say in other fields;
/// and patterns that can match nothing or more than `longest_match` bytes.
/// @param any_case every letter also stands for its other case.
Result<RegexNode> parse_regex(std::string_view pattern, bool any_case);

/// Reads one bracket expression, `[0-9A-Za-z_]`.
Result<CharClass> parse_char_class(std::string_view text);

}  // namespace loftgate
