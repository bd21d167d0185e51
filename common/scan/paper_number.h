// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the number of a paper or a vehicle plate the way people write it: letters and digits in a few groups.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/scan/checks.h"

namespace loftgate {

/// How far a number may reach over the signs between its groups.
struct PaperLimits {
  std::size_t most = 20;            ///< letters and digits in all
  std::size_t group_of_letters = 3; ///< most letters of a group that has no digit
  std::size_t whole = 7;            ///< a first group of this size takes no other group behind a space
  std::size_t last_letters = 0;     ///< most letters of a group without digits behind a space
  bool loose_letters = false;       ///< groups of letters before the first digit belong to it: "B AB 1234"
  bool any_letters = false;         ///< nearly any capitals may stand before the digits; no units behind them
};

/// Letters and digits of a written number, without what stands between them.
class PaperNumber {
 public:
  /// Reads the number that has the letter or digit at `at`; empty if there is none. Letters are kept in upper case,
  /// those beyond ASCII (Cyrillic) as '?'.
  PaperNumber(std::string_view text, std::size_t at, const PaperLimits& limits);

  std::string_view value() const { return {value_.data(), size_}; }
  std::size_t size() const { return size_; }
  std::size_t digits() const { return digits_; }
  std::size_t letters() const { return size_ - digits_; }
  bool has_lower() const { return lower_; }
  std::size_t groups() const { return groups_; }
  /// True if a space stands inside.
  bool spaced() const { return spaced_; }
  /// Letters before the first digit.
  std::size_t leading_letters() const;
  /// How often letters and digits take turns: 2 for "AB1234".
  std::size_t runs() const;
  /// True if the digits alone are a date, 20240131 or 31-01-2024, or all the same.
  bool looks_like_nothing(std::string_view text) const;
  Span span() const { return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)}; }

 private:
  static constexpr std::size_t most_signs = 24;

  void go_back(std::string_view text, const PaperLimits& limits);
  void read_on(std::string_view text, const PaperLimits& limits);
  void measure(std::string_view text);
  bool goes_on(std::string_view text) const;

  std::array<char, most_signs> value_{};
  std::size_t size_ = 0;
  std::size_t digits_ = 0;
  std::size_t groups_ = 0;
  std::size_t begin_ = 0, end_ = 0;
  bool lower_ = false;
  bool spaced_ = false;
};

/// True if the message says nothing but the candidate: it answers a question about it.
bool stands_alone(const Candidate& candidate);

/// Fair, or strong if another number stands right before the word that names this one: a record's `unless` words there
/// belong to that other number ("tel. 555123, passport X1234567").
Likelihood behind_its_word(const Candidate& candidate);

}  // namespace loftgate
