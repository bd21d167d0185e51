// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of keys, tokens and passwords: what is random enough, what is only a placeholder.
#include <algorithm>
#include <string>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/randomness.h"
#include "common/scan/utf8.h"
#include "common/scan/word_set.h"

namespace loftgate {
namespace {

bool has_part(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Stands where a secret would, and is none: <token>, ${TOKEN}, %s, ****, xxxx, your-password.
bool is_placeholder(std::string_view value) {
  constexpr std::string_view wrappers = "<{[(%$*";
  if (value.empty() || value.find_first_not_of("*.xX-_•?") == std::string_view::npos) return true;
  if (wrappers.find(value.front()) != std::string_view::npos) {
    const char last = value.back();
    if (last == '>' || last == '}' || last == ']' || last == ')' || last == '%' || last == '*') return true;
    if (value.front() == '$' && std::all_of(value.begin() + 1, value.end(), [](char c) {
          return g_ascii_isupper(c) || g_ascii_isdigit(c) || c == '_';
        })) {
      return true;
    }
  }
  static const WordSet words({"password", "passwd", "passwort", "pass", "pwd", "secret", "changeme", "example", "user",
                              "username", "null", "none", "true", "false", "undefined", "todo", "dummy", "redacted",
                              "hidden", "mypassword", "token"});
  const std::string lower = lower_case(value);
  return words.has(lower) || lower.starts_with("your") || has_part(lower, "placeholder") || has_part(lower, "changeme");
}

/// How many of lower case, upper case, digits and other signs stand in a value.
struct Kinds {
  bool lower = false, upper = false, digit = false, sign = false, other_script = false;

  explicit Kinds(std::string_view value) {
    for (const char c : value) {
      lower = lower || g_ascii_islower(c);
      upper = upper || g_ascii_isupper(c);
      digit = digit || g_ascii_isdigit(c);
      other_script = other_script || static_cast<unsigned char>(c) >= 0x80;
      sign = sign || g_ascii_ispunct(c);
    }
  }
  bool letter() const { return lower || upper || other_script; }
};

/// Cuts signs that end a sentence or a quotation from the end. An exclamation mark behind more than letters is taken
/// for a part of the password.
void drop_trailing_signs(Candidate& candidate) {
  constexpr std::string_view signs = ".,;:?)]\"'>!";
  while (candidate.span.size() > 1) {
    const std::string_view value = candidate.value();
    const bool only_letters = std::all_of(value.begin(), value.end() - 1, [](char c) { return !g_ascii_isdigit(c); });
    if (signs.find(value.back()) == std::string_view::npos || (value.back() == '!' && !only_letters)) return;
    --candidate.span.end;
  }
}

/// A sign of assignment or a quotation mark stands right before, not a verb.
bool is_assigned(const Candidate& candidate) {
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  const CodePoint last = code_point_before(before, before.size());
  return !is_letter_or_digit(last.value) || last.value >= 0x3000;   // Chinese and Japanese have no such sign
}

/// Nothing but the end of a sentence follows, or the value stands in quotes: a word alone is then what was told.
bool is_told_alone(const Candidate& candidate) {
  std::string_view rest = candidate.text.substr(candidate.span.end);
  for (const std::string_view quote : {"\"", "'", "”", "“"}) {
    if (rest.starts_with(quote)) return true;
  }
  while (!rest.empty() && (rest.front() == '.' || rest.front() == '!' || rest.front() == ' ')) rest.remove_prefix(1);
  return rest.empty() || rest.front() == '\n' || rest.front() == '\r';
}

/// Value of a base64url sign, or -1 (RFC 4648).
int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '-' || c == '+' ? 62 : c == '_' || c == '/' ? 63 : -1;
}

std::string decode_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) break;
    bits = bits << 6 | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return bytes;
}

}  // namespace

Likelihood check_assigned(Candidate& candidate) {
  const std::string_view value = candidate.value();
  std::string_view before = candidate.text.substr(0, candidate.span.begin);
  constexpr std::string_view skipped = " \t\n\"'`(";
  while (!before.empty() && skipped.find(before.back()) != std::string_view::npos) before.remove_suffix(1);
  if (before.empty() || std::string_view("=:>,").find(before.back()) == std::string_view::npos) return Likelihood::none;
  const Kinds kinds(value);
  if (!kinds.digit || !kinds.letter() || is_placeholder(value) || longest_same_run(value) >= 6) return Likelihood::none;
  return entropy(value) >= 3.2 ? Likelihood::fair : Likelihood::none;
}

