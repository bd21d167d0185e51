// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of random values that a name like "api_key" is given, and of what stands in HTTP headers.
#include <algorithm>
#include <array>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/randomness.h"
#include "common/scan/secret_text.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_name = 64, shortest_value = 8;

bool is_name_sign(char c) {
  return g_ascii_isalnum(c) || c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// A name before a sign of assignment, in lower case, without its own '_', '-', '.' and spaces.
struct Name {
  std::array<char, longest_name> letters{};
  std::size_t size = 0;

  std::string_view text() const { return {letters.data(), size}; }
  bool has(std::string_view part) const { return has_part(text(), part); }
};

/// Takes the last name of `before` and cuts it off.
Name take_name(std::string_view& before) {
  std::size_t begin = before.size();
  while (begin > 0 && before.size() - begin < longest_name && is_name_sign(before[begin - 1])) --begin;
  Name name;
  for (const char c : before.substr(begin)) {
    if (g_ascii_isalnum(c)) name.letters[name.size++] = g_ascii_tolower(c);
  }
  before = before.substr(0, begin);
  return name;
}

void drop_any(std::string_view& text, std::string_view signs) {
  for (int i = 0; i < 16 && !text.empty() && signs.find(text.back()) != std::string_view::npos; ++i) text.remove_suffix(1);
}

/// What a name promises: nothing secret, a key of some kind, a secret for sure.
enum class Promise { none, key, secret };

Promise promise_of(const Name& name) {
  for (const std::string_view other : {"public", "publishable", "csrf", "xsrf", "authenticity", "sha1", "sha256", "sha512",
                                       "md5", "hash", "checksum", "digest", "fingerprint", "commit", "keyid",
                                       "primarykey", "foreignkey", "cachekey", "tokenizer", "tokens", "url", "uri",
                                       "endpoint", "path", "filename", "version", "author", "credentialid", "credentialsid", "idempotency",
                                       "secretname", "tokenname", "keyname", "tokentype", "expires", "uuid", "etag",
                                       "integrity", "revision", "requestid", "traceid", "nextpage", "pagetoken",
                                       "keyboard", "hotkey", "monkey", "turkey", "kernel"}) {
    if (name.has(other)) return Promise::none;
  }
  for (const std::string_view secret : {"token", "secret", "passw", "passphrase", "pwd", "apikey", "accesskey", "authkey",
                                        "credential", "creds", "privatekey", "appkey", "clientkey", "masterkey",
                                        "encryptionkey", "signingkey", "sessionkey", "authorization", "userauth",
                                        "licensekey", "accountkey", "sharedkey", "adminkey", "servicekey", "consumerkey",
                                        "deploykey", "hmackey", "jwtkey", "bearer", "clientsrt", "xauth", "basicauth"}) {
    if (name.has(secret)) return Promise::secret;
  }
  return name.text().ends_with("key") || name.text().ends_with("auth") || name.text() == "pass" ? Promise::key
                                                                                                 : Promise::none;
}

/// The promise of the name that a value is given to. Knows name = "v", "name": "v", <name>v<, name := v, f("name", "v"),
/// name['x'] = v, name "v", Authorization: Bearer v, --name v.
Promise promise_before(std::string_view before) {
  const bool quoted = before.ends_with('"') || before.ends_with('\'');
  drop_any(before, " \t\r\n\"'`\\@({");
  const std::string_view line = before;
  Name word = take_name(before);
  if (word.size > 0) {
    // A word stands right before: the scheme of an Authorization header, or an option.
    const std::string_view text = word.text();
    const bool scheme = text == "bearer" || text == "token" || text == "apitoken" || text == "apikey";
    const bool is_header = before.ends_with(": ") || before.ends_with(":") || before.ends_with("\"") ||
                           before.ends_with("'") || before.ends_with("=");
    if (scheme && (is_header || text == "bearer")) return Promise::secret;
    if (line[before.size()] == '-') return promise_of(word);
    return quoted && promise_of(word) == Promise::secret ? Promise::secret : Promise::none;   // api_key "v";
  }
  if (before.empty() || std::string_view("=:>,").find(before.back()) == std::string_view::npos) return Promise::none;
  const bool list = before.back() == ',';
  drop_any(before, "=:>?+|~.");
  if (list) {
    if (before.ends_with(',')) before.remove_suffix(1);
    if (!before.ends_with('"') && !before.ends_with('\'')) return Promise::none;
  }
  drop_any(before, " \t\"'`\\)]*");
  Name name = take_name(before);
  if (name.text() == "string" || name.text() == "str") {   // a type between: var token string = "…"
    drop_any(before, " :");
    name = take_name(before);
  }
  if (name.text() == "value") {   // - name: ACME_TOKEN, and on the next line - value: …
    drop_any(before, " \t\r\n\"'-,{");
    name = take_name(before);
  }
  const Promise promise = promise_of(name);
  if (promise == Promise::secret || !before.ends_with(' ')) return promise;
  before.remove_suffix(1);
  const Name first = take_name(before);   // "api key: …"
  const bool spaced = name.text() == "key" && (first.has("api") || first.has("access") || first.has("secret") ||
                                               first.has("auth") || first.has("private") || first.has("license"));
  return spaced ? Promise::secret : promise;
}

/// How often digits and letters change places: words and names with a number do so once or twice.
int digit_changes(std::string_view value) {
  int changes = 0;
  char last = 0;
  for (const char c : value) {
    if (!g_ascii_isalnum(c)) continue;
    changes += last != 0 && (g_ascii_isdigit(c) != 0) != (g_ascii_isdigit(last) != 0);
    last = c;
  }
  return changes;
}

/// A path, a file or a web address.
bool is_path(std::string_view value) {
  const auto slashes = std::count(value.begin(), value.end(), '/');
  return value.front() == '/' || has_part(value, "://") || value.starts_with("./") ||
         (slashes >= 2 && digit_changes(value) < 4);
}

bool is_random(std::string_view value) {
  const Kinds kinds(value);
  if (kinds.letters() == 0 || longest_same_run(value) >= 6) return false;
  const int distinct = distinct_bytes(value);
  const int wanted = std::min(static_cast<int>(value.size()), 18) / 2;
  if (distinct < wanted) return false;
  if (kinds.digit == 0) {
    const bool mixed_case = value.size() >= 20 && kinds.lower >= 4 && kinds.upper >= 4 && kinds.sign > 2;
    return distinct >= 14 && (mixed_case || kinds.sign >= 8);
  }
  return digit_changes(value) >= (value.size() < 24 ? 3 : 2);
}

bool is_value_sign(char c) {
  return g_ascii_isalnum(c) || (c != '\0' && std::string_view("_.+/~|=:%-").find(c) != std::string_view::npos);
}

/// Takes the whole value over of which the pattern has met the beginning: what stands in quotes, or up to the next sign
/// that no token has.
void extend_value(Candidate& candidate) {
  constexpr std::size_t longest = 600;
  const std::string_view text = candidate.text;
  const char quote = candidate.span.begin > 0 ? text[candidate.span.begin - 1] : '\0';
  if (quote == '"' || quote == '\'' || quote == '`') {
    const std::size_t close = text.find(quote, candidate.span.begin);
    const std::string_view inside = text.substr(candidate.span.begin, close - candidate.span.begin);
    if (close != std::string_view::npos && inside.size() < longest && inside.find_first_of(" \n\t") == std::string_view::npos) {
      candidate.span.end = static_cast<std::uint32_t>(close);
      while (candidate.value().ends_with('\\')) --candidate.span.end;
      return;
    }
  }
  std::size_t end = candidate.span.begin;
  while (end < text.size() && end - candidate.span.begin < longest && is_value_sign(text[end])) ++end;
  while (end > candidate.span.begin && std::string_view(".:|%").find(text[end - 1]) != std::string_view::npos) --end;
  candidate.span.end = static_cast<std::uint32_t>(end);
}

/// The candidate may hold its own name, "acme_token=x7Kd93"; the value is then what stands behind it.
Promise take_name_inside(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const std::size_t sign = value.find_first_of("=:");
  if (sign == std::string_view::npos || sign == 0) return Promise::none;
  const std::size_t begin = value.find_first_not_of("=:", sign);
  if (begin == std::string_view::npos) return Promise::none;
  std::string_view before = value.substr(0, sign);
  candidate.span.begin += static_cast<std::uint32_t>(begin);
  return promise_of(take_name(before));
}

}  // namespace

