// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of connection strings: addresses and lists of fields that hold a password.
#include <algorithm>
#include <string_view>

#include <glib.h>

#include "common/scan/checks.h"
#include "common/scan/secret_text.h"

namespace loftgate {
namespace {

bool equals_any_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && g_ascii_strncasecmp(a.data(), b.data(), a.size()) == 0;
}

/// A host of documentation, at which no password is anybody's.
bool is_placeholder_host(std::string_view host) { return host.starts_with("{") || host.starts_with("<") || host.starts_with("$"); }

bool is_no_password(std::string_view user, std::string_view password) {
  for (const std::string_view word : {"pass", "password", "secret", "pw", "pwd", "passwd", "token", "mypassword",
                                      "xxx", "****", "foo", "bar", "pass123", "mypass"}) {
    if (equals_any_case(password, word)) return true;
  }
  return is_placeholder(password) || (equals_any_case(user, password) && Kinds(password).digit == 0);
}

/// The value of a field, up to `;`, quotation marks or space.
std::string_view field_value(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '=')) text.remove_prefix(1);
  return text.substr(0, text.find_first_of(";\"'\n<& "));
}

/// Where `name` stands in `text`, in any case and as a whole word, or npos.
std::size_t find_field(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; at + name.size() < text.size(); ++at) {
    const bool begins = at == 0 || !g_ascii_isalnum(text[at - 1]);
    if (!begins || !equals_any_case(text.substr(at, name.size()), name)) continue;
    std::size_t end = at + name.size();
    while (end < text.size() && text[end] == ' ') ++end;
    if (end < text.size() && text[end] == '=') return at;
  }
  return std::string_view::npos;
}

/// An unescaped '@' in the password: what looked like the host is a part of it.
void take_host_behind_at_sign(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::size_t end = candidate.span.end;
  if (end >= text.size() || text[end] != '@') return;
  while (end < text.size() && end - candidate.span.end < 160 &&
         (g_ascii_isalnum(text[end]) || std::string_view("@._-:/?=&%,[]").find(text[end]) != std::string_view::npos)) {
    ++end;
  }
  while (std::string_view("@.,:?&").find(text[end - 1]) != std::string_view::npos) --end;
  if (end > candidate.span.end) candidate.span.end = static_cast<std::uint32_t>(end);
}

/// "user:password", either of them quoted, with something in it that is no placeholder.
bool holds_password(std::string_view value) {
  const std::size_t colon = value.find(':');
  if (colon == std::string_view::npos) return false;
  std::string_view user = value.substr(0, colon), password = value.substr(colon + 1);
  for (const char quote : {'"', '\''}) {
    if (user.starts_with(quote)) user.remove_prefix(1);
    if (user.ends_with(quote)) user.remove_suffix(1);
    if (password.starts_with(quote)) password.remove_prefix(1);
    if (password.ends_with(quote)) password.remove_suffix(1);
  }
  if (password.empty()) {   // services take a token as the user
    const Kinds kinds(user);
    return user.size() >= 8 && kinds.digit > 0 && kinds.letters() > 0 && !is_placeholder(user);
  }
  if (user.starts_with('<') || user.starts_with('$') || password.starts_with('$')) return false;
  const bool in_braces = password.starts_with('{') && Kinds(password).digit > 1 && Kinds(password).upper > 1;
  if (password.size() < 4 || password == user) return false;
  return in_braces || !is_no_password(user, password);
}

}  // namespace

Likelihood check_url_password(Candidate& candidate) {
  take_host_behind_at_sign(candidate);
  const std::string_view value = candidate.value();
  const std::size_t scheme = value.find("://");
  if (scheme == std::string_view::npos) return Likelihood::none;
  const std::size_t begin = scheme + 3;
  const std::size_t slash = std::min(value.find_first_of("/?#", begin), value.size());
  std::size_t at = value.substr(0, slash).rfind('@');
  if (at == std::string_view::npos) at = value.rfind('@');   // an unescaped slash in the password
  const std::size_t colon = value.find(':', begin);
  if (at == std::string_view::npos || colon == std::string_view::npos || colon > at) return Likelihood::none;
  const std::string_view user = value.substr(begin, colon - begin);
  const std::string_view password = value.substr(colon + 1, at - colon - 1);
  const std::string_view host = value.substr(at + 1);
  if (password.empty() || is_placeholder_host(host) || is_no_password(user, password)) return Likelihood::none;
  if (has_part(password, "/") && has_part(password, "?")) return Likelihood::none;   // a port, a path, an e-mail address
  const bool port = password.find_first_not_of("0123456789") == password.find('/') && has_part(password, "/");
  return port ? Likelihood::none : Likelihood::strong;
}

Likelihood check_dsn(Candidate& candidate) {
  constexpr std::size_t longest = 600;
  const std::string_view rest = candidate.text.substr(candidate.span.begin, longest);
  candidate.span.end = candidate.span.begin + static_cast<std::uint32_t>(std::min(rest.find_first_of("\"'`\n<>"), rest.size()));
  while (g_ascii_isspace(candidate.value().back())) --candidate.span.end;
  const std::string_view value = candidate.value();
  if (!has_part(value, ";")) return Likelihood::none;
  for (const std::string_view name : {"password", "pwd", "accountkey", "sharedaccesskey", "sharedaccesssignature",
                                      "accesskey", "passwd", "passphrase"}) {
    const std::size_t at = find_field(value, name);
    if (at == std::string_view::npos) continue;
    const std::string_view password = field_value(value.substr(at + name.size()));
    const bool good = password.size() >= 3 && !is_no_password("", password) && !is_code(password);
    return good ? Likelihood::strong : Likelihood::none;
  }
  return Likelihood::none;
}

Likelihood check_curl_user(Candidate& candidate) {
  constexpr std::size_t longest = 600;
  const std::string_view text = candidate.text.substr(0, candidate.span.end + longest);
  for (const std::string_view option : {" -u", " --user"}) {
    std::size_t at = text.find(option, candidate.span.end - 1);
    if (at == std::string_view::npos) continue;
    at += option.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == '=')) ++at;
    std::size_t end = at;
    char quote = '\0';
    for (; end < text.size() && (quote != '\0' || !g_ascii_isspace(text[end])); ++end) {
      if (text[end] == quote) {
        quote = '\0';
      } else if (quote == '\0' && (text[end] == '"' || text[end] == '\'')) {
        quote = text[end];
      }
    }
    if (end == at) continue;
    candidate.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (holds_password(candidate.value())) return Likelihood::fair;
  }
  return Likelihood::none;
}

}  // namespace loftgate
