// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/mention.h"

#include <algorithm>

#include <glib.h>

#include "common/policy/glob.h"

namespace loftgate {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view command_signs = "!./%";
constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_command = 32;

/// Bytes of letters beyond ASCII count as letters.
bool is_word_byte(char c) { return g_ascii_isalnum(c) || c == '_' || (c & 0x80) != 0; }

void blank(std::string& text, std::size_t begin, std::size_t end) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

/// A line somebody else wrote: "> text", or "<nick> text" pasted from a chat.
bool is_quote(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  if (line.starts_with('>')) return true;
  const std::size_t close = line.find('>');
  return line.starts_with('<') && close != none && line.substr(0, close).find(' ') == none;
}

bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  return line.starts_with("```");
}

void blank_inline_code(std::string& text, std::size_t begin, std::size_t end) {
  std::size_t open = text.find('`', begin);
  while (open < end) {
    const std::size_t close = text.find('`', open + 1);
    if (close >= end) return;
    blank(text, open, close + 1);
    open = text.find('`', close + 1);
  }
}

/// Whether a name may begin at `at`: not inside an e-mail address, a link or another name. Telegram's
/// "/command@name" is the exception.
bool may_begin(std::string_view words, std::size_t at) {
  if (at == 0) return true;
  const char before = words[at - 1];
  if (!is_word_byte(before)) return before != '@' && before != '/' && before != '.';
  std::size_t begin = at;
  while (begin > 0 && at - begin <= longest_command && is_word_byte(words[begin - 1])) --begin;
  return begin > 0 && words[begin - 1] == '/' && (begin == 1 || blanks.find(words[begin - 2]) != none);
}

/// Whether a name ends at `at`: "@claude." does, "@claudefan" and "@claude.dupont" do not.
bool may_end(std::string_view words, std::size_t at) {
  if (at >= words.size()) return true;
  if (is_word_byte(words[at])) return false;
  const bool joins = words[at] == '.' || words[at] == '-' || words[at] == '@';
  return !joins || at + 1 >= words.size() || !is_word_byte(words[at + 1]);
}

/// The first words of the message that are the writer's own.
std::string_view beginning(std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of(blanks), words.size()));
  return words;
}

}  // namespace

std::string own_words(std::string_view plain) {
  std::string words(plain);
  bool in_fence = false;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    const std::string_view line = std::string_view(words).substr(begin, end - begin);
    const bool fence = is_fence(line);
    if (in_fence || fence || is_quote(line)) {
      blank(words, begin, end);
    } else {
      blank_inline_code(words, begin, end);
    }
    in_fence = in_fence != fence;
    begin = end + 1;
  }
  return words;
}

bool mentions(std::string_view words, std::string_view pattern) {
  for (std::size_t at = words.find('@'); at != none; at = words.find('@', at + 1)) {
    if (!may_begin(words, at)) continue;
    const std::size_t size = glob_prefix(pattern, words.substr(at));
    if (size != none && may_end(words, at + size)) return true;
  }
  return false;
}

bool begins_with_command(std::string_view words, std::string_view command) {
  const std::string_view text = beginning(words);
  const std::size_t size = glob_prefix(command, text);
  if (size == none) return false;
  const bool ends_itself = command.ends_with(':') || command.ends_with(',');
  return ends_itself || may_end(text, size);
}

bool begins_with_signed_command(std::string_view words, std::string_view command) {
  const std::string_view text = beginning(words);
  if (text.empty() || command_signs.find(text.front()) == none) return false;
  return begins_with_command(text.substr(1), command);
}

}  // namespace loftgate
