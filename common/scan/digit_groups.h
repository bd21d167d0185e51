// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a number the way people write it: groups of digits of any script, with signs between them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loftgate {

/// The digits of a written number and how they are grouped. Reading stops at the first letter or '#' (an extension).
class DigitGroups {
 public:
  explicit DigitGroups(std::string_view text);

  /// All digits in ASCII, without what stands between them.
  std::string_view digits() const { return {digits_.data(), count_}; }
  std::size_t groups() const { return groups_; }
  /// Digits of a group.
  std::size_t size(std::size_t group) const { return sizes_[group]; }
  /// True if the groups have exactly these sizes.
  template <class... Sizes>
  bool sized(Sizes... sizes) const {
    std::size_t group = 0;
    return groups_ == sizeof...(Sizes) && ((sizes_[group++] == static_cast<std::size_t>(sizes)) && ...);
  }
  /// The first sign behind a group, brackets and plus left out; 0 if there is none.
  char32_t separator(std::size_t group) const { return separators_[group]; }
  /// True if every sign between groups is the same (brackets left out).
  bool one_separator() const;
  bool has_bracket() const { return bracket_; }
  /// More digits or groups than this class keeps; the rest was not read.
  bool too_long() const { return too_long_; }
  /// Where the last group ends, in bytes of the text.
  std::size_t end() const { return groups_ == 0 ? 0 : ends_[groups_ - 1]; }
  void drop_last_group();
  /// The value of `size` digits from `at`.
  int value(std::size_t at, std::size_t size) const;

 private:
  static constexpr std::size_t most_digits = 40;
  static constexpr std::size_t most_groups = 20;

  void digit(int value, bool new_group, std::size_t end);

  std::array<char, most_digits> digits_{};
  std::array<std::uint8_t, most_groups> sizes_{};
  std::array<char32_t, most_groups> separators_{};
  std::array<std::size_t, most_groups> ends_{};
  std::size_t count_ = 0;
  std::size_t groups_ = 0;
  bool bracket_ = false;
  bool too_long_ = false;
};

/// True if the groups from `first` on are a date: 2011-03-27, 27.3.2011, 3/27/11. Also a span of years, 1914-1918.
bool looks_like_date(const DigitGroups& number, std::size_t first = 0);

/// True if the groups are thousands: 1 000 000 or 12.345.678.
bool looks_like_amount(const DigitGroups& number);

/// True if dots part the groups and one behind the first has a single digit: 2.6.32-22.33, 10.15.7.2.
bool looks_like_version(const DigitGroups& number);

/// True if the groups are two pairs: the times 12.30 - 14.00, the scores 21-19 21-18.
bool looks_like_pairs(const DigitGroups& number);

/// The Luhn sum that payment cards end with (ISO/IEC 7812-1).
bool luhn_holds(std::string_view digits);

}  // namespace loftgate
