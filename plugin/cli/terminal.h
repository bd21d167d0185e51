// SPDX-License-Identifier: GPL-2.0-or-later
// Writes to the terminal, where names that strangers chose must not act.
#pragma once

#include <string>
#include <string_view>

namespace loftgate::cli {

/// The text with control characters, direction overrides and broken UTF-8 written out ("\x1b", "\u202e").
std::string printable(std::string_view text);

/// The same for text of several lines: line feeds and tabs stay.
std::string printable_lines(std::string_view text);

/// Writes to standard output as it is.
void print(std::string_view text);

/// Writes one line to standard output.
void print_line(std::string_view text);

/// Writes one line to standard error.
void say_trouble(std::string_view text);

/// Sends what was printed on its way. False when it could not be written: disk full, or closed by the reader.
bool flush_output();

}  // namespace loftgate::cli
