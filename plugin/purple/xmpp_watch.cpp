// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/xmpp_watch.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "common/base/glib_ptr.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/disco_answer.h"
#include "plugin/purple/peer_knowledge.h"

namespace loftgate {
namespace {

constexpr const char* xmpp_id = "prpl-jabber";
constexpr std::size_t longest_jid = 3071;   // RFC 7622

bool is(const char* a, const char* b) { return a && std::strcmp(a, b) == 0; }

std::string bare(const std::string& jid) { return jid.substr(0, jid.find('/')); }

std::string domain(const std::string& jid) {
  const std::string name = bare(jid);
  return name.substr(name.find('@') + 1);   // npos + 1 is 0: a domain alone
}

bool is_usable(const char* jid) {
  return jid && *jid && std::strlen(jid) <= longest_jid && g_utf8_validate(jid, -1, nullptr);
}

/// Whom an answer from this address is about.
Destination subject(PurpleAccount* account, const std::string& from) {
  const Destination room = destination_of(account, from.c_str(), PeerKind::room);
  const bool is_bare = from.find('/') == std::string::npos;
  return is_bare && find_conversation(room) ? room : destination_of(account, from.c_str(), PeerKind::person);
}

void learn(const Destination& about, const DiscoAnswer& answer) {
  PeerFacts facts = peer_knowledge().of(about);
  const bool contact = about.kind == PeerKind::person && about.peer.find('@') != std::string::npos;
  // What a client says it can do is asked part by part, and each part names the client; a room's parts are others.
  if (answer.part && !contact) return;
  if (about.kind == PeerKind::room) {
    facts.access = answer.access;
    facts.bridged = answer.gateway;
  } else if (!contact) {
    facts.bridged = answer.gateway;
  } else if (answer.bot && facts.bot_sign.empty()) {
    facts.bot_sign = "xmpp-disco";
  }
  peer_knowledge().note(about, facts);
}

}  // namespace

XmppWatch::XmppWatch(PurplePlugin* xmpp, const Settings& settings)
    : settings_(settings),
      iq_received_(Signal::to<&XmppWatch::iq_received>(this, xmpp, "jabber-receiving-iq")),
      presence_received_(Signal::to<&XmppWatch::presence_received>(this, xmpp, "jabber-receiving-presence")) {}

/// TRUE keeps the answer to our own question from libpurple, which did not ask it.
gboolean XmppWatch::iq_received(PurpleConnection* connection, const char* type, const char* id, const char* from,
                                xmlnode* iq) {
  PurpleAccount* account = connection ? purple_connection_get_account(connection) : nullptr;
  if (!account || !iq || !is_usable(from) || !(is(type, "result") || is(type, "error"))) return FALSE;
  const Destination sender = subject(account, from);
  if (is(type, "result")) {
    if (const auto answer = read_disco_answer(iq)) learn(sender, *answer);
  }
  return take_own(sender, id, from);
}

/// Whether this answers a question of ours; an id alone could be anybody's.
bool XmppWatch::take_own(const Destination& from, const char* id, const std::string& jid) {
  const auto asked = id ? waiting_.find(id) : waiting_.end();
  if (asked == waiting_.end()) return false;
  const Asked& question = asked->second;
  const bool same =
      question.about.account == from.account && g_ascii_strcasecmp(question.jid.c_str(), jid.c_str()) == 0;
  if (same) waiting_.erase(asked);
  return same;
}

gboolean XmppWatch::presence_received(PurpleConnection* connection, const char* type, const char* from,
                                      xmlnode* presence) {
  PurpleAccount* account = connection ? purple_connection_get_account(connection) : nullptr;
  if (!account || !presence || !is_usable(from)) return FALSE;
  const std::string jid = from;
  if (says_logged(presence)) {
    const Destination room = destination_of(account, bare(jid).c_str(), PeerKind::room);
    PeerFacts facts = peer_knowledge().of(room);
    facts.logged = true;
    peer_knowledge().note(room, facts);
  }
  const Destination to = destination_of(account, from, PeerKind::person);
  if (is(type, "unavailable")) {
    const auto known = present_.find(to);
    if (known != present_.end() && known->second == jid) present_.erase(known);
  }
  if (type || jid.find('/') == std::string::npos) return FALSE;
  if (present_.contains(to) || present_.size() < PeerKnowledge::most) present_.insert_or_assign(to, jid);
  if (PurpleConversation* open = find_conversation(to)) ask_contact(open, to);
  return FALSE;
}

void XmppWatch::opened(PurpleConversation* conversation) {
  PurpleAccount* account = purple_conversation_get_account(conversation);
  if (!account || !is(purple_account_get_protocol_id(account), xmpp_id)) return;
  const Destination to = destination_of(conversation);
  if (to.kind == PeerKind::person) return ask_contact(conversation, to);
  if (PurpleConnection* connection = purple_account_get_connection(account)) ask(connection, to, to.peer);
}

/// A contact's client is asked under its full address: the bare one is answered by its server.
void XmppWatch::ask_contact(PurpleConversation* conversation, const Destination& to) {
  PurpleAccount* account = purple_conversation_get_account(conversation);
  PurpleConnection* connection = purple_account_get_connection(account);
  if (!connection) return;
  const auto known = present_.find(to);
  const std::string jid = known != present_.end() ? known->second : copy(purple_conversation_get_name(conversation));
  if (jid.find('/') != std::string::npos) ask(connection, to, jid);
  // Our own server is no gateway; that of somebody else may be one.
  const std::string server = domain(to.peer);
  if (!server.empty() && server != domain(to.account))
    ask(connection, destination_of(account, server.c_str(), PeerKind::person), server);
}

void XmppWatch::ask(PurpleConnection* connection, const Destination& about, const std::string& jid) {
  if (!settings_.enabled || purple_connection_get_state(connection) != PURPLE_CONNECTED || !is_usable(jid.c_str()))
    return;
  if (!asked_.insert(about).second) return;
  const std::string id = take(g_uuid_string_random());
  waiting_.insert_or_assign(id, Asked{about, jid});
  xmlnode* question = disco_question(id, jid);
  purple_signal_emit(purple_connection_get_prpl(connection), "jabber-sending-xmlnode", connection, &question);
  if (question) xmlnode_free(question);
}

/// What was learnt stays, because an address stays whose it is; but all may be asked again.
void XmppWatch::signed_off(PurpleConnection* connection) {
  PurpleAccount* account = purple_connection_get_account(connection);
  if (!is(purple_account_get_protocol_id(account), xmpp_id)) return;
  const std::string own = destination_of(account, "", PeerKind::person).account;
  std::erase_if(present_, [&](const auto& one) { return one.first.account == own; });
  std::erase_if(waiting_, [&](const auto& one) { return one.second.about.account == own; });
  std::erase_if(asked_, [&](const Destination& one) { return one.account == own; });
}

}  // namespace loftgate
