// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/account_acts.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/text/markup.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/wrapped_call.h"

namespace loftgate {
namespace {

/// `shown`: what of the account it is, in the words of Destination::peer.
Message message_to_contacts(PurpleAccount* account, const char* shown, const char* text) {
  Message message = message_of(account, shown, PeerKind::contacts, nullptr, text);
  message.to.peer = shown;   // no name of a contact, so not the protocol's to normalise
  return message;
}

/// The profile of an XMPP account is XML, whose tags are no markup: all of it is text that must come back as it was.
bool is_card(const char* info) { return info && g_str_has_prefix(info, "<vCard"); }

/// Attributes of a status that hold words of the user's own.
constexpr std::pair<const char*, const char*> texts_of_a_status[] = {
    {"message", "status"}, {PURPLE_MOOD_COMMENT, "mood"}};

}  // namespace

AccountActs::AccountActs(Door& door, ActOutbox& outbox) : door_(door), outbox_(outbox), view_(door) {}

AccountActs::~AccountActs() { door_.view_gone(view_); }

void AccountActs::signing_on(PurpleConnection* connection) {
  PurpleAccount* account = purple_connection_get_account(connection);
  for (GList* at = purple_presence_get_statuses(purple_account_get_presence(account)); at; at = at->next)
    set_status(account, static_cast<PurpleStatus*>(at->data));
}

void AccountActs::account_removed(PurpleAccount* account) {
  for (const char* shown : {"status", "mood", "profile"})
    door_.conversation_ended(message_to_contacts(account, shown, "").to);
}

/// While an account connects libpurple does not tell its protocol, which reads the status once it is connected.
void AccountActs::status_changing(PurpleAccount* account, PurpleStatus*, PurpleStatus* now) {
  if (now && purple_account_is_connecting(account)) set_status(account, now);
}

void AccountActs::set_status(PurpleAccount* account, PurpleStatus* status) {
  if (!purple_status_is_active(status)) return;
  for (const auto& [attribute, shown] : texts_of_a_status) {
    if (purple_status_get_attr_value(status, attribute)) weigh_status(account, status, attribute, shown);
  }
}

void AccountActs::weigh_status(PurpleAccount* account, PurpleStatus* status, const char* attribute, const char* shown) {
  const Message message = message_to_contacts(account, shown, purple_status_get_attr_string(status, attribute));
  const auto put = [&](const char* text) { purple_status_set_attr_string(status, attribute, text); };
  if (is_asked_again(message)) return put(nullptr);
  if (message.markup.empty()) return;
  const auto settled = settled_.find(message.to);
  if (settled != settled_.end() && settled->second.written == message.markup)
    return put(settled->second.published.c_str());
  const std::string id = purple_status_get_id(status);
  outbox_.keep(message.to, [this, to = message.to, id, attribute, written = message.markup](const std::string& markup) {
    if (!publish_status(to, id, attribute, markup)) return false;
    settled_.insert_or_assign(to, Settled{written, markup});
    return true;
  });
  // Fails closed: the text is taken out first. A remembered choice may put another one there.
  put(nullptr);
  deciding_ = true;
  const Door::Outcome outcome = door_.outgoing(message, view_, outbox_);
  deciding_ = false;
  if (outcome == Door::Outcome::go) put(message.markup.c_str());
}

bool AccountActs::publish_status(const Destination& to, const std::string& id, const char* attribute,
                                 const std::string& markup) {
  PurpleAccount* account = find_account(to);
  PurpleStatus* status = account ? purple_account_get_status(account, id.c_str()) : nullptr;
  if (!status || !purple_status_is_active(status)) return false;
  purple_status_set_attr_string(status, attribute, markup.c_str());
  const auto original = WrappedCall<&PurplePluginProtocolInfo::set_status>::original(protocol_of(account));
  if (!deciding_ && original) original(account, status);
  return true;
}

bool AccountActs::set_info(PurpleConnection* connection, const char* info) {
  const bool card = is_card(info);
  const std::string markup = card ? to_markup(info) : copy(info);
  const Message message = message_to_contacts(purple_connection_get_account(connection), "profile", markup.c_str());
  if (is_asked_again(message)) return false;
  if (message.markup.empty()) return true;
  outbox_.keep(message.to, [to = message.to, card](const std::string& chosen) {
    PurpleAccount* account = find_account(to);
    PurpleConnection* open = account ? purple_account_get_connection(account) : nullptr;
    const auto original = WrappedCall<&PurplePluginProtocolInfo::set_info>::original(protocol_of(account));
    if (!open || !original) return false;
    const std::string published = card ? std::string(read_markup(chosen).body()) : chosen;
    original(open, published.c_str());
    return true;
  });
  return door_.outgoing(message, view_, outbox_) == Door::Outcome::go;
}

void AccountActs::set_icon(PurpleConnection* connection) {
  door_.outgoing(message_to_contacts(purple_connection_get_account(connection), "picture", ""), view_, outbox_);
}

/// The same text as the open question is about: it is shown again. Any other makes that question pointless.
bool AccountActs::is_asked_again(const Message& message) {
  const Warning* open = door_.open_question(message.to);
  if (!open) return false;
  if (open->markup == message.markup) {
    view_.ask(Warning(*open));
    return true;
  }
  door_.conversation_ended(message.to);
  door_.take_kept(message.to);
  return false;
}

}  // namespace loftgate
