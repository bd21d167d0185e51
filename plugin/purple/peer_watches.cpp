// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/peer_watches.h"

#include <utility>

#include "plugin/purple/destination.h"
#include "plugin/purple/peer_knowledge.h"

namespace loftgate {

PeerWatches::PeerWatches(const Settings& settings, std::function<void(const Destination&)> look,
                         std::function<void(const Destination&)> forget)
    : look_(std::move(look)) {
  peer_knowledge().forgotten = std::move(forget);
  peer_knowledge().changed = [this](const Destination& to) { changed(to); };
  // A client may come without one of the protocols.
  if (PurplePlugin* irc = purple_find_prpl("prpl-irc")) irc_.emplace(irc);
  if (PurplePlugin* xmpp = purple_find_prpl("prpl-jabber")) xmpp_.emplace(xmpp, settings);
}

PeerWatches::~PeerWatches() { peer_knowledge().clear(); }

/// A contact is also a member of rooms, and a gateway the way to many contacts.
void PeerWatches::changed(const Destination& to) const {
  look_(to);
  if (to.kind != PeerKind::person) return;
  PurpleAccount* account = find_account(to);
  const bool is_server = to.protocol == "prpl-jabber" && to.peer.find('@') == std::string::npos;
  for (GList* at = account ? purple_get_conversations() : nullptr; at; at = at->next) {
    auto* open = static_cast<PurpleConversation*>(at->data);
    if (purple_conversation_get_account(open) != account) continue;
    if (is_server || purple_conversation_get_type(open) == PURPLE_CONV_TYPE_CHAT) look_(destination_of(open));
  }
}

}  // namespace loftgate
