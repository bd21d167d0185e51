// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the clients of XMPP contacts, rooms and gateways what they are (XEP-0030), and reads such answers to others.
#pragma once

#include <purple.h>

#include <map>
#include <set>
#include <string>

#include "common/engine/settings.h"
#include "common/text/message.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class XmppWatch {
 public:
  /// `xmpp` is the protocol's plugin. Asks nobody while Loftgate is switched off. `settings` outlives this.
  XmppWatch(PurplePlugin* xmpp, const Settings& settings);

 private:
  gboolean iq_received(PurpleConnection* connection, const char* type, const char* id, const char* from, xmlnode* iq);
  gboolean presence_received(PurpleConnection* connection, const char* type, const char* from, xmlnode* presence);
  void opened(PurpleConversation* conversation);
  void signed_off(PurpleConnection* connection);

  void ask_contact(PurpleConversation* conversation, const Destination& to);
  void ask(PurpleConnection* connection, const Destination& about, const std::string& jid);
  bool take_own(const Destination& from, const char* id, const std::string& jid);

  const Settings& settings_;
  std::map<Destination, std::string> present_;      ///< the full address of a contact who is there
  std::set<Destination> asked_;                     ///< once each while connected
  struct Asked {
    Destination about;
    std::string jid;
  };
  std::map<std::string, Asked> waiting_;            ///< questions without an answer yet, by their id

  Signal iq_received_;
  Signal presence_received_;
  Signal created_ = Signal::to<&XmppWatch::opened>(this, purple_conversations_get_handle(), "conversation-created");
  Signal joined_ = Signal::to<&XmppWatch::opened>(this, purple_conversations_get_handle(), "chat-joined");
  Signal signed_off_ =
      Signal::to<&XmppWatch::signed_off>(this, purple_connections_get_handle(), "signed-off");
};

}  // namespace loftgate
