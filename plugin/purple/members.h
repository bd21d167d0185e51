// SPDX-License-Identifier: GPL-2.0-or-later
// Reads who is in a room, which of them are automated, and which the user knows to be people.
#pragma once

#include <purple.h>

#include "common/text/message.h"

namespace loftgate {

/// Fills in `members`, `bots` and `people`.
void read_members(PurpleConversation* room, PeerSigns& signs);

/// The contact that a member of a room is when written to alone.
Destination member_of(PurpleConversation* room, const char* nick);

}  // namespace loftgate
