// SPDX-License-Identifier: GPL-2.0-or-later
// Copies what libpurple knows about the other side into plain values.
#pragma once

#include <purple.h>

#include <string>

#include "common/base/clock.h"
#include "common/text/message.h"

namespace loftgate {

/// An outgoing message of an open conversation. `markup` may be NULL for "".
Message describe(PurpleConversation* conversation, const char* markup);

/// An outgoing message to somebody whose conversation may not be open (NULL then). `markup` may be NULL for "".
Message message_of(PurpleAccount* account, const char* peer, PeerKind kind, PurpleConversation* conversation,
                   const char* markup);

/// What can be read about a peer. `conversation` may be NULL when none is open.
PeerSigns signs_of(PurpleAccount* account, const Destination& to, PurpleConversation* conversation);

/// Notes on the buddy list that a contact called itself an AI: read back as PeerSigns::disclosed and disclosed_on.
/// Contacts that are not on the list are not noted.
void note_disclosure(const Destination& to, const std::string& id, Date on);

/// The table of an account's protocol, NULL when it is not loaded.
PurplePluginProtocolInfo* protocol_of(PurpleAccount* account);

/// PURPLE_MESSAGE_IMAGES when the markup shows an image; libpurple's signals do not carry the flags.
std::uint32_t flags_of(std::string_view markup);

}  // namespace loftgate
