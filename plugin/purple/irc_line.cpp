// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/irc_line.h"

#include <glib.h>

#include <algorithm>
#include <utility>

namespace loftgate {
namespace {

constexpr std::size_t longest_line = 16 * 1024;
constexpr std::size_t most_params = 32;

/// Lower case.
constexpr std::string_view services[] = {"nickserv", "chanserv", "memoserv", "operserv", "hostserv", "botserv",
                                         "helpserv", "infoserv", "saslserv", "statserv", "groupserv", "authserv",
                                         "gameserv", "global",   "alis",     "services"};

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), g_ascii_tolower);
  return lowered;
}

/// Takes a word off `rest`, with the spaces after it.
std::string_view next_word(std::string_view& rest) {
  const auto end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.find_first_not_of(' ', end), rest.size()));
  return word;
}

void read_prefix(std::string_view prefix, IrcLine& line) {
  const auto at = prefix.rfind('@');
  line.nick = prefix.substr(0, std::min(prefix.find('!'), at));
  if (at != std::string_view::npos) line.host = prefix.substr(at + 1);
}

bool is_letter(char byte) { return g_ascii_isalpha(byte); }

/// "H*@B": here or gone, then marks and letters. `strict`: no letter but the bot's, so that a nick is not mistaken.
bool is_flags(std::string_view word, char bot, bool strict) {
  if (word.empty() || (word[0] != 'H' && word[0] != 'G')) return false;
  return !strict || std::none_of(word.begin() + 1, word.end(), [bot](char byte) {
    return (is_letter(byte) || g_ascii_isdigit(byte)) && byte != bot;
  });
}

/// The fields of a 354 are those somebody asked for, in a fixed order, in which the flags follow the nick.
std::size_t flags_of_whox(const IrcLine& line, char bot) {
  for (std::size_t at = line.params.size() - (line.has_trailing ? 1 : 0); at-- > 2;) {
    if (is_flags(line.params[at], bot, true)) return at;
  }
  return 0;
}

bool is_services_host(const std::string& name) {
  return name == "services" || name.starts_with("services.") || name.ends_with(".services") ||
         name.ends_with(".services.");
}

}  // namespace

IrcLine read_irc_line(std::string_view text) {
  std::string_view rest = text.substr(0, longest_line);
  rest = rest.substr(0, rest.find_first_of(std::string_view("\r\n\0", 3)));
  IrcLine line;
  if (rest.starts_with('@')) line.tags = next_word(rest).substr(1);
  if (rest.starts_with(':')) read_prefix(next_word(rest).substr(1), line);
  line.command = next_word(rest);
  while (!rest.empty() && line.params.size() < most_params) {
    line.has_trailing = rest.starts_with(':');
    line.params.push_back(line.has_trailing ? std::exchange(rest, {}).substr(1) : next_word(rest));
  }
  return line;
}

bool has_bot_tag(const IrcLine& line) {
  for (std::string_view rest = line.tags; !rest.empty();) {
    const auto end = std::min(rest.find(';'), rest.size());
    const std::string_view tag = rest.substr(0, std::min(rest.find('='), end));
    // A tag with '+' before it is the sender's own claim about somebody; only the server's counts.
    if (tag == "bot" || tag == "draft/bot" || tag == "inspircd.org/bot") return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

WhoReply read_who_reply(const IrcLine& line, char bot) {
  WhoReply reply;
  std::size_t flags = 0;
  if (line.command == "352" && line.params.size() >= 7) flags = 6;
  if (line.command == "354" && line.params.size() >= 3) flags = flags_of_whox(line, bot);
  if (flags < 2 || !is_flags(line.params[flags], bot, false)) return reply;
  reply.nick = line.params[flags - 1];
  const bool has_hosts = line.command == "352";
  reply.is_service = has_hosts ? is_network_service(reply.nick, line.params[3], line.params[4])
                               : is_network_service(reply.nick);
  // "0 Helper": how many servers away, and the name.
  const std::string_view last = line.params.back();
  if (has_hosts && line.has_trailing && last.find(' ') != std::string_view::npos)
    reply.real_name = last.substr(last.find(' ') + 1);
  reply.is_bot = line.params[flags].find(bot, 1) != std::string_view::npos;
  return reply;
}

bool is_network_service(std::string_view nick, std::string_view host, std::string_view server) {
  const std::string name = lower(nick);
  if (std::find(std::begin(services), std::end(services), name) != std::end(services)) return true;
  return is_services_host(name) || is_services_host(lower(host)) || is_services_host(lower(server));
}

char bot_letter(const IrcLine& line) {
  if (line.command != "005") return '\0';
  for (const std::string_view token : line.params) {
    if (token.size() == 5 && token.starts_with("BOT=") && is_letter(token[4])) return token[4];
  }
  return '\0';
}

}  // namespace loftgate
