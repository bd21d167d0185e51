// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/describe.h"

#include <cstring>
#include <string_view>

#include "common/base/glib_ptr.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/encryption_watch.h"

namespace loftgate {
namespace {

constexpr const char* disclosed_setting = "loftgate-disclosed";       // "<disclosure id> <YYYY-MM-DD>"
constexpr const char* mark_setting = "loftgate-mark";                 // "ai" or "person"

PurplePluginProtocolInfo* protocol_of(PurpleAccount* account) {
  PurplePlugin* protocol = purple_find_prpl(purple_account_get_protocol_id(account));
  return protocol ? PURPLE_PLUGIN_PROTOCOL_INFO(protocol) : nullptr;
}

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

Mark mark_named(const char* word) {
  if (!word) return Mark::none;
  if (std::strcmp(word, "ai") == 0) return Mark::ai;
  return std::strcmp(word, "person") == 0 ? Mark::person : Mark::none;
}

void read_node(PurpleBlistNode* node, PeerSigns& signs) {
  const std::string note = copy(purple_blist_node_get_string(node, disclosed_setting));
  const auto space = note.find(' ');
  if (space != std::string::npos) {
    signs.disclosed = note.substr(0, space);
    signs.disclosed_on = note.substr(space + 1);
  }
  signs.mark = mark_named(purple_blist_node_get_string(node, mark_setting));
}

void read_buddy(PurpleBuddy* buddy, const PurplePluginProtocolInfo* protocol, PeerSigns& signs) {
  signs.alias = copy(purple_buddy_get_alias_only(buddy));
  if (protocol && protocol->list_emblem) {
    const char* emblem = protocol->list_emblem(buddy);
    signs.emblem_bot = emblem && std::strcmp(emblem, "bot") == 0;
  }
  read_node(PURPLE_BLIST_NODE(buddy), signs);
}

std::vector<std::string> members_of(PurpleConversation* room) {
  std::vector<std::string> members;
  for (GList* at = purple_conv_chat_get_users(PURPLE_CONV_CHAT(room)); at; at = at->next)
    members.push_back(copy(purple_conv_chat_cb_get_name(static_cast<PurpleConvChatBuddy*>(at->data))));
  return members;
}

}  // namespace

std::uint32_t flags_of(std::string_view markup) {
  return markup.find("<img ") == std::string_view::npos ? 0 : std::uint32_t(PURPLE_MESSAGE_IMAGES);
}

PeerSigns signs_of(PurpleAccount* account, const Destination& to, PurpleConversation* conversation) {
  const PurplePluginProtocolInfo* protocol = protocol_of(account);
  PeerSigns signs;
  signs.host = host_of(account, protocol);
  signs.ai_provider = string_setting(account, protocol, "provider");
  signs.ai_endpoint = string_setting(account, protocol, "endpoint");
  if (to.kind == PeerKind::room) {
    if (PurpleChat* chat = purple_blist_find_chat(account, to.peer.c_str())) read_node(PURPLE_BLIST_NODE(chat), signs);
    if (conversation) signs.members = members_of(conversation);
    return signs;
  }
  if (PurpleBuddy* buddy = purple_find_buddy(account, to.peer.c_str())) read_buddy(buddy, protocol, signs);
  signs.encrypted = conversation && is_encrypted(conversation);
  return signs;
}

Message describe(PurpleConversation* conversation, const char* markup) {
  Message message;
  message.to = destination_of(conversation);
  message.signs = signs_of(purple_conversation_get_account(conversation), message.to, conversation);
  message.markup = copy(markup);
  message.flags = flags_of(message.markup);
  return message;
}

void note_disclosure(const Destination& to, const std::string& id, Date on) {
  PurpleBlistNode* node = find_node(to);
  if (node) purple_blist_node_set_string(node, disclosed_setting, (id + ' ' + iso_date(on)).c_str());
}

}  // namespace loftgate
