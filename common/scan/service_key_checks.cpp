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

/// A sign of assignment or a quotation mark stands right before.
bool is_assigned(std::string_view before) {
  constexpr std::string_view skipped = " \t\n\r([{", signs = "=:>,\"'`";
  while (!before.empty() && skipped.find(before.back()) != std::string_view::npos) before.remove_suffix(1);
  return !before.empty() && signs.find(before.back()) != std::string_view::npos;
}

bool is_name_sign(char c) {
  return g_ascii_isalnum(c) || c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_same_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(), same_letters);
}

bool has_piece(std::string_view text, std::string_view piece) {
  return std::search(text.begin(), text.end(), piece.begin(), piece.end(), same_letters) != text.end();
}

/// Takes signs, spaces and quotation marks from the end. True if one of them says that a value follows.
bool take_assignment(std::string_view& before) {
  constexpr std::string_view skipped = " \t\n\r([{)]}?$@|+-", signs = "=:>,\"'`";
  constexpr std::array<std::string_view, 8> wide_signs = {"：", "＝", "「", "“", "„", "«", "是", "は"};
  bool assigned = false;
  while (!before.empty()) {
    const auto wide = std::find_if(wide_signs.begin(), wide_signs.end(),
                                   [&](std::string_view sign) { return before.ends_with(sign); });
    const bool is_sign = wide != wide_signs.end() || signs.find(before.back()) != std::string_view::npos;
    if (!is_sign && skipped.find(before.back()) == std::string_view::npos) break;
    before.remove_suffix(wide != wide_signs.end() ? wide->size() : 1);
    assigned = assigned || is_sign;
  }
  return assigned;
}

/// The name that ends `before`: api_key, "my.acmeToken2".
std::string_view take_name(std::string_view& before) {
  std::size_t size = 0;
  while (size < before.size() && is_name_sign(before[before.size() - 1 - size])) ++size;
  const std::string_view name = before.substr(before.size() - size);
  before.remove_suffix(size);
  return name;
}

/// The name of a value that is to be kept secret.
bool names_a_key(std::string_view name) {
  while (!name.empty() && (g_ascii_isdigit(name.back()) || g_ascii_ispunct(name.back()))) name.remove_suffix(1);
  constexpr std::array<std::string_view, 32> endings = {
      "key",   "token",  "secret",  "creds",     "auth",   "clés",   "clé",   "chiave", "chave",  "schlüssel", "schluessel",
      "klucz", "klíč",   "sleutel", "nyckel",    "nyckeln", "anahtar", "avain", "kulcs",  "cheie",  "ключ",      "токен",
      "секрет", "ключа", "密钥",    "密鑰",      "令牌",   "キー",   "トークン", "키",    "토큰",   "مفتاح"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return name.size() >= ending.size() && is_same_word(name.substr(name.size() - ending.size()), ending);
  });
}

/// Keys and tokens that are shown to everybody, or open nothing.
bool names_an_open_key(std::string_view name) {
  constexpr std::array<std::string_view, 22> pieces = {
      "pub",   "primary", "foreign", "sort",   "partition", "cache", "idempot", "csrf",  "xsrf",   "authenticity", "page",
      "cursor", "continu", "anon",   "site",   "object",    "index", "row",     "gpg",   "pgp",    "ssh",          "monkey"};
  return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return has_piece(name, piece); });
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

Likelihood check_assigned_key(Candidate& candidate) {
  std::string_view rest = candidate.text.substr(candidate.span.end, longest_key);
  std::size_t more = 0;
  while (more < rest.size() && is_key_sign(rest[more]) && rest[more] != '%') ++more;
  while (more > 0 && rest[more - 1] == '.') --more;
  candidate.span.end += static_cast<std::uint32_t>(more);
  if (!is_plain_key(candidate.value())) return Likelihood::none;
  constexpr std::size_t window = 64;
  const std::size_t size = std::min<std::size_t>(candidate.span.begin, window);
  std::string_view before = candidate.text.substr(candidate.span.begin - size, size);
  const bool assigned = take_assignment(before);
  std::string_view name = take_name(before);
  if (!assigned) {
    constexpr std::array<std::string_view, 8> links = {"is", "ist", "es", "est", "è", "é", "to", "är"};
    constexpr std::array<std::string_view, 3> plain = {"token", "secret", "apikey"};   // "use token 0a9f…"
    const auto is_name = [&](std::string_view word) { return is_same_word(name, word); };
    if (std::any_of(links.begin(), links.end(), is_name)) {
      take_assignment(before);
      name = take_name(before);
    } else if (std::none_of(plain.begin(), plain.end(), is_name)) {
      return Likelihood::none;
    }
  }
  if (is_same_word(name, "string")) {   // "var acmeToken string = …"
    take_assignment(before);
    name = take_name(before);
  }
  if (!names_a_key(name) || names_an_open_key(name)) return Likelihood::none;
  take_assignment(before);
  const std::string_view word_before = take_name(before);
  return names_an_open_key(word_before) || any_word(word_before, is_neutral) ? Likelihood::none : Likelihood::fair;
}

}  // namespace loftgate
