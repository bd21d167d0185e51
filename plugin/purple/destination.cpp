// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/destination.h"

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

/// The account's own name in the form Destination holds it. purple_accounts_find compares another form (an XMPP
/// account keeps its resource there), so names are compared here.
std::string account_name(PurpleAccount* account) {
  return copy(purple_normalize(account, purple_account_get_username(account)));
}

PurpleConversationType type_of(PeerKind kind) {
  return kind == PeerKind::room ? PURPLE_CONV_TYPE_CHAT : PURPLE_CONV_TYPE_IM;
}

}  // namespace

Destination destination_of(PurpleAccount* account, const char* name, PeerKind kind) {
  return {copy(purple_account_get_protocol_id(account)), account_name(account),
          copy(purple_normalize(account, name)), kind};
}

Destination destination_of(PurpleConversation* conversation) {
  const bool room = purple_conversation_get_type(conversation) == PURPLE_CONV_TYPE_CHAT;
  return destination_of(purple_conversation_get_account(conversation), purple_conversation_get_name(conversation),
                        room ? PeerKind::room : PeerKind::person);
}

PurpleAccount* find_account(const Destination& to) {
  const auto is_meant = [&to](PurpleAccount* account) {
    return to.protocol == purple_account_get_protocol_id(account) && to.account == account_name(account);
  };
  for (GList* at = purple_accounts_get_all(); at; at = at->next) {
    auto* account = static_cast<PurpleAccount*>(at->data);
    if (is_meant(account)) return account;
  }
  // BitlBee keeps its accounts to itself: libpurple knows them by their connections alone.
  for (GList* at = purple_connections_get_all(); at; at = at->next) {
    PurpleAccount* account = purple_connection_get_account(static_cast<PurpleConnection*>(at->data));
    if (is_meant(account)) return account;
  }
  return nullptr;
}

PurpleConversation* find_conversation(const Destination& to) {
  PurpleAccount* account = find_account(to);
  if (!account) return nullptr;
  return purple_find_conversation_with_account(type_of(to.kind), to.peer.c_str(), account);
}

PurpleBlistNode* find_node(const Destination& to) {
  PurpleAccount* account = find_account(to);
  if (!account) return nullptr;
  if (to.kind == PeerKind::room) return PURPLE_BLIST_NODE(purple_blist_find_chat(account, to.peer.c_str()));
  return PURPLE_BLIST_NODE(purple_find_buddy(account, to.peer.c_str()));
}

}  // namespace loftgate
