// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/protocol_hooks.h"

#include <string_view>
#include <utility>

#include "common/text/markup.h"
#include "plugin/purple/added_links.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/wrapped_call.h"

namespace loftgate {
namespace {

/// What the functions in the protocols' tables ask; they get no pointer of ours. NULL: they pass everything on.
ProtocolHooks* asked = nullptr;

PurpleAccount* account_of(PurpleAccount* account) { return account; }
PurpleAccount* account_of(PurpleConnection* connection) { return purple_connection_get_account(connection); }
bool is_empty(const char* text) { return !text || *text == '\0'; }

/// The function that stands in the tables in the place of `Member`: passes a call on when `MayGo` allows it, and
/// answers zero, which libpurple shows as nothing, when it does not.
template <auto Member, auto MayGo>
struct Wrapper;

template <class R, class First, class... Rest, R (*PurplePluginProtocolInfo::*Member)(First, Rest...),
          bool (ProtocolHooks::*MayGo)(First, Rest...)>
struct Wrapper<Member, MayGo> {
  static R call(First first, Rest... rest) noexcept {
    const auto original = WrappedCall<Member>::original(protocol_of(account_of(first)));
    if (!original || !may_go(first, rest...)) return R();
    return original(first, rest...);
  }

  static bool may_go(First first, Rest... rest) noexcept {
    try {
      return !asked || (asked->*MayGo)(first, rest...);
    } catch (...) {
      purple_debug_error("loftgate", "A check failed; what it was about was not sent.\n");
      return false;
    }
  }

  static void put(PurplePluginProtocolInfo& protocol) { WrappedCall<Member>::put(protocol, call); }
  static void take_out(PurplePluginProtocolInfo& protocol) { WrappedCall<Member>::take_out(protocol, call); }
};

/// Key exchange and fragments of OTR, which it sends past the conversation; what a user wrote is encrypted in them.
bool is_otr(std::string_view text) { return text.starts_with("?OTR"); }

PurpleConversation* find_room(PurpleConnection* connection, int id) {
  return connection ? purple_find_chat(connection, id) : nullptr;
}

/// As for an incoming message: the client decides whether it comes to the front.
PurpleConversation* open_conversation(PurpleAccount* account, const Destination& to) {
  return purple_conversation_new(PURPLE_CONV_TYPE_IM, account, to.peer.c_str());
}

/// Calls the protocol's own function in an open room, as `Member(connection, id, arguments…)`.
template <auto Member, class... Arguments>
bool call_in_room(const Destination& room, Arguments... arguments) {
  PurpleConversation* open = find_conversation(room);
  PurpleConnection* connection = open ? purple_conversation_get_gc(open) : nullptr;
  if (!connection) return false;
  const auto original = WrappedCall<Member>::original(protocol_of(account_of(connection)));
  if (!original) return false;
  original(connection, purple_conv_chat_get_id(PURPLE_CONV_CHAT(open)), arguments...);
  return true;
}

/// Topics and invitations are plain text.
std::string plain(const std::string& markup) { return std::string(read_markup(markup).body()); }

template <class Visit>
void for_each_protocol(Visit visit) {
  for (GList* at = purple_plugins_get_protocols(); at; at = at->next)
    visit(*PURPLE_PLUGIN_PROTOCOL_INFO(static_cast<PurplePlugin*>(at->data)));
}

}  // namespace

/// All functions that are wrapped. Not among them: `alias_buddy`, which only the user's own list shows; `send_raw`,
/// whose text is the protocol's own language and names no reader; `send_typing` and `send_attention`, which carry none.
struct HookTable {
  using Info = PurplePluginProtocolInfo;