Likelihood check_assigned(Candidate& candidate) {
  Promise promise = promise_before(candidate.text.substr(0, candidate.span.begin));
  extend_value(candidate);
  if (promise == Promise::none) promise = take_name_inside(candidate);
  const std::string_view value = candidate.value();
  if (promise == Promise::none || value.size() < shortest_value) return Likelihood::none;
  if (is_placeholder(value) || is_path(value) || (is_code(value) && !is_quoted(candidate)) || !is_random(value)) return Likelihood::none;
  if (promise == Promise::secret) return Likelihood::fair;
  const Kinds kinds(value);
  const bool mixed = value.size() >= 20 && kinds.lower > 2 && kinds.upper > 2 && kinds.digit > 1 && kinds.sign == 0;
  return mixed && digit_changes(value) >= 4 ? Likelihood::fair : Likelihood::weak;
}

Likelihood check_basic_auth(Candidate& candidate) {
  const std::string decoded = decode_base64(candidate.value(), 256);
  const std::size_t colon = decoded.find(':');
  if (colon == std::string::npos || decoded.size() < 6) return Likelihood::none;
  const bool readable = std::all_of(decoded.begin(), decoded.end(), [](char c) { return g_ascii_isprint(c); });
  const std::string_view password = std::string_view(decoded).substr(colon + 1);
  if (!readable || (!password.empty() && is_placeholder(password))) return Likelihood::none;
  return Likelihood::fair;
}

}  // namespace loftgate
