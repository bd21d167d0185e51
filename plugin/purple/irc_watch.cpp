// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/irc_watch.h"

#include <algorithm>

#include "common/base/glib_ptr.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/peer_knowledge.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_name = 200;

/// What a server writes may be any bytes; libpurple's own functions want UTF-8.
bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name &&
         g_utf8_validate(name.data(), static_cast<gssize>(name.size()), nullptr);
}

Destination named(PurpleAccount* account, std::string_view name, PeerKind kind) {
  return destination_of(account, std::string(name).c_str(), kind);
}

void note_bot(PurpleAccount* account, std::string_view nick, const char* sign, std::string_view real_name = {}) {
  if (!is_name(nick)) return;
  const std::string name(is_name(real_name) ? real_name : std::string_view{});
  peer_knowledge().note_bot(named(account, nick, PeerKind::person), sign, name);
}

bool closes(char mode) { return mode == 's' || mode == 'p' || mode == 'i' || mode == 'k'; }

}  // namespace

IrcWatch::IrcWatch(PurplePlugin* irc)
    : received_(Signal::to<&IrcWatch::received>(this, irc, "irc-receiving-text", PURPLE_SIGNAL_PRIORITY_LOWEST)) {}

void IrcWatch::received(PurpleConnection* connection, char** text) {
  PurpleAccount* account = connection ? purple_connection_get_account(connection) : nullptr;
  if (!account || !text || !*text) return;
  const IrcLine line = read_irc_line(*text);
  if (const char letter = bot_letter(line)) bot_letters_[named(account, "", PeerKind::person).account] = letter;
  read_bot(account, line);
  read_modes(account, line);
  read_leaving(account, line);
}

void IrcWatch::read_bot(PurpleAccount* account, const IrcLine& line) {
  if (!line.host.empty() && has_bot_tag(line) && !is_network_service(line.nick, line.host))
    note_bot(account, line.nick, "irc-tag");
  if (line.command == "335" && line.params.size() >= 2 && !is_network_service(line.params[1]))
    note_bot(account, line.params[1], "irc-335");
  if (line.command != "352" && line.command != "354") return;
  const auto letter = bot_letters_.find(named(account, "", PeerKind::person).account);
  const WhoReply reply = read_who_reply(line, letter == bot_letters_.end() ? 'B' : letter->second);
  if (reply.is_bot && !reply.is_service) note_bot(account, reply.nick, "irc-who-b", reply.real_name);
}

/// 324 tells all modes of a channel, MODE what changes of them.
void IrcWatch::read_modes(PurpleAccount* account, const IrcLine& line) {
  const bool all = line.command == "324";
  if (!all && line.command != "MODE") return;
  const std::size_t at = all ? 1 : 0;
  if (line.params.size() < at + 2 || !is_name(line.params[at])) return;
  const Destination channel = named(account, line.params[at], PeerKind::room);
  if (all && (modes_.contains(channel) || modes_.size() < PeerKnowledge::most)) modes_[channel].clear();
  if (modes_.contains(channel)) change_modes(channel, line.params[at + 1]);
}

void IrcWatch::change_modes(const Destination& channel, std::string_view changes) {
  std::set<char>& modes = modes_[channel];
  bool added = true;
  for (const char mode : changes) {
    if (mode == '+' || mode == '-') added = mode == '+';
    else if (!closes(mode)) continue;
    else if (added) modes.insert(mode);
    else modes.erase(mode);
  }
  PeerFacts facts = peer_knowledge().of(channel);
  facts.access = modes.empty() ? RoomAccess::open : RoomAccess::closed;
  peer_knowledge().note(channel, facts);
}

/// A nick is nobody's own: whoever has it next is somebody else.
void IrcWatch::read_leaving(PurpleAccount* account, const IrcLine& line) {
  const bool renamed = line.command == "NICK";
  if (!renamed && line.command != "QUIT") return;
  if (is_name(line.nick)) peer_knowledge().forget(named(account, line.nick, PeerKind::person));
  if (!renamed || line.params.empty() || !is_name(line.params[0])) return;
  const Destination next = named(account, line.params[0], PeerKind::person);
  peer_knowledge().forget(next);
  // An open conversation goes on under the new name.
  if (peer_knowledge().changed) peer_knowledge().changed(next);
}

void IrcWatch::signed_off(PurpleConnection* connection) {
  const Destination own = named(purple_connection_get_account(connection), "", PeerKind::person);
  if (own.protocol != "prpl-irc") return;
  peer_knowledge().forget_account(own.protocol, own.account);
  bot_letters_.erase(own.account);
  std::erase_if(modes_, [&](const auto& one) { return one.first.account == own.account; });
}

}  // namespace loftgate
