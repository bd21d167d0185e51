// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of services' keys: random enough, how far a long one reaches, and what the words before it say it is.
#include <algorithm>
#include <array>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/randomness.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_key = 4096;
constexpr std::size_t label_window = 40;   // bytes before a key in which words say what it is

bool is_key_sign(char c) {
  return g_ascii_isalnum(c) || c == '-' || c == '_' || c == '.' || c == '+' || c == '/' || c == '=' || c == '%';
}

template <class Test>
bool any_word(std::string_view text, Test test) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && g_ascii_isalnum(text[end])) ++end;
    if (end > at && test(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

bool same_letters(char a, char b) { return g_ascii_tolower(a) == b; }

/// The word names something random that is no secret.
bool is_neutral(std::string_view word) {
  constexpr std::array<std::string_view, 30> words = {
      "build",   "checksum", "commit",   "deploy",   "deployment", "digest",      "etag",      "fingerprint",
      "gist",    "hash",     "image",    "invoice",  "issue",      "md5",         "order",     "pub",
      "public",  "pubkey",   "publishable", "publickey", "ray",    "release",     "request",   "rev",
      "revision", "sha",     "sha1",     "sha256",   "trace",      "version"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view neutral) {
    return std::equal(word.begin(), word.end(), neutral.begin(), neutral.end(), same_letters);
  });
}

/// The word says that a secret follows: apiKey, token2, client_secret.
bool says_secret(std::string_view word) {
  constexpr std::array<std::string_view, 12> parts = {"key",  "token",  "secret", "pass",  "pwd",   "auth",
                                                      "cred", "bearer", "api",    "login", "access", "pat"};
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    if (part == "pat") return std::equal(word.begin(), word.end(), part.begin(), part.end(), same_letters);
    return std::search(word.begin(), word.end(), part.begin(), part.end(), same_letters) != word.end();
  });
}

bool is_assigned(std::string_view before) {
  constexpr std::string_view skipped = " \t\n\r\"'`([{", signs = "=:>,";
  while (!before.empty() && skipped.find(before.back()) != std::string_view::npos) before.remove_suffix(1);
  return !before.empty() && signs.find(before.back()) != std::string_view::npos;
}

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
  if (any_word(before, is_neutral)) return Likelihood::none;
  return any_word(before, says_secret) || is_assigned(before) ? Likelihood::fair : Likelihood::weak;
}

}  // namespace loftgate
