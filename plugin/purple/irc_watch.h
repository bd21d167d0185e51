// SPDX-License-Identifier: GPL-2.0-or-later
// Learns from what an IRC server sends anyway who is a bot and which channels are closed. Sends and changes nothing.
#pragma once

#include <purple.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "common/text/message.h"
#include "plugin/purple/irc_line.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class IrcWatch {
 public:
  /// `irc` is the protocol's plugin.
  explicit IrcWatch(PurplePlugin* irc);

 private:
  void received(PurpleConnection* connection, char** text);
  void signed_off(PurpleConnection* connection);

  void read_bot(PurpleAccount* account, const IrcLine& line);
  void read_modes(PurpleAccount* account, const IrcLine& line);
  void read_leaving(PurpleAccount* account, const IrcLine& line);
  void change_modes(const Destination& channel, std::string_view changes);

  std::map<std::string, char> bot_letters_;              ///< by account: what marks a bot in a WHO reply
  std::map<Destination, std::set<char>> modes_;          ///< of channels whose server told them

  // Lowest priority: before anybody else changes the line.
  Signal received_;
  Signal signed_off_ =
      Signal::to<&IrcWatch::signed_off>(this, purple_connections_get_handle(), "signed-off");
};

}  // namespace loftgate
