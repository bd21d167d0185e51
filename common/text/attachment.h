// SPDX-License-Identifier: GPL-2.0-or-later
// A file or picture that leaves with a message or in place of one, copied into plain values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loftgate {

struct Attachment {
  enum class Form : std::uint8_t { file, picture };   ///< `picture`: stands inside a message

  Form form = Form::file;
  std::string name;          ///< as its receiver sees it, "" when it has none; shown, never recorded
  std::string kind;          ///< in the user's language, "PNG image"; "" not known
  std::uint64_t size = 0;    ///< bytes
  std::string text;          ///< what could be read of it, "" when it is no text
  bool read_whole = false;   ///< `text` is all of it: only then can anything be said about what is in it
};

/// How much of a file is read.
inline constexpr std::size_t readable_bytes = std::size_t(1) << 20;

/// Whether bytes are text: UTF-8 without NUL. `cut_off`: they are a beginning, whose last character may be incomplete.
bool reads_as_text(std::string_view bytes, bool cut_off);

}  // namespace loftgate
