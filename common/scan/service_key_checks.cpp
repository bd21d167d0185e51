// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of services' keys: random enough, how far a long one reaches, and what the words before it say it is.
#include <algorithm>
#include <optional>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/key_names.h"
#include "common/scan/randomness.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_key = 4096;
constexpr std::size_t label_window = 40;   // bytes before a key in which words say what it is

bool is_key_sign(char c) {
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' || c == '=' || c == '%';
}

/// Letters and digits in the proportion that random values have; no words with a number, no path.
bool is_plain_key(std::string_view value) {
  constexpr std::size_t shortest = 20;
  if (value.size() < shortest || !looks_random(value) || !is_mixed(value)) return false;
  const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return g_ascii_isdigit(c) != 0; });
  const bool has_letter = std::any_of(value.begin(), value.end(), [](char c) { return g_ascii_isalpha(c) != 0; });
  const auto slashes = std::count(value.begin(), value.end(), '/');
  const auto most_slashes = 1 + static_cast<std::ptrdiff_t>(value.size() / 20);   // more than these make a path
  return digits >= 3 && has_letter && slashes <= most_slashes && !value.starts_with("AAAA");   // an SSH public key
}

bool is_uuid(std::string_view value) { return value.size() == 36 && value[8] == '-' && value[23] == '-'; }

}  // namespace

Likelihood check_random(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const std::string_view tail = value.substr(value.size() / 4);   // behind the fixed prefix
  return looks_random(tail) ? Likelihood::strong : Likelihood::none;
}

Likelihood check_random_tail(Candidate& candidate) {
  std::string_view rest = candidate.text.substr(candidate.span.end);
  rest = rest.substr(0, longest_key);
  std::size_t more = 0;
  while (more < rest.size() && is_key_sign(rest[more])) ++more;
  std::size_t dots = 0;
  while (more > 0 && rest[more - 1] == '.') --more, ++dots;
  const bool cut_off = dots > 1 || rest.substr(more).starts_with("…");   // one full stop ends a sentence
  if (cut_off) return Likelihood::none;
  candidate.span.end += static_cast<std::uint32_t>(more);
  return check_random(candidate);
}

Likelihood check_named_key(Candidate& candidate) {
  if (!looks_random(candidate.value())) return Likelihood::none;
  const std::size_t size = std::min<std::size_t>(candidate.span.begin, label_window);
  const std::string_view before = candidate.text.substr(candidate.span.begin - size, size);
  if (has_neutral_word(before)) return Likelihood::none;
  return has_secret_word(before) || ends_in_assignment(before) ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_assigned_key(Candidate& candidate) {
  constexpr std::size_t window = 64;
  const std::size_t size = std::min<std::size_t>(candidate.span.begin, window);
  const std::optional<KeyName> named = key_name(candidate.text.substr(candidate.span.begin - size, size));
  if (!named || !names_a_key(named->name) || names_an_open_key(named->name)) return Likelihood::none;
  if (names_an_open_key(named->word_before) || has_neutral_word(named->word_before)) return Likelihood::none;
  const std::string_view rest = candidate.text.substr(candidate.span.end, longest_key);
  std::size_t more = 0;
  while (more < rest.size() && is_key_sign(rest[more]) && rest[more] != '%') ++more;
  while (more > 0 && rest[more - 1] == '.') --more;
  candidate.span.end += static_cast<std::uint32_t>(more);
  if (!is_plain_key(candidate.value())) return Likelihood::none;
  // A row's key is often a UUID.
  const bool is_row = named->name.size() == 3 && !has_secret_word(named->word_before) && is_uuid(candidate.value());
  return is_row ? Likelihood::none : Likelihood::fair;
}

}  // namespace loftgate
