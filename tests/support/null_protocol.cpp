// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/null_protocol.h"

#include <cstring>
#include <ctime>

namespace loftgate {
namespace {

Wire wire;

int note(const char* reader, const char* message) {
  if (wire.answer < 0) return wire.answer;
  wire.readers.emplace_back(reader);
  wire.sent.emplace_back(message);
  return wire.answer;
}

const char* list_icon(PurpleAccount*, PurpleBuddy*) { return "null"; }

const char* list_emblem(PurpleBuddy* buddy) {
  return g_str_has_prefix(purple_buddy_get_name(buddy), "bot") ? "bot" : nullptr;
}

GList* status_types(PurpleAccount*) {
  GList* types = g_list_append(nullptr, purple_status_type_new(PURPLE_STATUS_AVAILABLE, nullptr, nullptr, TRUE));
  return g_list_append(types, purple_status_type_new(PURPLE_STATUS_OFFLINE, nullptr, nullptr, TRUE));
}

template <int Flags>
void login(PurpleAccount* account) {
  PurpleConnection* connection = purple_account_get_connection(account);
  connection->flags = PurpleConnectionFlags(connection->flags | Flags);
  purple_connection_set_state(connection, PURPLE_CONNECTED);
}

void close(PurpleConnection*) {}

int send_im(PurpleConnection*, const char* who, const char* message, PurpleMessageFlags) { return note(who, message); }

/// A room shows a line once it comes back.
int chat_send(PurpleConnection* connection, int id, const char* message, PurpleMessageFlags) {
  const int answer = note(purple_conversation_get_name(purple_find_chat(connection, id)), message);
  if (answer >= 0) {
    const char* nick = purple_conv_chat_get_nick(PURPLE_CONV_CHAT(purple_find_chat(connection, id)));
    serv_got_chat_in(connection, id, nick, PURPLE_MESSAGE_SEND, message, std::time(nullptr));
  }
  return answer;
}

/// XMPP's rule, good enough for all: no case, no resource.
const char* normalize(const PurpleAccount*, const char* who) {
  static char name[256];
  const gsize length = std::min(std::strcspn(who, "/"), sizeof name - 1);
  char* lower = g_utf8_strdown(who, static_cast<gssize>(length));
  g_strlcpy(name, lower, sizeof name);
  g_free(lower);
  return name;
}

struct Protocol {
  PurplePlugin plugin{};
  PurplePluginInfo info{};
  PurplePluginProtocolInfo calls{};
};

template <int Flags>
void register_protocol(const char* id) {
  static Protocol protocol;
  PurplePluginProtocolInfo& calls = protocol.calls;
  calls.struct_size = sizeof calls;
  calls.options = PurpleProtocolOptions(OPT_PROTO_NO_PASSWORD | OPT_PROTO_UNIQUE_CHATNAME);
  calls.list_icon = list_icon;
  calls.list_emblem = list_emblem;
  calls.status_types = status_types;
  calls.login = login<Flags>;
  calls.close = close;
  calls.send_im = send_im;
  calls.chat_send = chat_send;
  calls.normalize = normalize;
  for (const char* name : {"connect_server", "server", "provider", "endpoint"})
    calls.protocol_options = g_list_append(calls.protocol_options, purple_account_option_string_new(name, name, ""));
  calls.protocol_options = g_list_append(calls.protocol_options, purple_account_option_int_new("port", "port", 5222));

  PurplePluginInfo& info = protocol.info;
  info.magic = PURPLE_PLUGIN_MAGIC;
  info.major_version = PURPLE_MAJOR_VERSION;
  info.minor_version = PURPLE_MINOR_VERSION;
  info.type = PURPLE_PLUGIN_PROTOCOL;
  info.id = const_cast<char*>(id);
  info.name = info.id;
  info.extra_info = &calls;

  protocol.plugin.native_plugin = TRUE;
  protocol.plugin.info = &info;
  purple_plugin_register(&protocol.plugin);
}

}  // namespace

void register_null_protocols() {
  register_protocol<PURPLE_CONNECTION_HTML>("prpl-jabber");
  register_protocol<PURPLE_CONNECTION_NO_NEWLINES | PURPLE_CONNECTION_NO_IMAGES>("prpl-irc");
  register_protocol<PURPLE_CONNECTION_HTML | PURPLE_CONNECTION_NO_IMAGES>("prpl-eionrobb-chatgpt");
  register_protocol<PURPLE_CONNECTION_HTML | PURPLE_CONNECTION_NO_IMAGES | PURPLE_CONNECTION_NO_BGCOLOR>("prpl-aranaga-aichat");
}

Wire& wire_of_null_protocols() { return wire; }

}  // namespace loftgate
