// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words by which people call an AI into a chat, and passes over quotes and code.
#pragma once

#include <string>
#include <string_view>

namespace loftgate {

/// The writer's own words: `plain` with quoted lines, pasted chat lines and code blanked, so that offsets stay.
std::string own_words(std::string_view plain);

/// Whether `words` (from own_words) call somebody by `pattern`, "@meta ai"; `*` stands for letters and digits of a name.
/// E-mail addresses, links and longer names ("@claude.dupont") do not count.
bool mentions(std::string_view words, std::string_view pattern);

/// Whether the message begins with `command`, "!gpt" or "soulshack:"; `*` as above.
bool begins_with_command(std::string_view words, std::string_view command);

/// The same for a command without its sign: "gpt" in "!gpt hello", ".gpt hello", "/gpt hello", "%gpt hello".
bool begins_with_signed_command(std::string_view words, std::string_view command);

}  // namespace loftgate
