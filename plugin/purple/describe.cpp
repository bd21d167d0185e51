// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/describe.h"

#include <cstring>
#include <string_view>

#include "common/base/glib_ptr.h"
#include "plugin/purple/attachments.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/encryption_watch.h"
#include "plugin/purple/members.h"
#include "plugin/purple/peer_knowledge.h"
#include "plugin/purple/peer_marks.h"
#include "plugin/purple/unlisted_notes.h"

namespace loftgate {
namespace {

constexpr const char* disclosed_setting = "loftgate-disclosed";       // "<disclosure id> <YYYY-MM-DD>"

/// Reads an account setting only where the protocol declares it as a string: libpurple complains about other types.
std::string string_setting(PurpleAccount* account, const PurplePluginProtocolInfo* protocol, const char* name) {
  for (GList* at = protocol ? protocol->protocol_options : nullptr; at; at = at->next) {
    const auto* option = static_cast<const PurpleAccountOption*>(at->data);
    const char* setting = purple_account_option_get_setting(option);
    if (!setting || std::strcmp(setting, name) != 0) continue;
    if (purple_account_option_get_type(option) != PURPLE_PREF_STRING) return {};
    return copy(purple_account_get_string(account, name, purple_account_option_get_default_string(option)));
  }
  return {};
}

std::string without_port(std::string host) {
  const auto colon = host.find(':');
  const bool only_one = colon != std::string::npos && host.find(':', colon + 1) == std::string::npos;
  return only_one ? host.substr(0, colon) : host;
}

/// `user@domain/resource` (XMPP), `nick@server` (IRC).
std::string domain_of(std::string_view username) {
  const auto at = username.find('@');
  if (at == std::string_view::npos) return {};
  const std::string_view rest = username.substr(at + 1);
  return std::string(rest.substr(0, rest.find('/')));
}

std::string host_of(PurpleAccount* account, const PurplePluginProtocolInfo* protocol) {
  for (const char* name : {"connect_server", "server"}) {
    std::string host = string_setting(account, protocol, name);
    if (!host.empty()) return without_port(std::move(host));
  }
  return without_port(domain_of(copy(purple_account_get_username(account))));
}

void read_disclosure(const std::string& note, PeerSigns& signs) {
  const auto space = note.find(' ');
  if (space == std::string::npos) return;
  signs.disclosed = note.substr(0, space);
  signs.disclosed_on = note.substr(space + 1);
}

void read_node(PurpleBlistNode* node, PeerSigns& signs) {
  read_disclosure(copy(purple_blist_node_get_string(node, disclosed_setting)), signs);
}

void read_buddy(PurpleBuddy* buddy, const PurplePluginProtocolInfo* protocol, PeerSigns& signs) {
  signs.alias = copy(purple_buddy_get_alias_only(buddy));
  if (protocol && protocol->list_emblem) {
    const char* emblem = protocol->list_emblem(buddy);
    if (emblem && std::strcmp(emblem, "bot") == 0) signs.bot_sign = "list-emblem";
  }
  read_node(PURPLE_BLIST_NODE(buddy), signs);
}

/// What was learnt about the contact or room, and the user's own word.
void read_facts(const Destination& to, PurpleBlistNode* node, PeerSigns& signs) {
  const PeerFacts& facts = peer_knowledge().of(to);
  signs.mark = mark_of(to, node);
  signs.access = facts.access;
  signs.logged = facts.logged;
  signs.bridged = facts.bridged;
  if (to.protocol != "prpl-jabber" || signs.bridged) return;
  // A contact behind a gateway has the gateway's name as server.
  const std::string name = to.peer.substr(0, to.peer.find('/'));
  const auto at = name.find('@');
  const Destination server{to.protocol, to.account, at == std::string::npos ? name : name.substr(at + 1)};
  signs.bridged = peer_knowledge().of(server).bridged;
}

}  // namespace

std::uint32_t flags_of(std::string_view markup) {
  // Pidgin's entry writes the tag in capitals.
  const bool shows = markup.find("<img ") != std::string_view::npos || markup.find("<IMG ") != std::string_view::npos;
  return shows ? std::uint32_t(PURPLE_MESSAGE_IMAGES) : 0;
}

PeerSigns signs_of(PurpleAccount* account, const Destination& to, PurpleConversation* conversation) {
  const PurplePluginProtocolInfo* protocol = protocol_of(account);
  PeerSigns signs;
  signs.host = host_of(account, protocol);
  signs.ai_provider = string_setting(account, protocol, "provider");
  signs.ai_endpoint = string_setting(account, protocol, "endpoint");
  if (to.kind == PeerKind::room) {
    PurpleChat* chat = purple_blist_find_chat(account, to.peer.c_str());
    read_facts(to, PURPLE_BLIST_NODE(chat), signs);
    if (chat) read_node(PURPLE_BLIST_NODE(chat), signs);
    if (conversation) read_members(conversation, signs);
    return signs;
  }
  PurpleBuddy* buddy = purple_find_buddy(account, to.peer.c_str());
  read_facts(to, PURPLE_BLIST_NODE(buddy), signs);
  signs.bot_sign = peer_knowledge().of(to).bot_sign;
  signs.real_name = peer_knowledge().of(to).real_name;
  if (buddy) read_buddy(buddy, protocol, signs);
  if (signs.disclosed.empty()) read_disclosure(unlisted_note(to), signs);
  signs.encrypted = conversation && is_encrypted(conversation);
  return signs;
}

PurplePluginProtocolInfo* protocol_of(PurpleAccount* account) {
  PurplePlugin* protocol = purple_find_prpl(purple_account_get_protocol_id(account));
  return protocol ? PURPLE_PLUGIN_PROTOCOL_INFO(protocol) : nullptr;
}

Message message_of(PurpleAccount* account, const char* peer, PeerKind kind, PurpleConversation* conversation,
                   const char* markup) {
  Message message;
  message.to = destination_of(account, peer, kind);
  message.signs = signs_of(account, message.to, conversation);
  message.markup = copy(markup);
  return message;
}

Message describe(PurpleConversation* conversation, const char* markup) {
  Message message;
  message.to = destination_of(conversation);
  message.signs = signs_of(purple_conversation_get_account(conversation), message.to, conversation);
  message.markup = copy(markup);
  message.flags = flags_of(message.markup);
  message.attachments = pictures_in(message.markup);
  return message;
}

void note_disclosure(const Destination& to, const std::string& id, Date on) {
  const std::string note = id + ' ' + iso_date(on);
  PurpleBlistNode* node = find_node(to);
  if (node) purple_blist_node_set_string(node, disclosed_setting, note.c_str());
  note_unlisted(to, note);
}

}  // namespace loftgate
