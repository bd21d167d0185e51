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

bool is_ascii(char c) { return (c & 0x80) == 0; }

Error error_at(const RecordFile& file, std::size_t offset, const std::string& what) {
  const auto lines = std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return {Code::invalid, place(file, static_cast<std::size_t>(lines) + 1) + what};
}

/// Where a string that opens at `at` ends; the end of its line or of the text if it is not closed, or the letter beyond
/// ASCII that follows a backslash.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool many_lines = text.substr(at, 3) == std::string(3, quote);
  at += many_lines ? 3 : 1;
  for (; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      const std::size_t next = text.find_first_not_of(many_lines ? " \t\r\n" : "", at + 1);
      if (next < text.size() && !is_ascii(text[next])) return next;
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

/// Goes over a record token by token, as far as it is valid, to tell strings and comments from the rest.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  /// Where the first letter beyond ASCII stands outside of strings and comments or after a backslash, which TOML does
  /// not allow; npos if there is none. toml++ 3.3 has undefined behaviour there: is_non_ascii_horizontal_whitespace().
  std::size_t stray_letter() {
    while (at_ < text_.size()) {
      if (!is_ascii(text_[at_])) return at_;
      step(text_[at_]);
    }
    return none;
  }

 private:
  void step(char c) {
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '"' || c == '\'') {
      at_ = string_end(text_, at_);
    } else if (value_ && blanks.find(c) == none && brackets.find(c) == none) {
      skip_bare_value();
    } else {
      note(c);
      ++at_;
    }
  }

  /// Numbers, dates and words. What is wrong with them shows up to where the next token can begin.
  void skip_bare_value() {
    value_ = false;
    const std::size_t end = std::min(text_.find_first_of("\n,]}#", at_), text_.size());
    while (at_ < end && is_ascii(text_[at_])) ++at_;
  }

  /// Keeps track of whether a value comes next, or a key.
  void note(char c) {
    if ((c == '[' && value_) || c == '{') open_ += c;
    if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
    if (blanks.find(c) == none || c == '\n') value_ = c == '=' || (open_.ends_with('[') && c != ']');
  }

  static constexpr std::string_view blanks = " \t\r\n";
  static constexpr std::string_view brackets = "[]{},=";

  std::string_view text_;
  std::size_t at_ = 0;
  std::string open_;        ///< the arrays and inline tables around this place, by their brackets
  bool value_ = false;
};

}  // namespace

Result<toml::table> parse_toml(const RecordFile& file) {
  const char* bad = nullptr;
  if (!g_utf8_validate_len(file.text.data(), file.text.size(), &bad)) {
    return error_at(file, static_cast<std::size_t>(bad - file.text.data()), "not UTF-8; save the file as UTF-8");
  }
  if (const std::size_t stray = Tokens(file.text).stray_letter(); stray != none) {
    return error_at(file, stray,
                    "no valid TOML: a letter beyond ASCII; put the text in quotes, without a backslash before it");
  }
  toml::parse_result parsed = toml::parse(std::string_view(file.text), std::string_view(file.name));
  if (parsed) return std::move(parsed).table();
  return Error{Code::invalid, place(file, parsed.error().source().begin.line) +
                                  "no valid TOML: " + std::string(parsed.error().description()) + "; correct it there"};
}

}  // namespace loftgate
