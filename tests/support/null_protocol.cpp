// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/null_protocol.h"

#include <cstring>
#include <ctime>
#include <list>

#include "common/base/glib_ptr.h"

#include "common/base/glib_ptr.h"

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
  GList* types = nullptr;
  for (const auto primitive : {PURPLE_STATUS_AVAILABLE, PURPLE_STATUS_AWAY})
    types = g_list_append(types, purple_status_type_new_with_attrs(primitive, nullptr, nullptr, TRUE, TRUE, FALSE,
                                                                  "message", "Message",
                                                                  purple_value_new(PURPLE_TYPE_STRING), nullptr));
  return g_list_append(types, purple_status_type_new(PURPLE_STATUS_OFFLINE, nullptr, nullptr, TRUE));
}

void note_act(const std::string& what, const char* text) { wire.acts.push_back(what + ": " + copy(text)); }

void set_status(PurpleAccount*, PurpleStatus* status) {
  note_act(copy("status ") + purple_status_get_id(status), purple_status_get_attr_string(status, "message"));
}

void set_info(PurpleConnection*, const char* info) { note_act("info", info); }

void set_buddy_icon(PurpleConnection*, PurpleStoredImage* icon) { note_act("icon", icon ? "set" : "none"); }

std::string room_name(PurpleConnection* connection, int id) {
  return purple_conversation_get_name(purple_find_chat(connection, id));
}

void set_chat_topic(PurpleConnection* connection, int id, const char* topic) {
  note_act("topic " + room_name(connection, id), topic);
}

void chat_invite(PurpleConnection* connection, int id, const char* message, const char* who) {
  note_act("invite " + copy(who) + " to " + room_name(connection, id), message);
}

void chat_whisper(PurpleConnection* connection, int id, const char* who, const char* message) {
  note_act("whisper " + copy(who) + " in " + room_name(connection, id), message);
}

template <int Flags>
void login(PurpleAccount* account) {
  PurpleConnection* connection = purple_account_get_connection(account);
  connection->flags = PurpleConnectionFlags(connection->flags | Flags);
  connection->proto_data = &wire;
  purple_connection_set_state(connection, PURPLE_CONNECTED);
  set_status(account, purple_account_get_active_status(account));
}

/// Like XMPP's, it knows of transfers only while it is connected.
bool knows(PurpleXfer* transfer) {
  PurpleConnection* connection = purple_account_get_connection(purple_xfer_get_account(transfer));
  return connection && connection->proto_data;
}

void offer(PurpleXfer* transfer) { wire.offered.push_back(copy(purple_xfer_get_filename(transfer))); }

void end_offer(PurpleXfer* transfer) {
  if (knows(transfer)) wire.ended.push_back(copy(purple_xfer_get_filename(transfer)));
}

PurpleXfer* new_xfer(PurpleConnection* connection, const char* who) {
  PurpleXfer* transfer = purple_xfer_new(purple_connection_get_account(connection), PURPLE_XFER_SEND, who);
  purple_xfer_set_init_fnc(transfer, offer);
  purple_xfer_set_cancel_send_fnc(transfer, end_offer);
  return transfer;
}

void send_file(PurpleConnection* connection, const char* who, const char* path) {
  PurpleXfer* transfer = new_xfer(connection, who);
  if (path) purple_xfer_request_accepted(transfer, path);
  else purple_xfer_request(transfer);
}

/// Forgets its transfers, then ends them.
void close(PurpleConnection* connection) {
  connection->proto_data = nullptr;
  GList* transfers = g_list_copy(purple_xfers_get_all());
  for (GList* at = transfers; at; at = at->next) {
    auto* transfer = static_cast<PurpleXfer*>(at->data);
    const bool own = purple_xfer_get_account(transfer) == purple_connection_get_account(connection);
    if (own && !purple_xfer_is_canceled(transfer)) purple_xfer_cancel_local(transfer);
  }
  g_list_free(transfers);
}

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
  static std::list<Protocol> kept;   // libpurple keeps pointers to them
  Protocol& protocol = kept.emplace_back();
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
  calls.chat_whisper = chat_whisper;
  calls.chat_invite = chat_invite;
  calls.set_chat_topic = set_chat_topic;
  calls.set_status = set_status;
  calls.set_info = set_info;
  calls.set_buddy_icon = set_buddy_icon;
  calls.normalize = normalize;
  calls.new_xfer = new_xfer;
  calls.send_file = send_file;
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
  for (const char* id : {"prpl-googlechat", "prpl-eionrobb-msteams", "telegram-tdlib", "prpl-eionrobb-discord"})
    register_protocol<PURPLE_CONNECTION_HTML>(id);
}

void register_null_signals() {
  PurplePlugin* irc = purple_find_prpl("prpl-irc");
  purple_signal_register(irc, "irc-receiving-text", purple_marshal_VOID__POINTER_POINTER, nullptr, 2,
                         purple_value_new(PURPLE_TYPE_SUBTYPE, PURPLE_SUBTYPE_CONNECTION),
                         purple_value_new_outgoing(PURPLE_TYPE_STRING));
  PurplePlugin* xmpp = purple_find_prpl("prpl-jabber");
  const auto text = [] { return purple_value_new(PURPLE_TYPE_STRING); };
  const auto connection = [] { return purple_value_new(PURPLE_TYPE_SUBTYPE, PURPLE_SUBTYPE_CONNECTION); };
  const auto node = [] { return purple_value_new(PURPLE_TYPE_SUBTYPE, PURPLE_SUBTYPE_XMLNODE); };
  purple_signal_register(xmpp, "jabber-receiving-iq", purple_marshal_BOOLEAN__POINTER_POINTER_POINTER_POINTER_POINTER,
                         purple_value_new(PURPLE_TYPE_BOOLEAN), 5, connection(), text(), text(), text(), node());
  purple_signal_register(xmpp, "jabber-receiving-presence", purple_marshal_BOOLEAN__POINTER_POINTER_POINTER_POINTER,
                         purple_value_new(PURPLE_TYPE_BOOLEAN), 4, connection(), text(), text(), node());
  purple_signal_register(xmpp, "jabber-sending-xmlnode", purple_marshal_VOID__POINTER_POINTER, nullptr, 2, connection(),
                         purple_value_new_outgoing(PURPLE_TYPE_SUBTYPE, PURPLE_SUBTYPE_XMLNODE));
}

Wire& wire_of_null_protocols() { return wire; }

}  // namespace loftgate
