// SPDX-License-Identifier: GPL-2.0-or-later
// Stands where a protocol is handed a text, so that what no conversation signal sees comes to the gate too: messages
// that plugins, D-Bus clients and buddy pounces send past the conversation, topics, invitations and what everybody
// sees of an account.
#pragma once

#include <purple.h>

#include "common/engine/ports.h"
#include "plugin/purple/account_acts.h"
#include "plugin/purple/act_outbox.h"
#include "plugin/purple/act_view.h"
#include "plugin/purple/passed_marks.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

class ProtocolHooks {
 public:
  /// Puts functions of this module into the tables of all protocols, and of those that are loaded later. One at a
  /// time; references outlive it. The module must stay in memory for good: see WrappedCall.
  ProtocolHooks(Door& door, Outbox& outbox, WarningView& words, const ViewSwitch& views);
  /// Takes them out where they are on top. Those that stay below another plugin's only pass their calls on.
  ~ProtocolHooks();
  ProtocolHooks(const ProtocolHooks&) = delete;
  ProtocolHooks& operator=(const ProtocolHooks&) = delete;

  /// The plugin is going away: what is held of topics and the like may be taken for its conversation.
  void give_everything_back();

 private:
  // Whether a call of the protocol's own function may follow.
  friend struct HookTable;
  bool send_im(PurpleConnection* connection, const char* who, const char* text, PurpleMessageFlags flags);
  bool chat_send(PurpleConnection* connection, int id, const char* text, PurpleMessageFlags flags);
  bool chat_whisper(PurpleConnection* connection, int id, const char* who, const char* text);
  bool chat_invite(PurpleConnection* connection, int id, const char* text, const char* who);
  bool set_chat_topic(PurpleConnection* connection, int id, const char* topic);
  bool set_status(PurpleAccount* account, PurpleStatus* status);
  bool set_info(PurpleConnection* connection, const char* info);
  bool set_buddy_icon(PurpleConnection* connection, PurpleStoredImage* icon);

  void plugin_loaded(PurplePlugin* plugin);
  void plugin_unloaded(PurplePlugin* plugin);
  void im_decided(PurpleAccount* account, const char* receiver, char** text);
  void chat_decided(PurpleAccount* account, char** text, int id);
  void im_sent(PurpleAccount* account, const char* receiver, const char* text);
  void chat_sent(PurpleAccount* account, const char* text, int id);
  bool is_decided(const Destination& to, const char* text);
  bool may_leave(Message message);
  bool may_happen(const Message& message, Publish publish);

  Door& door_;
  Outbox& outbox_;
  const ViewSwitch& views_;
  PassedMarks passed_;
  ActOutbox act_outbox_{outbox_};
  ActView act_view_;
  AccountActs account_acts_{door_, act_outbox_};

  Signal plugin_loaded_ = Signal::to<&ProtocolHooks::plugin_loaded>(this, purple_plugins_get_handle(), "plugin-load");
  Signal plugin_unloaded_ =
      Signal::to<&ProtocolHooks::plugin_unloaded>(this, purple_plugins_get_handle(), "plugin-unload");
  // Highest priority runs last: the text is final, encrypted if it is going to be.
  Signal im_decided_ = Signal::to<&ProtocolHooks::im_decided>(this, purple_conversations_get_handle(),
                                                              "sending-im-msg", PURPLE_SIGNAL_PRIORITY_HIGHEST);
  Signal chat_decided_ = Signal::to<&ProtocolHooks::chat_decided>(this, purple_conversations_get_handle(),
                                                                  "sending-chat-msg", PURPLE_SIGNAL_PRIORITY_HIGHEST);
  Signal im_sent_ = Signal::to<&ProtocolHooks::im_sent>(this, purple_conversations_get_handle(), "sent-im-msg");
  Signal chat_sent_ = Signal::to<&ProtocolHooks::chat_sent>(this, purple_conversations_get_handle(), "sent-chat-msg");
};

}  // namespace loftgate
