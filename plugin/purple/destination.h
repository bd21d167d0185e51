// SPDX-License-Identifier: GPL-2.0-or-later
// Names conversations by value and finds them again, because libpurple's pointers do not outlive a disconnect.
#pragma once

#include <purple.h>

#include "common/text/message.h"

namespace loftgate {

/// `name` as libpurple's signals and conversations write it; it is normalised by the protocol.
Destination destination_of(PurpleAccount* account, const char* name, PeerKind kind);
/// The conversation must have an account.
Destination destination_of(PurpleConversation* conversation);

/// NULL when the account was removed; where the client lists no accounts, when it is not connected.
PurpleAccount* find_account(const Destination& to);
/// NULL when no such conversation is open.
PurpleConversation* find_conversation(const Destination& to);
/// The contact or saved room on the buddy list, or NULL.
PurpleBlistNode* find_node(const Destination& to);

}  // namespace loftgate
