// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of vehicle plates: letters and digits in the orders that countries use.
#include <algorithm>
#include <array>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/paper_number.h"

namespace loftgate {
namespace {

/// @param any_letters a word before says that it is a plate
constexpr PaperLimits plate_limits(bool any_letters) {
  return {.most = 10, .group_of_letters = 3, .whole = 8, .last_letters = 3, .loose_letters = true, .any_letters = any_letters};
}

/// Orders of letters (A) and digits (9) on plates of at least five signs, as the countries' rules give them
/// (https://en.wikipedia.org/wiki/Vehicle_registration_plate and the articles it lists by country).
constexpr std::string_view orders[] = {
    // Great Britain, now and until 2001
    "AA99AAA", "A999AAA", "A99AAA", "A9AAA", "AAA999A", "AAA99A", "AAA9A",
    // Argentina, France, Italy, Albania, Ukraine, Portugal, Denmark
    "AA999AA", "AA9999AA", "AA99AA", "99AA99", "AA9999", "AA99999",
    // Finland, Hungary, Sweden, Spain, Brazil, Lithuania, Malta
    "AAA999", "AAA9999", "999AAA", "9999AAA", "AAA9A99", "AA999", "A9999A",
    // Turkey, Vietnam
    "99A999", "99A9999", "99A99999", "99AA999", "99AA9999", "99AAA99", "99AAA999", "99A99",
    // Belgium, California, Czechia, Netherlands
    "9AAA999", "9A99999", "9AA9999", "9A9999", "9AAA99", "AA999A", "A999AA", "99AAA9", "9AA999", "999AA9", "999A99",
    "AA99A9",
    // India
    "AA99A9999", "AA99AA9999", "AA9A9999", "AA9AA9999", "AA9AAA9999", "AA99AAA9999", "99AA9999A", "99AA9999AA",
    // Nigeria, Singapore, Indonesia, Poland, Romania, Serbia
    "AAA999AA", "AAA9999A", "A9999AA", "A9999AAA", "AA9999A", "AA9999AAA", "A99999", "AAA99AA", "A999A", "AAAA99",
    "AAAA999", "AAA9A9",
    // Germany
    "A9999", "AAAA9999", "AAAAA99", "AAAAA999", "AAAA9", "AAAAA9", "AAAAA9999",
    // Russia, with the region
    "A999AA99", "A999AA999",
};

struct Order {
  std::array<char, 24> text{};
  std::size_t size = 0;
  std::string_view view() const { return {text.data(), size}; }
};

Order order_of(const PaperNumber& number) {
  Order order;
  for (const char c : number.value()) order.text[order.size++] = c >= '0' && c <= '9' ? '9' : 'A';
  return order;
}

bool is_known_order(std::string_view order) {
  return std::find(std::begin(orders), std::end(orders), order) != std::end(orders);
}

/// Small letters are a plate's if they stand in one word that begins with one.
bool is_well_written(const PaperNumber& number) {
  if (!number.has_lower()) return true;
  return !number.spaced() && number.size() >= 5 && number.letters() >= 2 && number.digits() >= 2 &&
         number.leading_letters() > 0;
}

bool is_plate(const PaperNumber& number) {
  if (number.letters() == 0 || number.digits() == 0 || number.digits() > 7 || number.letters() > 7) return false;
  return is_well_written(number);
}

/// "AB10 1XG": a British postal code has the order of a French plate.
bool looks_like_postal_code(std::string_view written) {
  if (written.size() < 6 || written[written.size() - 4] != ' ') return false;
  const std::string_view last = written.substr(written.size() - 3);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return digit(last[0]) && !digit(last[1]) && !digit(last[2]);
}

/// False for most numbers: no capital is part of them or stands two signs before or behind them.
bool has_capital_nearby(const Candidate& candidate) {
  const std::size_t begin = candidate.span.begin < 2 ? 0 : candidate.span.begin - 2;
  const std::string_view near = candidate.text.substr(begin, candidate.span.end + 2 - begin);
  return std::any_of(near.begin(), near.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Likelihood check_plate(Candidate& candidate) {
  const PaperNumber number(candidate.text, candidate.span.begin, plate_limits(true));
  if (number.size() < 3 || !is_plate(number) || number.runs() > 4) return Likelihood::none;
  if (number.size() < 4 && !number.spaced() && number.groups() < 2) return Likelihood::none;
  candidate.span = number.span();
  return behind_its_word(candidate);
}

Likelihood check_plate_order(Candidate& candidate) {
  if (!has_capital_nearby(candidate)) return Likelihood::none;
  const PaperNumber number(candidate.text, candidate.span.begin, plate_limits(false));
  if (number.size() < 5 || number.has_lower() || !is_plate(number)) return Likelihood::none;
  const Order order = order_of(number);
  // "M AB 12" is German; in one piece it would be any code.
  if (!is_known_order(order.view()) && !(order.view() == "AAA99" && number.groups() == 3)) return Likelihood::none;
  candidate.span = number.span();
  if (looks_like_postal_code(candidate.value())) return Likelihood::none;
  return Likelihood::weak;
}

Likelihood check_plate_alone(Candidate& candidate) {
  const PaperNumber number(candidate.text, candidate.span.begin, plate_limits(false));
  const Span read = number.span();
  if (!is_plate(number) || read.begin != candidate.span.begin || read.end != candidate.span.end) return Likelihood::none;
  return stands_alone(candidate) ? Likelihood::fair : Likelihood::none;
}

}  // namespace loftgate
