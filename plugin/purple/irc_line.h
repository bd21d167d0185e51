// SPDX-License-Identifier: GPL-2.0-or-later
// Takes one line of an IRC server apart. A server may write anything; what does not fit reads as nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

/// Views into the line it was read from.
struct IrcLine {
  std::string_view tags;                       ///< "bot;time=…", "" none
  std::string_view nick;                       ///< of whoever it comes from; a server's name has no '!'
  std::string_view host;                       ///< "" when the sender has none
  std::string_view command;                    ///< "352", "PRIVMSG"
  std::vector<std::string_view> params;
  bool has_trailing = false;                   ///< the last of them was written with a colon
};

/// Reads at most the first 16 KiB of a line, more than any server may send with tags.
IrcLine read_irc_line(std::string_view line);

/// Whether a line carries the message tag by which a server marks what a bot says.
bool has_bot_tag(const IrcLine& line);

/// What a WHO reply says about one user. `bot` is the letter by which the server marks bots.
struct WhoReply {
  std::string_view nick;                       ///< "" when the line is none, or none that can be understood
  std::string_view real_name;                  ///< "" when the reply has none
  bool is_bot = false;
  bool is_service = false;
};
WhoReply read_who_reply(const IrcLine& line, char bot);

/// Automated, but no AI whatever flag it has: NickServ and its like, and everybody on a host of services.
bool is_network_service(std::string_view nick, std::string_view host = {}, std::string_view server = {});

/// The letter named in the BOT token of a 005 line, '\0' when there is none.
char bot_letter(const IrcLine& line);

}  // namespace loftgate
