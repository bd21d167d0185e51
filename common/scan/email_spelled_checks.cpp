// SPDX-License-Identifier: GPL-2.0-or-later
// Checks whether text around the words for "@" and "." is an e-mail address: "anna [at] posteo dot net".
#include <algorithm>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/mail_domains.h"

namespace loftgate {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_local_sign(char c) { return is_ascii_alnum(c) || c == '.' || c == '_' || c == '+' || c == '-'; }

/// Where the run of characters of an address that ends at `end` begins.
std::size_t name_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin <= 64 && is_local_sign(text[begin - 1])) --begin;
  return begin;
}

std::size_t without_blanks(std::string_view text, std::size_t end) {
  for (int i = 0; i < 2 && end > 0 && text[end - 1] == ' '; ++i) --end;
  return end;
}

/// Steps back over a word that stands alone before `end`; npos if it is another one.
std::size_t before_word(std::string_view text, std::size_t end, std::string_view word) {
  const std::size_t last = without_blanks(text, end);
  if (last == end || last < word.size() + 1 || !ends_in(text.substr(0, last), word)) return npos;
  const std::size_t begin = last - word.size();
  return text[begin - 1] == ' ' ? without_blanks(text, begin) : npos;
}

/// Takes "anna dot weber" before `end` into the span, up to two dots.
std::size_t spelled_name_before(std::string_view text, std::size_t end) {
  std::size_t begin = name_before(text, end);
  for (int i = 0; i < 2; ++i) {
    const std::size_t earlier = before_word(text, begin, "dot");
    if (earlier == npos) break;
    const std::size_t longer = name_before(text, earlier);
    if (longer == earlier) break;
    begin = longer;
  }
  return begin;
}

/// "anna at gmail dot com": the candidate is "dot com".
Likelihood spelled_by_dot(Candidate& candidate) {
  const std::string_view text = candidate.text;
  if (!is_top_domain(candidate.value().substr(candidate.value().rfind(' ') + 1))) return Likelihood::none;
  std::size_t end = without_blanks(text, candidate.span.begin);
  std::size_t begin = name_before(text, end);
  const std::string_view label = text.substr(begin, end - begin);
  if (label.empty() || end == candidate.span.begin) return Likelihood::none;
  end = before_word(text, begin, "at");
  if (end == npos) return Likelihood::none;
  begin = spelled_name_before(text, end);
  if (begin == end || is_word_before_at(text.substr(begin, end - begin))) return Likelihood::none;
  const bool small = std::any_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool shouted = small && candidate.value().starts_with("DOT ");
  const bool whole = begin == 0 && candidate.span.end == text.size();
  candidate.span.begin = static_cast<std::uint32_t>(begin);
  return is_mail_service(label) || shouted || whole ? Likelihood::fair : Likelihood::weak;
}

/// "anna.weber at gmail.com": the candidate is "gmail.com".
Likelihood spelled_by_at(Candidate& candidate) {
  const std::string_view text = candidate.text;
  if (!is_top_domain(candidate.value().substr(candidate.value().rfind('.') + 1))) return Likelihood::none;
  const std::size_t end = before_word(text, candidate.span.begin, "at");
  if (end == npos) return Likelihood::none;
  const std::size_t begin = spelled_name_before(text, end);
  const std::string_view name = text.substr(begin, end - begin);
  if (name.size() < 3 || is_word_before_at(name)) return Likelihood::none;
  candidate.span.begin = static_cast<std::uint32_t>(begin);
  const bool made_up = name.find_first_of("0123456789._") != npos;
  return made_up || begin == 0 ? Likelihood::fair : Likelihood::weak;
}

}  // namespace

Likelihood check_email_spelled(Candidate& candidate) {
  if (same_text(candidate.value().substr(0, 4), "dot ")) return spelled_by_dot(candidate);
  if (is_mail_service(candidate.value().substr(0, candidate.value().find('.')))) return spelled_by_at(candidate);
  const std::string_view text = candidate.text;
  std::size_t end = candidate.span.begin;
  if (same_text(candidate.value().substr(0, 2), "at") || candidate.value().starts_with("ä")) {
    // "[at]": the bracket before it must be there.
    if (end > 0 && text[end - 1] == ' ') --end;
    if (end == 0 || std::string_view("[({<").find(text[end - 1]) == npos) return Likelihood::none;
    --end;
  }
  end = without_blanks(text, end);
  const std::size_t begin = spelled_name_before(text, end);
  if (begin == end || !is_ascii_alnum(text[begin])) return Likelihood::none;
  std::size_t top = candidate.span.end;
  while (top > candidate.span.begin && is_ascii_alnum(text[top - 1])) --top;
  if (!is_top_domain(text.substr(top, candidate.span.end - top))) return Likelihood::none;
  candidate.span.begin = static_cast<std::uint32_t>(begin);
  return Likelihood::fair;
}

}  // namespace loftgate
