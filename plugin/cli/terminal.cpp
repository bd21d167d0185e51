// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/terminal.h"

#include <glib.h>

#include <algorithm>
#include <cstdio>

#include "common/base/i18n.h"

namespace loftgate::cli {
namespace {

/// Line and paragraph separators, marks and overrides of direction: they change how other text looks.
bool rearranges(gunichar c) {
  return c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const gunichar c = g_utf8_get_char_validated(text.data() + at, static_cast<gssize>(text.size() - at));
    const bool broken = c == static_cast<gunichar>(-1) || c == static_cast<gunichar>(-2) || c == 0;
    const std::size_t size = broken ? 1 : static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr));
    if (broken || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      shown += format("\\x%02x", broken ? static_cast<unsigned char>(text[at]) : c);
    } else if (rearranges(c)) {
      shown += format("\\u%04x", c);
    } else {
      shown += text.substr(at, size);
    }
    at += size;
  }
  return shown;
}

std::string printable_lines(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    shown += printable(text.substr(at, end - at));
    if (end < text.size()) shown += text[end];
    at = end + 1;
  }
  return shown;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_line(std::string_view text) {
  print(text);
  print("\n");
}

void say_trouble(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

bool flush_output() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace loftgate::cli
