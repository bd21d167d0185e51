// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/secret_text.h"

#include <algorithm>
#include <array>
#include <bitset>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/utf8.h"
#include "common/scan/word_set.h"

namespace loftgate {
namespace {

constexpr std::array<std::string_view, 12> closing_quotes = {"\"", "'", "`", "”", "“", "»", "«", "’", "‘", "」", "』", "<"};
constexpr std::array<std::string_view, 12> opening_quotes = {"\"", "'", "`", "”", "“", "»", "«", "„", "‘", "「", "『", ">"};

/// A name of a program or a sentence that tells the reader what to fill in: db_password, "your token", user.name.
bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return g_ascii_isalnum(c) || std::string_view("_- .:|$/'\"").find(c) != std::string_view::npos;
  });
}

/// Wrapped in signs of a template: <token>, ${TOKEN}, {{ token }}, [token], %TOKEN%, *token*.
bool is_wrapped_name(std::string_view value) {
  constexpr std::string_view open = "<{[(%$", close = ">}])%";
  if (value.size() < 2 || open.find(value.front()) == std::string_view::npos) return false;
  const std::size_t begin = value.find_first_not_of(open);
  const std::size_t end = value.find_last_not_of(close);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return true;
  return end + 1 < value.size() && is_name(value.substr(begin, end + 1 - begin));
}

bool is_upper_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return g_ascii_isupper(c) || g_ascii_isdigit(c) || c == '_';
  });
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '-' || c == '+' ? 62 : c == '_' || c == '/' ? 63 : -1;
}

}  // namespace

Kinds::Kinds(std::string_view value) {
  for (const char c : value) {
    lower += g_ascii_islower(c);
    upper += g_ascii_isupper(c);
    digit += g_ascii_isdigit(c);
    other_script += static_cast<unsigned char>(c) >= 0x80;
    sign += g_ascii_ispunct(c);
  }
}

int distinct_bytes(std::string_view text) {
  std::bitset<256> seen;
  for (const char c : text) seen.set(static_cast<unsigned char>(c));
  return static_cast<int>(seen.count());
}

bool is_placeholder(std::string_view value) {
  if (value.find_first_not_of("*.xX-_•●?#…") == std::string_view::npos || is_wrapped_name(value)) return true;
  if (value.front() == '$' && is_upper_name(value.substr(1))) return true;
  if (value.front() == '%' && value.size() <= 3) return true;
  static const OwnWordSet words({"password", "passwd", "passwort", "pass", "pwd", "secret", "changeme", "example", "user",
                              "username", "null", "none", "true", "false", "undefined", "todo", "dummy", "redacted",
                              "hidden", "mypassword", "token"});
  const std::string lower = lower_case(value);
  if (words.has(lower) || lower.starts_with("your") || lower.starts_with("<your")) return true;
  for (const std::string_view part : {"placeholder", "changeme", "change_me", "change-me", "replace_", "replaceme",
                                      "redacted", "insert_", "example"}) {
    if (has_part(lower, part)) return true;
  }
  const bool digit = std::any_of(value.begin(), value.end(), [](char c) { return g_ascii_isdigit(c); });
  if (digit) return false;
  for (const std::string_view part : {"fake", "dummy", "password", "passwd", "secret", "passwort", "username"}) {
    if (has_part(lower, part)) return true;
  }
  return false;
}

bool is_code(std::string_view value) {
  const char first = value.front();
  if (first == '$' || first == '(' || first == '@') {
    const std::string_view name = value.substr(1);
    if (!name.empty() && is_name(name) && Kinds(name).digit == 0) return true;
  }
  std::size_t name = 0;
  while (name < value.size() && (g_ascii_isalnum(value[name]) || value[name] == '_' || value[name] == '.' ||
                                 value[name] == '$' || value[name] == ':' || value[name] == '>' || value[name] == '-')) {
    ++name;
  }
  if (name > 0 && name < value.size() && (value[name] == '(' || value[name] == '[')) return true;
  for (const std::string_view start : {"self.", "this.", "env.", "process.", "os.", "config.", "settings.", "request.",
                                       "params.", "args.", "options.", "ENV[", "$_", "var.", "local.", "data.",
                                       "secrets.", "vault:", "!", "&", "props."}) {
    if (value.starts_with(start)) return true;
  }
  return false;
}

bool is_quoted(const Candidate& candidate) {
  const std::string_view before = candidate.text.substr(0, candidate.span.begin);
  const std::string_view behind = candidate.text.substr(candidate.span.end);
  const auto opens = [&](std::string_view quote) { return before.ends_with(quote); };
  const auto closes = [&](std::string_view quote) { return behind.starts_with(quote); };
  return std::any_of(opening_quotes.begin(), opening_quotes.end(), opens) &&
         std::any_of(closing_quotes.begin(), closing_quotes.end(), closes);
}

std::size_t closing_sign_size(std::string_view value) {
  for (const std::string_view sign : {".", ",", ";", ":", "?", ")", "]", "}", "\"", "'", ">", "!", "`", "”", "“", "»",
                                      "’", "。", "，", "、", "！", "？", "）", "」", "』", "…", "।", "؟", "،"}) {
    if (value.ends_with(sign)) return sign.size();
  }
  return 0;
}

bool is_base64(char c) { return base64_value(c) >= 0; }

std::string decode_base64(std::string_view text, std::size_t most) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0 || bytes.size() >= most) break;
    bits = bits << 6 | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

}  // namespace loftgate
