// SPDX-License-Identifier: GPL-2.0-or-later
// Carries libpurple's signals to the gate. Keeps no pointer of libpurple's beyond a call.
#pragma once

#include <purple.h>

#include <set>

#include "common/engine/ports.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

class Adapter {
 public:
  /// Sees conversations that are open already. References outlive the adapter.
  Adapter(Door& door, Outbox& outbox, WarningView& text_view, const ViewSwitch& views);

  /// The plugin is going away: what is still held in the text view goes back to the user, and what waits for a closed
  /// conversation too, unless the program ends.
  void give_everything_back(bool program_ends);
  /// A view went away: texts that its conversations would have got back go into the text view.
  void give_back_kept();
  /// What is known of this conversation changed; it may not be open.
  void look_later(const Destination& to);

 private:
  void sending_im(PurpleAccount* account, const char* receiver, char** message);
  void sending_chat(PurpleAccount* account, char** message, int id);
  void received_im(PurpleAccount* account, char* sender, char* message, PurpleConversation* conversation,
                   PurpleMessageFlags flags);
  void received_chat(PurpleAccount* account, char* sender, char* message, PurpleConversation* conversation,
                     PurpleMessageFlags flags);
  void created(PurpleConversation* conversation);
  void deleting(PurpleConversation* conversation);
  void joined(PurpleConversation* conversation);
  void member_joined(PurpleConversation* conversation, const char* name, PurpleConvChatBuddyFlags flags,
                     gboolean is_new);
  void member_left(PurpleConversation* conversation, const char* name, const char* reason);
  void connection_changed(PurpleConnection* connection);

  void let_out(Message message, PurpleConversation* conversation, char** text);
  gboolean look_now();

  Door& door_;
  Outbox& outbox_;
  WarningView& text_view_;
  const ViewSwitch& views_;
  std::set<Destination> changed_;   ///< to be looked at in the next turn of the main loop
  Later later_;

  // Lowest priority runs first: before encryption, and before anybody else changes the text.
  Signal sending_im_ = Signal::to<&Adapter::sending_im>(this, purple_conversations_get_handle(), "sending-im-msg",
                                                        PURPLE_SIGNAL_PRIORITY_LOWEST);
  Signal sending_chat_ = Signal::to<&Adapter::sending_chat>(this, purple_conversations_get_handle(),
                                                            "sending-chat-msg", PURPLE_SIGNAL_PRIORITY_LOWEST);
  Signal received_im_ = Signal::to<&Adapter::received_im>(this, purple_conversations_get_handle(), "received-im-msg");
  Signal received_chat_ =
      Signal::to<&Adapter::received_chat>(this, purple_conversations_get_handle(), "received-chat-msg");
  Signal created_ = Signal::to<&Adapter::created>(this, purple_conversations_get_handle(), "conversation-created");
  Signal deleting_ = Signal::to<&Adapter::deleting>(this, purple_conversations_get_handle(), "deleting-conversation");
  Signal joined_ = Signal::to<&Adapter::joined>(this, purple_conversations_get_handle(), "chat-joined");
  Signal member_joined_ =
      Signal::to<&Adapter::member_joined>(this, purple_conversations_get_handle(), "chat-buddy-joined");
  Signal member_left_ = Signal::to<&Adapter::member_left>(this, purple_conversations_get_handle(), "chat-buddy-left");
  Signal signed_on_ = Signal::to<&Adapter::connection_changed>(this, purple_connections_get_handle(), "signed-on");
};

}  // namespace loftgate
