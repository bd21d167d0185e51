// SPDX-License-Identifier: GPL-2.0-or-later
// Replaces parts of a message and leaves its formatting as it was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// One part to replace: a range of PlainText::text and the plain text that takes its place, "[phone]".
struct Replacement {
  Span span;
  std::string text;
};

/// Replaces parts of `markup`, which `read` was read from. Tags stay, also those inside a replaced part
/// (`<b>AK</b>IA…` becomes `<b>[token]</b>`). Replacements may overlap or touch in any order: overlapping ones become
/// one, with the text of the one that begins first. Inserted text is escaped for where it stands.
std::string mask_markup(std::string_view markup, const PlainText& read, std::vector<Replacement> parts);

/// The same for plain text.
std::string mask_plain(std::string_view text, std::vector<Replacement> parts);

}  // namespace loftgate
