// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/protocol_hooks.h"

#include <string_view>
#include <utility>

#include "plugin/purple/added_links.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/wrapped_call.h"

namespace loftgate {
namespace {

/// What the functions in the protocols' tables ask; they get no pointer of ours. NULL: they pass everything on.
ProtocolHooks* asked = nullptr;

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
  }
  static void put(Info& protocol) {
    for_each([&](auto wrapper) { wrapper.put(protocol); });
  }
  static void take_out(Info& protocol) {
    for_each([&](auto wrapper) { wrapper.take_out(protocol); });
  }
};

ProtocolHooks::ProtocolHooks(Door& door, Outbox& outbox, const ViewSwitch& views)
    : door_(door), outbox_(outbox), views_(views) {
  asked = this;
  for_each_protocol(HookTable::put);
}

ProtocolHooks::~ProtocolHooks() {
  asked = nullptr;
  for_each_protocol(HookTable::take_out);
}

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
  PurpleConversation* open = purple_find_conversation_with_account(PURPLE_CONV_TYPE_IM, who, account);
  Message message = message_of(account, who, PeerKind::person, open, text);
  message.flags = flags;
  return may_leave(std::move(message));
}

bool ProtocolHooks::chat_send(PurpleConnection* connection, int id, const char* text, PurpleMessageFlags flags) {
  PurpleConversation* room = find_room(connection, id);
  if (!room || is_empty(text)) return true;
  Message message = describe(room, text);
  message.flags = flags;
  return may_leave(std::move(message));
}

bool ProtocolHooks::may_leave(Message message) {
  if (passed_.take(message.to, message.markup) || is_otr(message.markup)) return true;
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

}  // namespace loftgate
