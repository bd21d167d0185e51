// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/adapter.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/text/markup.h"
#include "plugin/purple/added_links.h"
#include "plugin/purple/attachments.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

bool is_empty(const char* text) { return !text || *text == '\0'; }

/// Conversations whose account still exists.
template <class Visit>
void for_each_conversation(Visit visit) {
  for (GList* at = purple_get_conversations(); at; at = at->next) {
    auto* conversation = static_cast<PurpleConversation*>(at->data);
    if (purple_conversation_get_account(conversation)) visit(conversation);
  }
}

/// In a window that outlives the plugin: there is no conversation to show it in.
void show_unsent(const Destination& to, const std::string& markup) {
  const std::string title = format(tr("Nothing was sent to %s. Your text:"), to.peer.c_str());
  purple_notify_info(purple_get_core(), "Loftgate", title.c_str(), std::string(read_markup(markup).body()).c_str());
}

}  // namespace

Adapter::Adapter(Door& door, Outbox& outbox, WarningView& text_view, const ViewSwitch& views)
    : door_(door), outbox_(outbox), text_view_(text_view), views_(views) {
  for_each_conversation([this](PurpleConversation* open) { look_later(destination_of(open)); });
}

void Adapter::give_everything_back(bool program_ends) {
  door_.view_gone(text_view_);
  give_back_kept();
  if (program_ends) return;
  for (const Destination& to : door_.kept()) {
    PurpleAccount* account = find_account(to);
    // Opening the conversation gives its text back. A room cannot be opened without joining it.
    if (account && to.kind == PeerKind::person) purple_conversation_new(PURPLE_CONV_TYPE_IM, account, to.peer.c_str());
    else show_unsent(to, door_.take_kept(to).value_or(""));
  }
}

void Adapter::give_back_kept() {
  for (const Destination& to : door_.kept()) {
    if (find_conversation(to)) text_view_.give_back(to, door_.take_kept(to).value_or(""));
  }
}

void Adapter::sending_im(PurpleAccount* account, const char* receiver, char** message) {
  if (!message || is_empty(*message)) return;
  PurpleConversation* conversation = purple_find_conversation_with_account(PURPLE_CONV_TYPE_IM, receiver, account);
  let_out(message_of(account, receiver, PeerKind::person, conversation, *message), conversation, message);
}

void Adapter::sending_chat(PurpleAccount* account, char** message, int id) {
  if (!message || is_empty(*message)) return;
  PurpleConnection* connection = purple_account_get_connection(account);
  PurpleConversation* conversation = connection ? purple_find_chat(connection, id) : nullptr;
  if (!conversation) return;
  const char* room = purple_conversation_get_name(conversation);
  let_out(message_of(account, room, PeerKind::room, conversation, *message), conversation, message);
}

/// Fails closed: the text is taken out first and put back only when it may go. It is never altered, because window
/// and history would keep the original.
void Adapter::let_out(Message message, PurpleConversation* conversation, char** text) {
  message.markup = without_added_links(message.markup);
  message.flags = flags_of(message.markup);
  message.attachments = pictures_in(message.markup);
  GChars owned(std::exchange(*text, nullptr));
  const Door::Outcome outcome = door_.outgoing(message, views_.view_of(conversation), outbox_);
  if (outcome == Door::Outcome::go) *text = owned.release();
  else purple_debug_info("loftgate", "A message is held until its author has decided.\n");
}

void Adapter::received_im(PurpleAccount* account, char* sender, char* message, PurpleConversation* conversation,
                          PurpleMessageFlags flags) {
  // Some protocols bring lines that were written on another device of ours this way.
  if (is_empty(message) || (flags & (PURPLE_MESSAGE_SYSTEM | PURPLE_MESSAGE_SEND))) return;
  Message incoming = message_of(account, sender, PeerKind::person, conversation, message);
  incoming.direction = Direction::incoming;
  incoming.flags = flags;
  // Its conversation may open only after this signal.
  if (door_.incoming(incoming)) look_later(incoming.to);
}

void Adapter::received_chat(PurpleAccount* account, char* sender, char* message, PurpleConversation* conversation,
                            PurpleMessageFlags flags) {
  if (is_empty(message) || !conversation || (flags & PURPLE_MESSAGE_SYSTEM)) return;
  // A room sends our own lines back to us.
  if (!sender || copy(purple_conv_chat_get_nick(PURPLE_CONV_CHAT(conversation))) == sender) return;
  Message incoming =
      message_of(account, purple_conversation_get_name(conversation), PeerKind::room, conversation, message);
  incoming.direction = Direction::incoming;
  incoming.sender = sender;
  incoming.flags = flags;
  door_.incoming(incoming);
}

void Adapter::created(PurpleConversation* conversation) {
  if (!purple_conversation_get_account(conversation)) return;
  const Destination to = destination_of(conversation);
  look_later(to);
  // A plugged view puts kept text into its own entry.
  if (views_.claimed(conversation)) return;
  if (const auto kept = door_.take_kept(to)) text_view_.give_back(to, *kept);
}

void Adapter::deleting(PurpleConversation* conversation) {
  if (!purple_conversation_get_account(conversation)) return;
  const Destination to = destination_of(conversation);
  changed_.erase(to);
  door_.conversation_ended(to);
}

void Adapter::joined(PurpleConversation* conversation) { look_later(destination_of(conversation)); }

void Adapter::member_joined(PurpleConversation* conversation, const char*, PurpleConvChatBuddyFlags, gboolean) {
  look_later(destination_of(conversation));
}

void Adapter::member_left(PurpleConversation* conversation, const char*, const char*) {
  look_later(destination_of(conversation));
}

void Adapter::connection_changed(PurpleConnection* connection) {
  PurpleAccount* account = purple_connection_get_account(connection);
  for_each_conversation([this, account](PurpleConversation* open) {
    if (purple_conversation_get_account(open) == account) look_later(destination_of(open));
  });
}

/// Joining a room announces every member alone; they are looked at together.
void Adapter::look_later(const Destination& to) {
  changed_.insert(to);
  later_.call<&Adapter::look_now>(this);
}

gboolean Adapter::look_now() {
  later_.begun();
  for (const Destination& to : std::exchange(changed_, {})) {
    PurpleConversation* conversation = find_conversation(to);
    if (conversation) door_.look(describe(conversation, ""), views_.view_of(conversation));
  }
  return FALSE;
}

}  // namespace loftgate
