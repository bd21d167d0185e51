// SPDX-License-Identifier: GPL-2.0-or-later
// Knows which talks are encrypted end to end. OTR leaves its state with the conversation; OMEMO (lurch) has to be
// asked and may answer later.
#pragma once

#include <purple.h>

#include <cstdint>
#include <map>
#include <set>

#include "common/engine/ports.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

/// Whether what is written there is known to be encrypted from end to end. Not known is no.
bool is_encrypted(PurpleConversation* conversation);

/// Asks lurch when a conversation opens, after every line in it and when its title changes, and has the badge follow.
/// Answers are kept with the conversation, so they end with it. Only one watch may live at a time.
class EncryptionWatch {
 public:
  EncryptionWatch(Door& door, const ViewSwitch& views);
  EncryptionWatch(const EncryptionWatch&) = delete;
  EncryptionWatch& operator=(const EncryptionWatch&) = delete;
  ~EncryptionWatch();

 private:
  void created(PurpleConversation* conversation);
  void wrote(PurpleAccount* account, const char* who, char* text, PurpleConversation* conversation,
             PurpleMessageFlags flags);
  void updated(PurpleConversation* conversation, PurpleConvUpdateType what);
  void deleting(PurpleConversation* conversation);
  void plugins_changed(PurplePlugin* plugin);

  void refresh_later(PurpleConversation* conversation);
  gboolean refresh();
  void ask(PurpleConversation* conversation);
  void answered(std::uint32_t question, bool encrypts);
  void show(PurpleConversation* conversation);
  static void on_answer(std::int32_t error, int status, void* question) noexcept;

  Door& door_;
  const ViewSwitch& views_;
  std::set<Destination> due_;
  std::map<std::uint32_t, Destination> asked_;   ///< questions that lurch has not answered yet
  std::uint32_t last_question_ = 0;
  std::set<Destination> encrypted_;              ///< what the badges say
  Later later_;

  Signal created_ =
      Signal::to<&EncryptionWatch::created>(this, purple_conversations_get_handle(), "conversation-created");
  Signal wrote_ = Signal::to<&EncryptionWatch::wrote>(this, purple_conversations_get_handle(), "wrote-im-msg");
  Signal updated_ =
      Signal::to<&EncryptionWatch::updated>(this, purple_conversations_get_handle(), "conversation-updated");
  Signal deleting_ =
      Signal::to<&EncryptionWatch::deleting>(this, purple_conversations_get_handle(), "deleting-conversation");
  Signal loaded_ = Signal::to<&EncryptionWatch::plugins_changed>(this, purple_plugins_get_handle(), "plugin-load");
  Signal unloaded_ = Signal::to<&EncryptionWatch::plugins_changed>(this, purple_plugins_get_handle(), "plugin-unload");
};

}  // namespace loftgate
