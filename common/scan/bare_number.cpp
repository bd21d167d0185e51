// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/bare_number.h"

#include <glib.h>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr char32_t full_width = U'\uFF21' - U'A';   // from an ASCII letter to its full-width form

bool is_full_width_letter(char32_t c) { return (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ'); }

bool is_leap_year(int year) { return year % 4 == 0 && (year < 100 || year % 100 != 0 || year % 400 == 0); }

}  // namespace

BareNumber::BareNumber(std::string_view text, Keep keep) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    at += point.size;
    if (const int digit = digit_value(point.value); digit >= 0) {
      add(static_cast<char>('0' + digit));
      continue;
    }
    if (is_full_width_letter(point.value)) point.value -= full_width;
    if (!is_letter_or_digit(point.value) || keep == Keep::digits) continue;
    if (point.value < 0x80) {
      add(g_ascii_toupper(static_cast<char>(point.value)));
    } else {
      good_ = false;
    }
  }
}

void BareNumber::add(char c) {
  if (size_ < characters_.size()) {
    characters_[size_++] = c;
  } else {
    good_ = false;
  }
}

int BareNumber::value(std::size_t at, std::size_t size) const {
  if (at + size > size_) return -1;
  int value = 0;
  for (const char c : text().substr(at, size)) {
    if (!g_ascii_isdigit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool BareNumber::monotonous() const {
  return size_ == 0 || text().find_first_not_of(characters_[0]) == std::string_view::npos;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  const int extra = month == 2 && is_leap_year(year) ? 1 : 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + extra;
}

}  // namespace loftgate
