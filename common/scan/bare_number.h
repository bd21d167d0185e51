// SPDX-License-Identifier: GPL-2.0-or-later
// The letters and digits of a written number, as checksums read them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace loftgate {

/// What is left of "131052-308t" without signs and spaces: "131052308T". Digits of any script and full-width letters
/// become ASCII, letters upper case.
class BareNumber {
 public:
  enum class Keep { letters_and_digits, digits };

  explicit BareNumber(std::string_view text, Keep keep = Keep::letters_and_digits);

  /// False if it holds letters of other scripts, or more than this class keeps.
  bool good() const { return good_; }
  std::size_t size() const { return size_; }
  char operator[](std::size_t at) const { return characters_[at]; }
  std::string_view text() const { return {characters_.data(), size_}; }
  /// The number that `size` digits from `at` on are, or -1 if one of them is missing or a letter.
  int value(std::size_t at, std::size_t size) const;
  /// True if all characters are the same, or there is none.
  bool monotonous() const;

 private:
  static constexpr std::size_t most = 40;

  void add(char c);

  std::array<char, most> characters_{};
  std::size_t size_ = 0;
  bool good_ = true;
};

/// True if there is such a day. A year below 100 is one of any century.
bool is_day(int year, int month, int day);

}  // namespace loftgate
