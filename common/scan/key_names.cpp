// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/key_names.h"

#include <algorithm>
#include <array>

#include <glib.h>

namespace loftgate {
namespace {

bool same_letters(char a, char b) { return g_ascii_tolower(a) == b; }

bool is_same_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(), same_letters);
}

bool has_piece(std::string_view text, std::string_view piece) {
  return std::search(text.begin(), text.end(), piece.begin(), piece.end(), same_letters) != text.end();
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

/// The word names something random that is no secret.
bool is_neutral(std::string_view word) {
  constexpr std::array<std::string_view, 30> words = {
      "build",   "checksum", "commit",   "deploy",   "deployment", "digest",      "etag",      "fingerprint",
      "gist",    "hash",     "image",    "invoice",  "issue",      "md5",         "order",     "pub",
      "public",  "pubkey",   "publishable", "publickey", "ray",    "release",     "request",   "rev",
      "revision", "sha",     "sha1",     "sha256",   "trace",      "version"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view neutral) {
    return is_same_word(word, neutral);
  });
}

/// The word says that a secret follows: apiKey, token2, client_secret.
bool says_secret(std::string_view word) {
  constexpr std::array<std::string_view, 12> parts = {"key",  "token",  "secret", "pass",  "pwd",   "auth",
                                                      "cred", "bearer", "api",    "login", "access", "pat"};
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return part == "pat" ? is_same_word(word, part) : has_piece(word, part);
  });
}

bool is_name_sign(char c) {
  return g_ascii_isalnum(c) || c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
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

/// Words that lead from a name to its value.
bool is_link(std::string_view word) {
  constexpr std::array<std::string_view, 8> links = {"is", "ist", "es", "est", "è", "é", "to", "är"};
  return std::any_of(links.begin(), links.end(), [&](std::string_view link) { return is_same_word(word, link); });
}

/// Names after which a value needs no sign: "use token 0a9f…".
bool needs_no_sign(std::string_view name) {
  return is_same_word(name, "token") || is_same_word(name, "secret") || is_same_word(name, "apikey");
}

}  // namespace

std::optional<KeyName> key_name(std::string_view before) {
  const bool assigned = take_assignment(before);
  std::string_view name = take_name(before);
  if (!assigned && !is_link(name) && !needs_no_sign(name)) return std::nullopt;
  if ((!assigned && is_link(name)) || is_same_word(name, "string")) {   // "var acmeToken string = …"
    take_assignment(before);
    name = take_name(before);
  }
  take_assignment(before);
  return KeyName{name, take_name(before)};
}

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

bool names_an_open_key(std::string_view name) {
  constexpr std::array<std::string_view, 22> pieces = {
      "pub",   "primary", "foreign", "sort",   "partition", "cache", "idempot", "csrf",  "xsrf",   "authenticity", "page",
      "cursor", "continu", "anon",   "site",   "object",    "index", "row",     "gpg",   "pgp",    "ssh",          "monkey"};
  return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return has_piece(name, piece); });
}

bool has_neutral_word(std::string_view text) { return any_word(text, is_neutral); }

bool has_secret_word(std::string_view text) { return any_word(text, says_secret); }

bool ends_in_assignment(std::string_view before) {
  constexpr std::string_view skipped = " \t\n\r([{", signs = "=:>,\"'`";
  while (!before.empty() && skipped.find(before.back()) != std::string_view::npos) before.remove_suffix(1);
  return !before.empty() && signs.find(before.back()) != std::string_view::npos;
}

}  // namespace loftgate
