// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/nearby_words.h"

#include <glib.h>

#include <algorithm>

namespace loftgate {

NearbyWords::NearbyWords(std::string_view text, std::size_t at, Side side, std::size_t reach) {
  std::size_t begin = at, end = at;
  if (side == Side::before) {
    begin = at > reach ? at - reach : 0;
    while (begin > 0 && begin < at && is_letter_or_digit(code_point_before(text, begin).value)) ++begin;
  } else {
    end = std::min(text.size(), at + reach);
    while (end > at && end < text.size() && is_letter_or_digit(code_point_at(text, end).value)) --end;
  }
  std::size_t to = 0, word_begin = 0, word_from = begin;
  bool in_word = false;
  const auto close = [&](std::size_t word_end) {
    if (!in_word) return;
    in_word = false;
    const std::size_t distance = side == Side::before ? at - word_from : word_end - at;
    words_[count_++] = {static_cast<std::uint16_t>(word_begin), static_cast<std::uint16_t>(to),
                        static_cast<std::uint16_t>(distance)};
  };
  for (std::size_t from = begin; from < end;) {
    const CodePoint point = code_point_at(text, from);
    const bool part = is_letter_or_digit(point.value);
    if (!part) close(from);
    if (part && !in_word) {
      in_word = true;
      word_begin = to;
      word_from = from;
    }
    if (point.value < 0x80) {
      lower_[to++] = g_ascii_tolower(text[from]);
    } else if (point.value < broken_byte) {
      to += static_cast<std::size_t>(g_unichar_to_utf8(g_unichar_tolower(point.value), &lower_[to]));
    } else {
      lower_[to++] = text[from];
    }
    from += point.size;
  }
  close(end);
}

std::string_view NearbyWords::stretch(std::size_t bytes) const {
  const auto is_near = [bytes](const Word& word) { return word.distance <= bytes; };
  const auto begin = words_.begin(), end = begin + static_cast<std::ptrdiff_t>(count_);
  const auto first = std::find_if(begin, end, is_near);
  if (first == end) return {};
  auto last = end - 1;
  while (!is_near(*last)) --last;
  return {lower_.data() + first->begin, static_cast<std::size_t>(last->end - first->begin)};
}

bool NearbyWords::hold(const WordSet& words, std::size_t bytes) const {
  for (std::size_t i = 0; i < count_; ++i) {
    const Word& word = words_[i];
    if (word.distance > bytes) continue;
    if (words.has({lower_.data() + word.begin, static_cast<std::size_t>(word.end - word.begin)})) return true;
  }
  return words.has_anywhere() && words.anywhere_in(stretch(bytes));
}

}  // namespace loftgate