Likelihood check_jwt(Candidate& candidate) {
  const std::string header = decode_base64(candidate.value().substr(0, candidate.value().find('.')));
  // A fourth part makes it something else; a full stop ends a sentence.
  const std::string_view rest = candidate.text.substr(candidate.span.end, 2);
  if (rest.size() == 2 && rest[0] == '.' && base64_value(rest[1]) >= 0) return Likelihood::none;
  const bool is_header = header.starts_with("{") && (has_part(header, "\"alg\"") || has_part(header, "\"typ\"") ||
                                                     has_part(header, "\"enc\"") || has_part(header, "\"kid\""));
  return is_header ? Likelihood::strong : Likelihood::none;
}

Likelihood check_pem(Candidate& candidate) {
  constexpr std::string_view dashes = "-----";
  constexpr std::size_t longest_key = 32 * 1024;
  const std::string_view rest = candidate.text.substr(candidate.span.end, longest_key);
  const std::size_t next = rest.find(dashes);
  if (next == std::string_view::npos || !rest.substr(next).starts_with("-----END")) {
    // The end is missing; what stands there still gives the key away, unless nothing stands there.
    std::size_t body = 0;
    while (body < rest.size() && (base64_value(rest[body]) >= 0 || g_ascii_isspace(rest[body]))) ++body;
    while (body > 0 && g_ascii_isspace(rest[body - 1])) --body;
    if (body < 24) return Likelihood::weak;
    candidate.span.end += static_cast<std::uint32_t>(body);
    return Likelihood::fair;
  }
  if (next < 16) return Likelihood::none;
  const std::size_t end = rest.find(dashes, next + dashes.size());
  const std::size_t line = std::min(rest.find('\n', next), rest.size());
  const bool closed = end != std::string_view::npos && end < line;
  candidate.span.end += static_cast<std::uint32_t>(closed ? end + dashes.size() : line);
  return Likelihood::strong;
}

Likelihood check_password(Candidate& candidate) {
  if (is_placeholder(candidate.value())) return Likelihood::none;
  drop_trailing_signs(candidate);
  const std::string_view value = candidate.value();
  if (value.size() < 4 || is_placeholder(value)) return Likelihood::none;
  if (has_part(value, "://") || value.front() == '/' || value.front() == '#') return Likelihood::none;
  const Kinds kinds(value);
  const int mixed = kinds.letter() + kinds.digit + kinds.sign;
  if (mixed >= 3 || (kinds.letter() && kinds.digit)) return Likelihood::strong;
  if (kinds.digit && !kinds.letter()) return value.size() <= 12 ? Likelihood::fair : Likelihood::weak;
  const auto is_upper = [](char c) { return g_ascii_isupper(c); };
  if (kinds.lower && std::any_of(value.begin() + 1, value.end(), is_upper)) return Likelihood::fair;
  return is_assigned(candidate) && is_told_alone(candidate) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_url_password(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const std::size_t scheme = value.find("://");
  if (scheme == std::string_view::npos) return Likelihood::none;
  const std::size_t begin = scheme + 3;
  const std::size_t at = value.rfind('@');
  const std::size_t colon = value.find(':', begin);
  if (at == std::string_view::npos || colon == std::string_view::npos || colon > at) return Likelihood::none;
  const std::string_view password = value.substr(colon + 1, at - colon - 1);
  return is_placeholder(password) ? Likelihood::none : Likelihood::strong;
}

Likelihood check_user_password(Candidate& candidate) {
  const std::string_view value = candidate.value();
  if (value.find(':') == std::string_view::npos) return Likelihood::none;
  std::string_view user = value.substr(0, value.find(':'));
  std::string_view password = value.substr(user.size() + 1);
  if (user.starts_with('"') || user.starts_with('\'')) user.remove_prefix(1);
  if (user.starts_with('<')) return Likelihood::none;
  for (const char quote : {'"', '\''}) {
    if (password.starts_with(quote)) password.remove_prefix(1);
    if (password.ends_with(quote)) password.remove_suffix(1);
  }
  const bool empty = password.size() < 4 || password == user || is_placeholder(password);
  return empty ? Likelihood::none : Likelihood::fair;
}

}  // namespace loftgate
