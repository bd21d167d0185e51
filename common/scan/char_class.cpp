// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/char_class.h"

#include <glib.h>

#include <algorithm>

namespace loftgate {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;
constexpr CodePointRange surrogates{0xD800, 0xDFFF};

}  // namespace

void CharClass::add(char32_t first, char32_t last) {
  if (first < surrogates.first && last > surrogates.last) {
    add(first, surrogates.first - 1);
    first = surrogates.last + 1;
  }
  if (first >= surrogates.first && first <= surrogates.last) first = surrogates.last + 1;
  if (last >= surrogates.first && last <= surrogates.last) last = surrogates.first - 1;
  if (first > last) return;
  // The ranges that overlap or touch the new one melt into it.
  const auto begin = std::lower_bound(ranges_.begin(), ranges_.end(), first,
                                      [](const CodePointRange& range, char32_t at) { return range.last + 1 < at; });
  auto end = begin;
  while (end != ranges_.end() && end->first <= last + 1) {
    first = std::min(first, end->first);
    last = std::max(last, end->last);
    ++end;
  }
  ranges_.insert(ranges_.erase(begin, end), {first, last});
}

void CharClass::add(const CharClass& other) {
  for (const CodePointRange& range : other.ranges_) add(range.first, range.last);
}

void CharClass::add_other_cases() {
  // Letters with two cases end with Deseret and its like below U+1F000; above are signs and ideographs.
  constexpr char32_t last_cased = 0x1EFFF;
  const std::vector<CodePointRange> before = ranges_;
  for (const CodePointRange& range : before) {
    for (char32_t c = range.first; c <= std::min(range.last, last_cased); ++c) {
      const char32_t lower = g_unichar_tolower(c);
      const char32_t upper = g_unichar_toupper(c);
      if (!contains(lower)) add(lower, lower);
      if (!contains(upper)) add(upper, upper);
    }
  }
}

void CharClass::invert() {
  CharClass outside;
  char32_t next = 0;
  for (const CodePointRange& range : ranges_) {
    if (range.first > next) outside.add(next, range.first - 1);
    next = range.last + 1;
  }
  if (next <= last_code_point) outside.add(next, last_code_point);
  *this = std::move(outside);
}

bool CharClass::contains(char32_t value) const {
  const auto range = std::lower_bound(ranges_.begin(), ranges_.end(), value,
                                      [](const CodePointRange& r, char32_t at) { return r.last < at; });
  return range != ranges_.end() && range->first <= value;
}

}  // namespace loftgate
