// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/toml.h"

#include <glib.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace loftgate {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::string place(const RecordFile& file, std::size_t line) { return file.name + ":" + std::to_string(line) + ": "; }

Error error_at(const RecordFile& file, std::size_t offset, const std::string& what) {
  const auto lines = std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {Code::invalid, place(file, static_cast<std::size_t>(lines) + 1) + what};
}

/// Where a string that opens at `at` ends; the end of its line or of the text if it is not closed.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool many_lines = text.substr(at, 3) == std::string(3, quote);
  at += many_lines ? 3 : 1;
  for (; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (!many_lines && text[at] == '\n') {
      return at;
    } else if (text[at] == quote && !many_lines) {
      return at + 1;
    } else if (text.substr(at, 3) == std::string(3, quote)) {
      return std::min(text.find_first_not_of(quote, at), text.size());
    }
  }
  return text.size();
}

/// Where the first letter beyond ASCII stands outside of strings and comments, which TOML does not allow; npos if none.
/// toml++ 3.3 reaches undefined behaviour there, in is_non_ascii_horizontal_whitespace().
std::size_t stray_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"' || text[at] == '\'') {
      at = string_end(text, at);
    } else if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if ((text[at] & 0x80) != 0) {
      return at;
    } else {
      ++at;
    }
  }
  return none;
}

}  // namespace

Result<toml::table> parse_toml(const RecordFile& file) {
  const char* bad = nullptr;
  if (!g_utf8_validate_len(file.text.data(), file.text.size(), &bad)) {
    return error_at(file, static_cast<std::size_t>(bad - file.text.data()), "not UTF-8; save the file as UTF-8");
  }
  if (const std::size_t stray = stray_letter(file.text); stray != none) {
    return error_at(file, stray, "no valid TOML: a letter outside of quotes; put the text in quotes");
  }
  toml::parse_result parsed = toml::parse(std::string_view(file.text), std::string_view(file.name));
  if (parsed) return std::move(parsed).table();
  return Error{Code::invalid, place(file, parsed.error().source().begin.line) +
                                  "no valid TOML: " + std::string(parsed.error().description()) + "; correct it there"};
}

}  // namespace loftgate
