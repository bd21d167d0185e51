// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/members.h"

#include <map>
#include <string_view>

#include "common/base/glib_ptr.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/peer_knowledge.h"
#include "plugin/purple/peer_marks.h"

namespace loftgate {
namespace {

/// What is known of single members: the user's word and what was learnt, by the name each is written to.
struct KnownMembers {
  std::map<std::string, Mark> marks;
  std::map<std::string, bool> bots;

  bool empty() const { return marks.empty() && bots.empty(); }
};

KnownMembers known_members(PurpleAccount* account) {
  KnownMembers known;
  for (const auto& [to, mark] : marked_contacts(account)) known.marks[to.peer] = mark;
  const Destination own = destination_of(account, "", PeerKind::person);
  for (const auto& [to, facts] : peer_knowledge().all()) {
    const bool theirs = to.protocol == own.protocol && to.account == own.account && to.kind == PeerKind::person;
    if (theirs && !facts.bot_sign.empty()) known.bots[to.peer] = true;
  }
  return known;
}

/// Two protocols show bots as members with a voice; elsewhere a voice is anybody's.
bool voice_means_bot(PurpleAccount* account) {
  const std::string_view protocol = purple_account_get_protocol_id(account);
  return protocol == "prpl-eionrobb-discord" || protocol == "prpl-eionrobb-rocketchat";
}

}  // namespace

Destination member_of(PurpleConversation* room, const char* nick) {
  PurpleAccount* account = purple_conversation_get_account(room);
  PurpleConnection* connection = purple_account_get_connection(account);
  PurplePlugin* protocol = connection ? purple_connection_get_prpl(connection) : nullptr;
  const auto* calls = protocol ? PURPLE_PLUGIN_PROTOCOL_INFO(protocol) : nullptr;
  const int id = purple_conv_chat_get_id(PURPLE_CONV_CHAT(room));
  const std::string name = calls && calls->get_cb_real_name ? take(calls->get_cb_real_name(connection, id, nick)) : "";
  return destination_of(account, name.empty() ? nick : name.c_str(), PeerKind::person);
}

void read_members(PurpleConversation* room, PeerSigns& signs) {
  PurpleAccount* account = purple_conversation_get_account(room);
  const KnownMembers known = known_members(account);
  const bool voice = voice_means_bot(account);
  for (GList* at = purple_conv_chat_get_users(PURPLE_CONV_CHAT(room)); at; at = at->next) {
    auto* member = static_cast<PurpleConvChatBuddy*>(at->data);
    const std::string nick = copy(purple_conv_chat_cb_get_name(member));
    signs.members.push_back(nick);
    bool bot = voice && (member->flags & PURPLE_CBFLAGS_VOICE);
    if (!known.empty()) {
      const std::string peer = member_of(room, nick.c_str()).peer;
      const auto mark = known.marks.find(peer);
      if (mark != known.marks.end() && mark->second == Mark::person) {
        signs.people.push_back(nick);
        continue;
      }
      bot = bot || mark != known.marks.end() || known.bots.contains(peer);
    }
    if (bot) signs.bots.push_back(nick);
  }
}

}  // namespace loftgate
