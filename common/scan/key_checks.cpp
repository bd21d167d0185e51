// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of private keys in their armours, and of JSON web tokens.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <glib.h>

#include "common/scan/base58.h"
#include "common/scan/checks.h"
#include "common/scan/secret_text.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_key = 32 * 1024;

/// The bytes right behind the candidate that may belong to it.
std::string_view rest_of(const Candidate& candidate) { return candidate.text.substr(candidate.span.end, longest_key); }

void extend(Candidate& candidate, std::size_t size) { candidate.span.end += static_cast<std::uint32_t>(size); }

/// The longest run of base64 in a key's body.
std::size_t longest_base64(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = is_base64(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// Takes over everything that base64, '.' and '=' continue.
void extend_token(Candidate& candidate, std::string_view more) {
  const std::string_view rest = rest_of(candidate);
  std::size_t size = 0;
  while (size < rest.size() && (is_base64(rest[size]) || more.find(rest[size]) != std::string_view::npos)) ++size;
  extend(candidate, size);
}

/// A header of RFC 7515 or 7516: JSON that names an algorithm or type.
bool is_jose_header(std::string_view text) {
  const std::string header = decode_base64(text, 600);
  if (!header.starts_with("{")) return false;
  for (const std::string_view field : {"\"alg\"", "\"typ\"", "\"enc\"", "\"kid\""}) {
    if (has_part(header, field)) return true;
  }
  return false;
}

}  // namespace

Likelihood check_pem(Candidate& candidate) {
  const std::string_view rest = rest_of(candidate);
  std::size_t end = rest.find("END ");
  while (end != std::string_view::npos && (end == 0 || (rest[end - 1] != '-' && rest[end - 1] != ' ' && rest[end - 1] != '\n'))) {
    end = rest.find("END ", end + 1);
  }
  const std::size_t next = rest.find("BEGIN ");
  if (end == std::string_view::npos || next < end) {
    // The end is missing; what stands there still gives the key away, unless nothing stands there.
    std::size_t body = 0;
    while (body < rest.size() && (is_base64(rest[body]) || g_ascii_isspace(rest[body]) || rest[body] == '\\' || rest[body] == '=')) ++body;
    while (body > 0 && (g_ascii_isspace(rest[body - 1]) || rest[body - 1] == '\\')) --body;
    if (longest_base64(rest.substr(0, body)) < 20) return Likelihood::weak;
    extend(candidate, body);
    return Likelihood::fair;
  }
  if (longest_base64(rest.substr(0, end)) < 16) return Likelihood::none;
  const std::size_t line = std::min(rest.find_first_of("\n\"'\\", end), rest.size());
  std::size_t close = rest.find("--", end);
  if (close < line) {
    while (close < line && rest[close] == '-') ++close;
  } else {
    close = line;
  }
  extend(candidate, close);
  return Likelihood::strong;
}

Likelihood check_putty_key(Candidate& candidate) {
  // https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html
  const std::string_view rest = rest_of(candidate);
  const std::size_t mac = rest.find("Private-MAC:");
  if (mac != std::string_view::npos) {
    extend(candidate, std::min(rest.find('\n', mac), rest.size()));
    return Likelihood::strong;
  }
  const std::size_t lines = rest.find("Private-Lines:");
  if (lines == std::string_view::npos) {
    return rest.starts_with("\n") || rest.starts_with("\r") || rest.starts_with(": ") ? Likelihood::fair : Likelihood::weak;
  }
  std::size_t end = std::min(rest.find('\n', lines), rest.size());
  while (end < rest.size() && (is_base64(rest[end]) || g_ascii_isspace(rest[end]) || rest[end] == '=')) ++end;
  while (end > 0 && g_ascii_isspace(rest[end - 1])) --end;
  extend(candidate, end);
  return Likelihood::strong;
}

Likelihood check_jwk(Candidate& candidate) {
  // RFC 7517 and 7518: "d" is the private part of RSA, EC and OKP keys, "k" the key of "oct".
  constexpr std::size_t longest_object = 4096;
  const std::string_view text = candidate.text;
  const std::size_t least = candidate.span.begin > longest_object ? candidate.span.begin - longest_object : 0;
  const std::size_t open = text.substr(least, candidate.span.begin - least).rfind('{');
  const std::size_t close = text.substr(candidate.span.end, longest_object).find('}');
  if (open == std::string_view::npos || close == std::string_view::npos) return Likelihood::none;
  const std::size_t begin = least + open, end = candidate.span.end + close + 1;
  const std::string_view object = text.substr(begin, end - begin);
  for (const std::string_view field : {"\"d\"", "\"k\""}) {
    const std::size_t at = object.find(field);
    if (at == std::string_view::npos) continue;
    const std::string_view value = object.substr(at + field.size(), 64);
    if (longest_base64(value) < 20) continue;
    candidate.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return Likelihood::strong;
  }
  return Likelihood::none;
}

Likelihood check_xml_key(Candidate& candidate) {
  // System.Security.Cryptography.RSA.ToXmlString: <D> is there only in private keys.
  constexpr std::string_view closing = "</RSAKeyValue>";
  const std::string_view rest = rest_of(candidate);
  const std::size_t end = rest.find(closing);
  if (end == std::string_view::npos) return Likelihood::none;
  const std::size_t exponent = rest.substr(0, end).find("<D>");
  if (exponent == std::string_view::npos || longest_base64(rest.substr(exponent + 3, 200)) < 40) return Likelihood::none;
  extend(candidate, end + closing.size());
  return Likelihood::strong;
}

Likelihood check_encoded_pem(Candidate& candidate) {
  if (!has_part(decode_base64(candidate.value(), 90), "PRIVATE KEY")) return Likelihood::none;
  extend_token(candidate, "=");
  return candidate.span.size() >= 80 ? Likelihood::strong : Likelihood::weak;
}

Likelihood check_wif(Candidate& candidate) {
  // https://en.bitcoin.it/wiki/Wallet_import_format: 0x80 or 0xEF, the key, 0x01 if it is compressed, a checksum.
  const auto bytes = from_base58(candidate.value(), bitcoin_letters);
  const std::size_t size = candidate.value().size() == 51 ? 37 : 38;
  return bytes && bytes->size() == size && double_sha_holds(*bytes) ? Likelihood::strong : Likelihood::none;
}

Likelihood check_extended_key(Candidate& candidate) {
  constexpr std::size_t size = 82;   // BIP 32
  const auto bytes = from_base58(candidate.value(), bitcoin_letters);
  return bytes && bytes->size() == size && double_sha_holds(*bytes) ? Likelihood::strong : Likelihood::none;
}

Likelihood check_jwt(Candidate& candidate) {
  constexpr std::uint32_t shortest_token = 28;
  candidate.span.end = candidate.span.begin;   // the pattern has met the beginning only
  extend_token(candidate, "");
  const std::string_view header = candidate.value();
  const auto sign_at = [&](std::size_t at) { return at < candidate.text.size() ? candidate.text[at] : '\0'; };
  int parts = 1;
  // The third part of an unsecured token is empty: RFC 7515, appendix A.5.
  while (parts < 5 && sign_at(candidate.span.end) == '.' && (parts == 2 || is_base64(sign_at(candidate.span.end + 1)) || sign_at(candidate.span.end + 1) == '.')) {
    extend(candidate, 1);
    extend_token(candidate, "");
    ++parts;
  }
  if (parts < 2 || parts == 4 || candidate.span.size() < shortest_token) return Likelihood::none;
  const std::string_view payload = candidate.value().substr(header.size() + 1);
  const bool is_json = payload.starts_with("ey") || payload.starts_with("ew");
  if (parts != 5 && !is_json) return Likelihood::none;
  if (is_jose_header(header) && (parts == 5 || decode_base64(payload, 1).size() == 1)) return Likelihood::strong;
  return parts == 3 && Kinds(candidate.value()).digit > 0 ? Likelihood::weak : Likelihood::none;
}

Likelihood check_encoded_jwt(Candidate& candidate) {
  const std::string decoded = decode_base64(candidate.value(), 2048);
  const std::size_t dot = decoded.find('.');
  if (dot == std::string::npos && candidate.span.size() < 64) return Likelihood::none;
  if (!is_jose_header(std::string_view(decoded).substr(0, dot))) return Likelihood::none;
  extend_token(candidate, "=");
  const std::string whole = decode_base64(candidate.value(), 4096);
  const std::size_t first = whole.find('.');
  return first != std::string::npos && has_part(std::string_view(whole).substr(first, 3), ".e") ? Likelihood::strong
                                                                                               : Likelihood::none;
}

}  // namespace loftgate
