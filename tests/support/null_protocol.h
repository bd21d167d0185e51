// SPDX-License-Identifier: GPL-2.0-or-later
// Protocols that lead nowhere and write down what they were given, in the flavours of real ones.
#pragma once

#include <purple.h>

#include <string>
#include <vector>

namespace loftgate {

/// What reached a protocol, and how it shall behave.
struct Wire {
  std::vector<std::string> sent;      ///< markup, in order, of messages to people and rooms alike
  std::vector<std::string> readers;   ///< to whom each went
  std::vector<std::string> acts;      ///< everything else, in order: "topic #chat: words", "status away: words", …
  std::vector<std::string> offered;   ///< names of files that were offered, in order
  std::vector<std::string> ended;     ///< names of files whose transfer ended while the protocol still knew it
  int answer = 1;                     ///< what the protocol answers: negative refuses the message
};

/// Registers them all with libpurple, once a process, before it looks for plugins: of two protocols with one id it
/// keeps the first, and so never the installed one. Ids are those of the real ones, so that records apply:
/// "prpl-jabber" (HTML; its contact list shows a bot emblem for names that begin with "bot"), "prpl-irc" (no
/// newlines, no images), "prpl-eionrobb-chatgpt" (HTML), and some HTML ones that mark bots in ways of their own. Like
/// real ones they read the status again as they connect. Settings: connect_server, server, provider, endpoint.
void register_null_protocols();

/// Registers the signals by which plugins see what comes and goes on the real ones, once libpurple knows its protocols.
void register_null_signals();

Wire& wire_of_null_protocols();

}  // namespace loftgate
