// SPDX-License-Identifier: GPL-2.0-or-later
// Check digits and dates inside numbers, as records say them. Everything here is plain data of a fixed size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace loftgate {

class RecordTree;

/// A few numbers in a row.
template <class Number, std::size_t most>
struct Few {
  using Item = Number;

  std::array<Number, most> items{};
  // As wide as an item, so that there are no bytes between fields and images are the same every time.
  std::make_unsigned_t<Number> size = 0;

  bool empty() const { return size == 0; }
  const Number* begin() const { return items.data(); }
  const Number* end() const { return items.data() + size; }
};

/// One sum over the letters and digits of a number. Places are counted from 1.
struct DigitSum {
  enum class Kind : std::uint8_t {
    weighted,   ///< each character times its weight
    luhn,       ///< ISO/IEC 7812-1 annex B
    verhoeff,   ///< Verhoeff, Error Detecting Decimal Codes, 1969
    hybrid,     ///< ISO 7064 MOD 11,10 or MOD 37,36
  };
  using Weights = Few<std::uint8_t, 24>;

  Kind kind = Kind::weighted;
  bool cross_sums = false;         ///< of each product the digits are added up
  std::uint8_t modulus = 10;       ///< for a hybrid the smaller one
  std::uint8_t first = 1;          ///< the first place that is read
  std::uint8_t last = 0;           ///< the last one; 0: the last, or the last but one where a check character follows
  std::uint8_t check_at = 0;       ///< where the check character stands; 0: right behind `last`
  Weights weights;                 ///< the last one is that of the last place; in front they begin anew
  Weights second_weights;          ///< instead of them, where the first sum has no check character
  Few<std::uint8_t, 4> remainders;          ///< what the sum may leave; empty if there are `characters`
  Few<char, 40> characters;                 ///< the check character for each remainder, '-' for none
  std::array<std::uint8_t, 26> letters{};   ///< the values of A to Z
};

/// A date that is part of a number. Places are counted from 1, 0 is none.
struct DateInNumber {
  std::uint8_t year_at = 0, year_size = 0, month_at = 0, day_at = 0, day_size = 0;
  Few<std::uint8_t, 6> add_to_month;   ///< what may be added to the month, for women or another century
  Few<std::uint16_t, 4> add_to_day;    ///< and to the day, which is that of the year if it has three digits

  bool empty() const { return year_at == 0; }
};

/// All that must be true of a number's letters and digits.
struct Checksum {
  std::array<DigitSum, 3> sums;
  std::uint16_t size = 0;
  DateInNumber date;

  bool empty() const { return size == 0 && date.empty(); }
};
static_assert(std::is_trivially_copyable_v<Checksum>);

/// True if all sums and the date are right. A number of one repeated digit never is.
bool holds(const Checksum& checksum, std::string_view value);

/// Reads the lists and tables `[[checksum]]` and `[date]` of a record; docs/records.md says what may stand there.
Checksum read_checksum(RecordTree& record);

}  // namespace loftgate
