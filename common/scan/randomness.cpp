// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/randomness.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glib.h>

namespace loftgate {
namespace {

bool has_word(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char found, char wanted) { return g_ascii_tolower(found) == wanted; }) != text.end();
}

/// 9 is followed by 0 and a, as in what people type to fill a field.
bool follows(char before, char after) {
  const char low = g_ascii_tolower(before), high = g_ascii_tolower(after);
  if (low == '9') return high == '0' || high == 'a';
  if (low == '0' && high == 'a') return true;
  return g_ascii_isalnum(low) && high == low + 1;
}

enum class Kind { lower, upper, digit, sign };

Kind kind_of(char c) {
  return g_ascii_islower(c) ? Kind::lower : g_ascii_isupper(c) ? Kind::upper : g_ascii_isdigit(c) ? Kind::digit : Kind::sign;
}

/// Made of one short piece again and again: "abcd1234abcd1234".
bool repeats_itself(std::string_view value) {
  constexpr std::size_t longest_piece = 10;
  for (std::size_t piece = 1; piece <= longest_piece && piece * 3 <= value.size(); ++piece) {
    std::size_t same = 0;
    for (std::size_t i = piece; i < value.size(); ++i) same += value[i] == value[i - piece];
    if (same * 4 >= (value.size() - piece) * 3) return true;
  }
  return false;
}

/// Random values of this length have a digit or a capital; words have neither.
bool is_made_of_words(std::string_view value) {
  constexpr std::size_t shortest = 12;
  return value.size() >= shortest && std::none_of(value.begin(), value.end(), [](char c) {
    return g_ascii_isdigit(c) || g_ascii_isupper(c);
  });
}

}  // namespace

double entropy(std::string_view text) {
  std::array<int, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

std::size_t longest_same_run(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run = i > 0 && text[i] == text[i - 1] ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

std::size_t longest_rising_run(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run = i > 0 && follows(text[i - 1], text[i]) ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  return longest;
}

bool is_mixed(std::string_view value) {
  std::size_t changes = 0, at_digits = 0;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const Kind before = kind_of(value[i - 1]), after = kind_of(value[i]);
    if (before == after) continue;
    ++changes;
    at_digits += (before == Kind::digit && after != Kind::sign) || (after == Kind::digit && before != Kind::sign);
  }
  return at_digits >= 4 || changes * 20 >= value.size() * 9;
}

bool looks_random(std::string_view value) {
  constexpr std::size_t same = 6, rising = 14;
  if (value.empty() || longest_same_run(value) >= same || longest_rising_run(value) >= rising) return false;
  if (is_made_of_words(value) || repeats_itself(value)) return false;
  for (const std::string_view word : {"example", "placeholder", "redacted", "changeme", "yourkey", "your_", "your-"}) {
    if (has_word(value, word)) return false;
  }
  const double most = std::log2(static_cast<double>(value.size()));
  return entropy(value) >= std::min(3.0, most * 0.7);
}

}  // namespace loftgate
