// SPDX-License-Identifier: GPL-2.0-or-later
// Where a user interface plugs into the core: the core plugin's info->extra_info points to one ViewSocket.
// Both modules come from one build; `version` and `build` are compared before anything else is touched.
#pragma once

#include <purple.h>

#include <optional>
#include <string>

#include "common/engine/ports.h"
#include "common/text/message.h"

namespace loftgate {

struct ViewSocket {
  static constexpr unsigned current_version = 2;

  unsigned version = current_version;
  const char* build = LOFTGATE_VERSION;

  Door* door = nullptr;
  /// Copies what libpurple knows about a conversation into a message with this markup.
  Message (*describe)(PurpleConversation* conversation, const char* markup) = nullptr;
  /// What the content of an entry would carry if it were sent now: a message, or the text of a slash command, reaching
  /// whom that reaches. Nothing when no text would leave. For the open conversations of a loaded core.
  std::optional<Message> (*read_draft)(PurpleConversation* conversation, const char* markup) = nullptr;
  /// Finds the conversation of a destination again, or NULL.
  PurpleConversation* (*find)(const Destination& to) = nullptr;
  /// Sends through libpurple's conversation API: what a view without an entry of its own uses.
  Outbox* outbox = nullptr;
  /// Takes over asking in conversations for which `claims` answers TRUE; the core's text view serves the others.
  void (*plug)(WarningView* view, gboolean (*claims)(PurpleConversation* conversation)) = nullptr;
  void (*unplug)(WarningView* view) = nullptr;
};

}  // namespace loftgate
