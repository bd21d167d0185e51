// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/glob.h"

#include <algorithm>
#include <limits>

#include <glib.h>

namespace loftgate {
namespace {

constexpr std::string_view digit = "[0-9]";
constexpr std::size_t none = std::string_view::npos;

bool same_letter(char a, char b) { return g_ascii_tolower(a) == g_ascii_tolower(b); }

bool is_name_byte(char c) { return g_ascii_isalnum(c) || c == '_'; }

/// Takes one unit off the front of `pattern` if the front of `text` has its form.
bool take_unit(std::string_view& pattern, std::string_view& text) {
  if (pattern.empty() || text.empty() || pattern.front() == '*') return false;
  const bool is_digit = pattern.starts_with(digit);
  if (is_digit ? !g_ascii_isdigit(text.front()) : !same_letter(pattern.front(), text.front())) return false;
  pattern.remove_prefix(is_digit ? digit.size() : 1);
  text.remove_prefix(1);
  return true;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view text) {
  std::string_view after_star, retry;
  bool starred = false;
  while (!text.empty()) {
    if (take_unit(pattern, text)) continue;
    if (!pattern.empty() && pattern.front() == '*') {
      pattern.remove_prefix(1);
      after_star = pattern;
      retry = text;
      starred = true;
      continue;
    }
    if (!starred) return false;
    retry.remove_prefix(1);
    pattern = after_star;
    text = retry;
  }
  return pattern.find_first_not_of('*') == none;
}

std::size_t glob_prefix(std::string_view pattern, std::string_view text) {
  std::string_view rest = text;
  while (take_unit(pattern, rest)) {
  }
  const std::size_t fixed = text.size() - rest.size();
  if (pattern.empty()) return fixed;
  if (pattern.front() != '*') return none;
  const auto run_end = std::find_if_not(rest.begin(), rest.end(), is_name_byte);
  const std::string_view run = rest.substr(0, static_cast<std::size_t>(run_end - rest.begin()));
  return glob_matches(pattern, run) ? fixed + run.size() : none;
}

std::size_t glob_exactness(std::string_view pattern) {
  bool wild = false;
  std::size_t fixed = 0;
  while (!pattern.empty()) {
    const std::size_t size = pattern.starts_with(digit) ? digit.size() : 1;
    const bool is_wild = size > 1 || pattern.front() == '*';
    wild = wild || is_wild;
    if (!is_wild) ++fixed;
    pattern.remove_prefix(size);
  }
  return wild ? fixed : std::numeric_limits<std::size_t>::max();
}

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same_letter);
}

}  // namespace loftgate
