// SPDX-License-Identifier: GPL-2.0-or-later
// The XML of "what are you?" on XMPP (XEP-0030) and what is read from it. Whoever answers may write anything.
#pragma once

#include <purple.h>

#include <optional>
#include <string>

#include "common/text/message.h"

namespace loftgate {

/// What somebody says about themselves.
struct DiscoAnswer {
  bool part = false;                           ///< about one part of it (a node), not about the whole
  bool bot = false;                            ///< identity client/bot
  bool gateway = false;                        ///< a way to another network
  RoomAccess access = RoomAccess::unknown;     ///< of a room
};

/// The question; the caller owns it.
xmlnode* disco_question(const std::string& id, const std::string& to);

/// nullopt when `iq` holds no such answer.
std::optional<DiscoAnswer> read_disco_answer(const xmlnode* iq);

/// Whether a presence from a room says that the room is logged (XEP-0045, status 170).
bool says_logged(const xmlnode* presence);

}  // namespace loftgate
