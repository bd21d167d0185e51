// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/digit_groups.h"

#include <algorithm>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

bool is_bracket(char32_t c) { return c == '(' || c == ')' || c == U'（' || c == U'）'; }

bool in(int value, int least, int most) { return value >= least && value <= most; }

}  // namespace

DigitGroups::DigitGroups(std::string_view text) {
  bool new_group = true;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= '0' && text[at] <= '9') {   // nearly all of them
      digit(text[at] - '0', new_group, at + 1);
      new_group = false;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (const int value = digit_value(point.value); value >= 0) {
      digit(value, new_group, at);
      new_group = false;
    } else if (is_bracket(point.value)) {
      bracket_ = new_group = true;
    } else if (point.value == '#' || point.value == ',' || is_letter_or_digit(point.value)) {
      return;
    } else if (point.value != '+' && point.value != U'＋') {
      if (groups_ > 0 && separators_[groups_ - 1] == 0) separators_[groups_ - 1] = point.value;
      new_group = true;
    }
  }
}

void DigitGroups::digit(int value, bool new_group, std::size_t end) {
  if (count_ == most_digits || (new_group && groups_ == most_groups)) {
    too_long_ = true;
    return;
  }
  if (new_group) ++groups_;
  ++sizes_[groups_ - 1];
  ends_[groups_ - 1] = end;
  digits_[count_++] = static_cast<char>('0' + value);
}

void DigitGroups::drop_last_group() {
  if (groups_ > 0) count_ -= sizes_[--groups_];
}

bool DigitGroups::one_separator() const {
  for (std::size_t i = 1; i + 1 < groups_; ++i) {
    if (separators_[i] != separators_[0]) return false;
  }
  return true;
}

int DigitGroups::value(std::size_t at, std::size_t size) const {
  int sum = 0;
  for (const char c : digits().substr(at, std::min<std::size_t>(size, 9))) sum = sum * 10 + (c - '0');
  return sum;
}

bool looks_like_date(const DigitGroups& number, std::size_t first) {
  if (number.groups() < first + 2 || number.has_bracket()) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < first; ++i) at += number.size(i);
  const std::size_t a = number.size(first), b = number.size(first + 1);
  const int x = number.value(at, a), y = number.value(at + a, b);
  if (a == 4 && b == 4) {
    const bool in_order = x <= y || number.separator(first) != ' ';   // "1700 1234" is a number of Bahrain
    return number.groups() == first + 2 && in(x, 1000, 2100) && in(y, 1000, 2100) && in_order;
  }
  if (number.groups() < first + 3 || number.separator(first) != number.separator(first + 1)) return false;
  if (std::string_view("-/. ").find(static_cast<char>(number.separator(first))) == std::string_view::npos) return false;
  const std::size_t c = number.size(first + 2);
  const int z = number.value(at + a + b, c);
  if (a == 4 && b <= 2 && c <= 2) return in(x, 1800, 2100) && in(y, 1, 12) && in(z, 1, 31);
  const bool day_and_month = a <= 2 && b <= 2 && ((in(x, 1, 31) && in(y, 1, 12)) || (in(x, 1, 12) && in(y, 1, 31)));
  return day_and_month && ((c == 4 && in(z, 1800, 2100)) || (c == 2 && number.groups() == first + 3));
}

bool looks_like_amount(const DigitGroups& number) {
  if (number.groups() < 2 || number.size(0) > 3 || number.digits().front() == '0' || number.has_bracket()) return false;
  const char32_t sign = number.separator(0);
  if (sign != ' ' && sign != '.' && sign != U'\u00A0' && sign != U'\u202F') return false;
  if (!number.one_separator()) return false;
  for (std::size_t i = 1; i < number.groups(); ++i) {
    if (number.size(i) != 3) return false;
  }
  return true;
}

bool looks_like_version(const DigitGroups& number) {
  if (number.groups() < 3 || number.separator(0) != '.' || number.has_bracket()) return false;
  for (std::size_t i = 1; i < number.groups(); ++i) {
    if (number.size(i) == 1) return true;
  }
  return false;
}

bool looks_like_pairs(const DigitGroups& number) {
  if (number.groups() != 4 || number.digits().size() > 8 || number.has_bracket()) return false;
  const bool short_groups = number.size(0) <= 2 && number.size(1) <= 2 && number.size(2) <= 2 && number.size(3) <= 2;
  return short_groups && number.separator(0) == number.separator(2) && number.separator(0) != number.separator(1);
}

bool luhn_holds(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto c = digits.rbegin(); c != digits.rend(); ++c, twice = !twice) {
    const int value = (*c - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

}  // namespace loftgate
