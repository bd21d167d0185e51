// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/utf8.h"

#include <glib.h>

namespace loftgate {
namespace {

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

CodePoint broken(unsigned char byte) { return {broken_byte + byte, 1}; }

struct Lead {
  std::size_t size;
  char32_t bits;
  char32_t least;   // smallest value that needs this many bytes: what is below is an overlong form
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  if (lead.size == 0 || text.size() - at < lead.size) return broken(first);
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if (!continues(next)) return broken(first);
    value = value << 6 | (next & 0x3Fu);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < lead.least || value > 0x10FFFF || surrogate) return broken(first);
  return {value, lead.size};
}

CodePoint wide_code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && continues(static_cast<unsigned char>(text[begin]))) --begin;
  const CodePoint point = code_point_at(text, begin);
  if (begin + point.size == at) return point;
  return broken(static_cast<unsigned char>(text[at - 1]));
}

void append_utf8(std::string& text, char32_t value) {
  if (value >= broken_byte) {
    text += static_cast<char>(value - broken_byte);
    return;
  }
  char bytes[6];
  text.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(value, bytes)));
}

int digit_value(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9' ? static_cast<int>(value - '0') : -1;
  for (const char32_t zero : {U'\u0660', U'\u06F0', U'\uFF10'}) {
    if (value >= zero && value < zero + 10) return static_cast<int>(value - zero);
  }
  return -1;
}

bool is_letter_or_digit(char32_t value) {
  if (value < 0x80) return g_ascii_isalnum(static_cast<char>(value));
  return value < broken_byte && g_unichar_isalnum(value);
}

namespace {

constexpr std::size_t longest_form = 6;   // bytes that g_unichar_to_utf8 may write

/// Writes `text` in lower case to `out`, which must hold 3/2 of its bytes and `longest_form` more: no letter of two
/// bytes has a lower case of more than three (Unicode 15, UnicodeData.txt).
std::size_t write_lower_case(std::string_view text, char* out) {
  char* to = out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value < 0x80) {
      *to++ = g_ascii_tolower(text[at++]);
      continue;
    }
    if (point.value < broken_byte) {
      to += g_unichar_to_utf8(g_unichar_tolower(point.value), to);
    } else {
      *to++ = text[at];
    }
    at += point.size;
  }
  return static_cast<std::size_t>(to - out);
}

std::size_t room_for(std::string_view text) { return text.size() * 3 / 2 + longest_form; }

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(room_for(text), '\0');
  lower.resize(write_lower_case(text, lower.data()));
  return lower;
}

std::string bare(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter_or_digit(point.value)) kept.append(text.substr(at, point.size));
    at += point.size;
  }
  return lower_case(kept);
}

LowerText::LowerText(std::string_view text) {
  if (room_for(text) <= near_.size()) {
    view_ = {near_.data(), write_lower_case(text, near_.data())};
  } else {
    far_ = lower_case(text);
    view_ = far_;
  }
}

}  // namespace loftgate
