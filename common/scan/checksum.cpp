// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checksum.h"

#include <algorithm>
#include <cstddef>

#include "common/scan/bare_number.h"

namespace loftgate {
namespace {

/// The value of a digit or letter in a sum.
int value_of(const DigitSum& sum, char c) {
  return c <= '9' ? c - '0' : sum.letters[static_cast<std::size_t>(c - 'A')];
}

int cross_sum(int number) { return number < 10 ? number : number % 10 + cross_sum(number / 10); }

/// What the weighted characters leave. In front of the first weight they begin anew.
int remainder_of(const DigitSum& sum, const DigitSum::Weights& weights, std::string_view read) {
  int total = 0;
  std::size_t weight = weights.size;
  for (std::size_t at = read.size(); at-- > 0;) {
    weight = weight == 0 ? weights.size - 1u : weight - 1;
    const int product = weights.items[weight] * value_of(sum, read[at]);
    total += sum.cross_sums ? cross_sum(product) : product;
  }
  return total % sum.modulus;
}

bool weighted_holds(const DigitSum& sum, std::string_view read, char check) {
  const int remainder = remainder_of(sum, sum.weights, read);
  if (sum.characters.empty()) {
    return std::find(sum.remainders.begin(), sum.remainders.end(), remainder) != sum.remainders.end();
  }
  char expected = sum.characters.items[static_cast<std::size_t>(remainder)];
  if (expected == '-' && !sum.second_weights.empty()) {
    expected = sum.characters.items[static_cast<std::size_t>(remainder_of(sum, sum.second_weights, read))];
    if (expected == '-') expected = '0';
  }
  return expected == check;
}

bool luhn_sum_holds(const DigitSum& sum, std::string_view read) {
  int total = 0;
  bool twice = false;
  for (std::size_t at = read.size(); at-- > 0; twice = !twice) {
    const int value = value_of(sum, read[at]);
    total += !twice ? value : 2 * value > 9 ? 2 * value - 9 : 2 * value;
  }
  return total % 10 == 0;
}

/// The product of two elements of the dihedral group of order 10.
int dihedral_product(int a, int b) {
  const int turn = a < 5 ? a + b : a - b + 10;
  return (a < 5) == (b < 5) ? turn % 5 : turn % 5 + 5;
}

bool verhoeff_holds(const DigitSum& sum, std::string_view read) {
  constexpr std::array<std::uint8_t, 10> permutation{1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
  int product = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    int value = value_of(sum, read[read.size() - 1 - i]);
    if (value > 9) return false;
    for (std::size_t turn = i % 8; turn > 0; --turn) value = permutation[static_cast<std::size_t>(value)];
    product = dihedral_product(product, value);
  }
  return product == 0;
}

bool hybrid_holds(const DigitSum& sum, std::string_view read) {
  const int modulus = sum.modulus;
  int rest = modulus;
  for (const char c : read.substr(0, read.size() - 1)) {
    const int step = (rest + value_of(sum, c)) % modulus;
    rest = 2 * (step == 0 ? modulus : step) % (modulus + 1);
  }
  return (rest + value_of(sum, read.back())) % modulus == 1;
}

bool sum_holds(const DigitSum& sum, std::string_view number) {
  const bool check_follows = !sum.characters.empty();
  const std::size_t last = sum.last > 0 ? sum.last : number.size() - (check_follows ? 1 : 0);
  if (last > number.size() || sum.first > last) return false;
  const std::string_view read = number.substr(sum.first - 1u, last - sum.first + 1u);
  switch (sum.kind) {
    case DigitSum::Kind::luhn: return luhn_sum_holds(sum, read);
    case DigitSum::Kind::verhoeff: return verhoeff_holds(sum, read);
    case DigitSum::Kind::hybrid: return hybrid_holds(sum, read);
    case DigitSum::Kind::weighted: break;
  }
  const std::size_t check_at = sum.check_at > 0 ? sum.check_at - 1u : last;
  if (check_follows && check_at >= number.size()) return false;
  return weighted_holds(sum, read, check_follows ? number[check_at] : '\0');
}

/// Calls fits(number - added) for a number as it stands and less each of what may have been added to it.
template <class Added, class Fits>
bool fits_less(int number, const Added& added, Fits fits) {
  if (fits(number)) return true;
  return std::any_of(added.begin(), added.end(), [&](int less) { return fits(number - less); });
}

bool date_holds(const DateInNumber& date, const BareNumber& number) {
  const auto field = [&](std::uint8_t at, std::size_t size) { return at > 0 ? number.value(at - 1u, size) : 1; };
  const int year = field(date.year_at, date.year_size);
  const int day = field(date.day_at, date.day_size);
  if (year < 0 || day < 0) return false;
  if (date.year_size == 4 && (year < 1880 || year > 2099)) return false;
  if (date.month_at == 0) {
    return fits_less(day, date.add_to_day, [](int day_of_year) { return day_of_year >= 1 && day_of_year <= 366; });
  }
  return fits_less(field(date.month_at, 2), date.add_to_month, [&](int month) {
    return fits_less(day, date.add_to_day, [&](int day_of_month) { return is_day(year, month, day_of_month); });
  });
}

}  // namespace

bool holds(const Checksum& checksum, std::string_view value) {
  const BareNumber number(value);
  if (!number.good() || number.monotonous()) return false;
  if (!checksum.date.empty() && !date_holds(checksum.date, number)) return false;
  return std::all_of(checksum.sums.begin(), checksum.sums.begin() + checksum.size,
                     [&](const DigitSum& sum) { return sum_holds(sum, number.text()); });
}

}  // namespace loftgate
