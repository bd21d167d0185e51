// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/command_text.h"

#include <glib.h>

#include <algorithm>
#include <string>

namespace loftgate {
namespace {

constexpr std::string_view irc = "prpl-irc";
constexpr std::string_view xmpp = "prpl-jabber";

/// Whom the text behind a command reaches.
enum class Reach {
  here,        ///< the conversation
  target,      ///< the first word: somebody; on IRC also a channel, or several of both
  member,      ///< the first word: a nick in this room
  room,        ///< the first word is a room
  itself,      ///< the command is the name of a service: "/nickserv help"
  contacts,    ///< everybody who sees the account
  raw,         ///< a line of the protocol
};

struct Row {
  std::string_view protocol;
  std::string_view name;
  Reach reach;
  int named = 0;                   ///< words before the text that name somebody or something, target included
  std::string_view shown = {};     ///< `contacts`: what they see
};

/// As the protocols of libpurple 2.14 read them (irc/parse.c and irc/cmds.c; jabber/jabber.c).
constexpr Row rows[] = {
    {irc, "msg", Reach::target, 1},
    {irc, "notice", Reach::target, 1},
    {irc, "query", Reach::target, 1},
    {irc, "ctcp", Reach::target, 1},
    {irc, "invite", Reach::target, 1},
    {irc, "topic", Reach::here},
    {irc, "kick", Reach::here, 1},
    {irc, "remove", Reach::here, 1},
    {irc, "part", Reach::room, 1},
    {irc, "away", Reach::contacts, 0, "status"},
    {irc, "quit", Reach::contacts, 0, "status"},
    {irc, "wallops", Reach::contacts, 0, "operators"},
    {irc, "operwall", Reach::contacts, 0, "operators"},
    {irc, "nickserv", Reach::itself},
    {irc, "chanserv", Reach::itself},
    {irc, "memoserv", Reach::itself},
    {irc, "operserv", Reach::itself},
    {irc, "authserv", Reach::itself},
    {irc, "quote", Reach::raw},
    {xmpp, "msg", Reach::member, 1},
    {xmpp, "invite", Reach::target, 1},
    {xmpp, "topic", Reach::here},
    {xmpp, "kick", Reach::here, 1},
    {xmpp, "ban", Reach::here, 1},
    {xmpp, "part", Reach::here},
    {xmpp, "mood", Reach::contacts, 1, "status"},
};

/// Lines of the IRC protocol, for /quote (RFC 2812, section 3). Of any other, all words are text for the conversation.
constexpr Row raw_rows[] = {
    {irc, "privmsg", Reach::target, 1},
    {irc, "notice", Reach::target, 1},
    {irc, "squery", Reach::target, 1},
    {irc, "topic", Reach::room, 1},
    {irc, "part", Reach::room, 1},
    {irc, "kick", Reach::room, 2},
    {irc, "away", Reach::contacts, 0, "status"},
    {irc, "quit", Reach::contacts, 0, "status"},
    {irc, "wallops", Reach::contacts, 0, "operators"},
};

constexpr std::string_view spoken[] = {"action", "me", "say"};

/// Names, places, flags and passwords of rooms: nothing that anybody reads.
constexpr std::string_view bare[] = {
    "affiliate", "buzz", "clear",    "clearall", "config", "configure", "debug", "deop",  "devoice", "help",
    "j",         "join", "lg",       "list",     "mode",   "names",     "nick",  "op",    "ping",    "register",
    "role",      "time", "umode",    "version",  "voice",  "whois",     "whowas",
};

template <std::size_t Size>
bool holds(const std::string_view (&names)[Size], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// libpurple splits at every single space: two in a row enclose an empty word.
class Words {
 public:
  Words(std::string_view line, std::size_t from) : line_(line), at_(std::min(from, line.size())) {}

  std::string_view next() {
    const auto end = std::min(line_.find(' ', at_), line_.size());
    const std::string_view word = line_.substr(at_, end - at_);
    at_ = std::min(end + 1, line_.size());
    return word;
  }
  std::size_t at() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }

 private:
  std::string_view line_;
  std::size_t at_;
};

/// "#loft", and "@#loft": its operators alone.
bool names_channel(std::string_view& target) {
  const auto channel = target.find_first_not_of("@%~+");
  if (channel != std::string_view::npos && std::string_view("#&").find(target[channel]) != std::string_view::npos) {
    target = target.substr(channel);
    return true;
  }
  return !target.empty() && std::string_view("!+").find(target.front()) != std::string_view::npos;
}

/// "bob,#loft" are two.
std::vector<Destination> irc_targets(const Destination& here, std::string_view targets) {
  std::vector<Destination> found;
  while (!targets.empty()) {
    std::string_view one = targets.substr(0, targets.find(','));
    targets.remove_prefix(std::min(one.size() + 1, targets.size()));
    const PeerKind kind = names_channel(one) ? PeerKind::room : PeerKind::person;
    if (!one.empty()) found.push_back({here.protocol, here.account, std::string(one), kind});
  }
  return found;
}

std::vector<Destination> reached(const Row& row, const Destination& here, std::string_view first) {
  const auto named = [&](std::string_view name, PeerKind kind) {
    return std::vector{Destination{here.protocol, here.account, std::string(name), kind}};
  };
  if (row.reach == Reach::contacts) return named(row.shown, PeerKind::contacts);
  if (row.reach == Reach::itself) return named(row.name, PeerKind::person);
  if (first.empty()) return {};
  if (row.reach == Reach::room) return named(first, PeerKind::room);
  if (row.reach == Reach::member) return named(here.peer + '/' + std::string(first), PeerKind::person);
  if (row.reach != Reach::target) return {};
  return row.protocol == irc ? irc_targets(here, first) : named(first, PeerKind::person);
}

/// The words before the text, then the text itself. IRC marks its last parameter with a colon in raw lines.
CommandText read_row(const Row& row, const Destination& here, Words words, bool raw) {
  const std::size_t from = words.at();
  std::string_view first;
  for (int i = 0; i < row.named; ++i) {
    const std::string_view word = words.next();
    if (i == 0) first = word;
  }
  // "/part see you" leaves a room called "see": what was meant as a text is read as one.
  if (std::string_view room = first; row.reach == Reach::room && !names_channel(room)) return {{}, from};
  const std::size_t mark = raw && words.rest().starts_with(':') ? 1 : 0;
  return {reached(row, here, first), words.at() + mark};
}

bool same_word(std::string_view one, std::string_view other) {
  return one.size() == other.size() && g_ascii_strncasecmp(one.data(), other.data(), one.size()) == 0;
}

CommandText read_raw(const Destination& here, Words words) {
  Words line = words;
  const std::string_view verb = line.next();
  for (const Row& row : raw_rows) {
    if (same_word(verb, row.name)) return read_row(row, here, line, true);
  }
  return {{}, words.at()};
}

CommandText read_known(const Destination& here, std::string_view name, Words words) {
  for (const Row& row : rows) {
    if (row.name != name || row.protocol != here.protocol) continue;
    return row.reach == Reach::raw ? read_raw(here, words) : read_row(row, here, words, false);
  }
  return {{}, words.at()};
}

}  // namespace

std::string_view command_name(std::string_view line) {
  if (!line.starts_with('/')) return {};
  return line.substr(1, line.find(' ') - 1);
}

bool is_spoken(std::string_view name) { return holds(spoken, name); }

bool may_carry_text(std::string_view name) { return !holds(bare, name); }

std::optional<CommandText> read_command(const Destination& here, std::string_view line) {
  const std::string_view name = command_name(line);
  if (name.empty() || !may_carry_text(name)) return std::nullopt;
  const CommandText text = read_known(here, name, Words(line, name.size() + 2));
  if (line.find_first_not_of(" \t\r\n", text.content_from) == std::string_view::npos) return std::nullopt;
  return text;
}

}  // namespace loftgate
