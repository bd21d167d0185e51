// SPDX-License-Identifier: GPL-2.0-or-later
// Reads and writes the entry of a conversation, and finds plain-text spans again in its buffer.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/text/markup.h"
#include "plugin/pidgin/changed_part.h"
#include "plugin/pidgin/pidgin_api.h"

namespace loftgate {

/// What Pidgin would send: the entry's content as libpurple markup.
std::string entry_markup(PidginConversation* window);
/// The same of a part of it.
std::string entry_markup(PidginConversation* window, CharRange part);
/// All of it.
CharRange whole_entry(PidginConversation* window);
/// Its bare text; a smiley or image is U+FFFC.
std::string entry_text(PidginConversation* window);
bool entry_is_empty(PidginConversation* window);
/// The entry holds one of our own commands, "/lg mask": it is no text for anybody.
bool entry_is_command(PidginConversation* window);

/// Puts `markup` in place of what is there, as one step of undo.
void replace_entry(PidginConversation* window, const std::string& markup);
/// Adds `markup` on a new line after what is there, or as the only content.
void append_to_entry(PidginConversation* window, const std::string& markup);
/// Empties the entry. `remember`: its content comes back with Ctrl+Up, as after sending.
void clear_entry(PidginConversation* window, bool remember);
/// Puts the caret where a span of the plain body begins.
void put_caret(PidginConversation* window, Span found);

/// Where a part begins and ends.
std::pair<GtkTextIter, GtkTextIter> iters_of(GtkTextBuffer* buffer, CharRange part);

/// Where spans of the plain body (bytes) of a part of the buffer stand in the buffer (characters; a smiley or image is
/// one). Empty when that part does not read as `body_size` bytes: then no position can be trusted.
std::vector<CharRange> in_buffer(GtkTextBuffer* buffer, CharRange part, const std::vector<Span>& spans,
                                 std::uint32_t body_size);

}  // namespace loftgate
