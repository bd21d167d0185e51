// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a slash command as its protocol does: which part of the line others get to read, and who they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/message.h"

namespace loftgate {

/// What a command line carries.
struct CommandText {
  /// Whom it reaches, as the user named them, not normalised; empty: the conversation it is typed in.
  std::vector<Destination> addressed;
  std::size_t content_from = 0;   ///< where the text begins; the command and its target stand before it
};

/// "msg" of "/msg bob hello", "" when the line does not begin like a command.
std::string_view command_name(std::string_view line);

/// Commands whose words libpurple sends as a message of their conversation: /me, /action and /say.
bool is_spoken(std::string_view name);

/// False for commands that never carry a text, whatever the protocol: "join", "clear", "lg".
bool may_carry_text(std::string_view name);

/// `line` begins with "/", as it is typed in the conversation `here`. Nothing when it carries no text. Of a command
/// nobody knows, all words are text for the conversation.
std::optional<CommandText> read_command(const Destination& here, std::string_view line);

}  // namespace loftgate