  template <class Visit>
  static void for_each(Visit visit) {
    visit(Wrapper<&Info::send_im, &ProtocolHooks::send_im>{});
    visit(Wrapper<&Info::chat_send, &ProtocolHooks::chat_send>{});
    visit(Wrapper<&Info::chat_whisper, &ProtocolHooks::chat_whisper>{});
    visit(Wrapper<&Info::chat_invite, &ProtocolHooks::chat_invite>{});
    visit(Wrapper<&Info::set_chat_topic, &ProtocolHooks::set_chat_topic>{});
    visit(Wrapper<&Info::set_status, &ProtocolHooks::set_status>{});
    visit(Wrapper<&Info::set_info, &ProtocolHooks::set_info>{});
    visit(Wrapper<&Info::set_buddy_icon, &ProtocolHooks::set_buddy_icon>{});
  }
  static void put(Info& protocol) {
    for_each([&](auto wrapper) { wrapper.put(protocol); });
  }
  static void take_out(Info& protocol) {
    for_each([&](auto wrapper) { wrapper.take_out(protocol); });
  }
};

ProtocolHooks::ProtocolHooks(Door& door, Outbox& outbox, WarningView& words, const ViewSwitch& views)
    : door_(door), outbox_(outbox), views_(views), act_view_(views, words) {
  asked = this;
  for_each_protocol(HookTable::put);
}

ProtocolHooks::~ProtocolHooks() {
  asked = nullptr;
  for_each_protocol(HookTable::take_out);
}

void ProtocolHooks::give_everything_back() { door_.view_gone(act_view_); }

void ProtocolHooks::plugin_loaded(PurplePlugin* plugin) {
  if (PURPLE_IS_PROTOCOL_PLUGIN(plugin)) HookTable::put(*PURPLE_PLUGIN_PROTOCOL_INFO(plugin));
}

void ProtocolHooks::plugin_unloaded(PurplePlugin* plugin) {
  if (PURPLE_IS_PROTOCOL_PLUGIN(plugin)) HookTable::take_out(*PURPLE_PLUGIN_PROTOCOL_INFO(plugin));
}

void ProtocolHooks::im_decided(PurpleAccount* account, const char* receiver, char** text) {
  if (text && !is_empty(*text)) passed_.set(destination_of(account, receiver, PeerKind::person), *text);
}

void ProtocolHooks::chat_decided(PurpleAccount* account, char** text, int id) {
  PurpleConversation* room = find_room(purple_account_get_connection(account), id);
  if (room && text && !is_empty(*text)) passed_.set(destination_of(room), *text);
}

void ProtocolHooks::im_sent(PurpleAccount* account, const char* receiver, const char*) {
  passed_.clear(destination_of(account, receiver, PeerKind::person));
}

void ProtocolHooks::chat_sent(PurpleAccount* account, const char*, int id) {
  if (PurpleConversation* room = find_room(purple_account_get_connection(account), id))
    passed_.clear(destination_of(room));
}

bool ProtocolHooks::send_im(PurpleConnection* connection, const char* who, const char* text, PurpleMessageFlags flags) {
  if (is_empty(who) || is_empty(text)) return true;
  PurpleAccount* account = account_of(connection);
  if (is_decided(destination_of(account, who, PeerKind::person), text)) return true;
  PurpleConversation* open = purple_find_conversation_with_account(PURPLE_CONV_TYPE_IM, who, account);
  Message message = message_of(account, who, PeerKind::person, open, text);
  message.flags = flags;
  return may_leave(std::move(message));
}

bool ProtocolHooks::chat_send(PurpleConnection* connection, int id, const char* text, PurpleMessageFlags flags) {
  PurpleConversation* room = find_room(connection, id);
  if (!room || is_empty(text) || is_decided(destination_of(room), text)) return true;
  Message message = describe(room, text);
  message.flags = flags;
  return may_leave(std::move(message));
}

/// Whether the signals have let this text through already, or nobody wrote it.
bool ProtocolHooks::is_decided(const Destination& to, const char* text) {
  return passed_.take(to, text) || is_otr(text);
}

bool ProtocolHooks::may_leave(Message message) {
  message.markup = without_added_links(message.markup);
  message.flags |= flags_of(message.markup);
  PurpleConversation* conversation = find_conversation(message.to);
  if (!conversation) {
    // Nobody is there to be told anything, unless there is something to ask.
    if (!door_.concerns(message)) return true;
    conversation = open_conversation(find_account(message.to), message.to);
  }
  const bool goes = door_.outgoing(message, views_.view_of(conversation), outbox_) == Door::Outcome::go;
  if (!goes) purple_debug_info("loftgate", "A message sent past its conversation is held.\n");
  return goes;
}

bool ProtocolHooks::chat_whisper(PurpleConnection* connection, int id, const char* who, const char* text) {
  PurpleConversation* room = find_room(connection, id);
  if (!room || is_empty(who) || is_empty(text)) return true;
  Message message = describe(room, text);
  message.addressed = destination_of(account_of(connection), who, PeerKind::person);
  message.signs = signs_of(account_of(connection), *message.addressed, nullptr);
  return may_happen(message, [to = message.to, name = std::string(who)](const std::string& markup) {
    return call_in_room<&PurplePluginProtocolInfo::chat_whisper>(to, name.c_str(), markup.c_str());
  });
}

bool ProtocolHooks::chat_invite(PurpleConnection* connection, int id, const char* text, const char* who) {
  PurpleConversation* room = find_room(connection, id);
  if (!room || is_empty(who) || is_empty(text)) return true;
  Message message = describe(room, to_markup(text).c_str());
  message.addressed = destination_of(account_of(connection), who, PeerKind::person);
  message.signs = signs_of(account_of(connection), *message.addressed, nullptr);
  return may_happen(message, [to = message.to, name = std::string(who)](const std::string& markup) {
    return call_in_room<&PurplePluginProtocolInfo::chat_invite>(to, plain(markup).c_str(), name.c_str());
  });
}

/// Said to the room, but no message to it: `addressed` keeps the two apart.
bool ProtocolHooks::set_chat_topic(PurpleConnection* connection, int id, const char* topic) {
  PurpleConversation* room = find_room(connection, id);
  if (!room || is_empty(topic)) return true;
  Message message = describe(room, to_markup(topic).c_str());
  message.addressed = message.to;
  return may_happen(message, [to = message.to](const std::string& markup) {
    return call_in_room<&PurplePluginProtocolInfo::set_chat_topic>(to, plain(markup).c_str());
  });
}

/// One question at a time in a conversation: while one is open, what needs none may happen, and the text of anything
/// else goes back to its author.
bool ProtocolHooks::may_happen(const Message& message, Publish publish) {
  if (const Warning* open = door_.open_question(message.to)) {
    Message alone = message;
    alone.addressed = message.reader();
    alone.to = {message.to.protocol, message.to.account, "", PeerKind::contacts};
    if (!door_.concerns(alone)) return true;
    const Warning question = *open;
    act_view_.give_back(message.to, message.markup);
    act_view_.remind(question);
    return false;
  }
  act_outbox_.keep(message.to, std::move(publish));
  return door_.outgoing(message, act_view_, act_outbox_) == Door::Outcome::go;
}

bool ProtocolHooks::set_status(PurpleAccount* account, PurpleStatus* status) {
  if (status) account_acts_.set_status(account, status);
  return true;
}

bool ProtocolHooks::set_info(PurpleConnection* connection, const char* info) {
  return account_acts_.set_info(connection, info);
}

bool ProtocolHooks::set_buddy_icon(PurpleConnection* connection, PurpleStoredImage* icon) {
  if (icon) account_acts_.set_icon(connection);
  return true;
}

}  // namespace loftgate
