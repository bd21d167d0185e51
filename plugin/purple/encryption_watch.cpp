// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/encryption_watch.h"

#include <cstring>
#include <utility>

#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"

namespace loftgate {
namespace {

constexpr const char* lurch_id = "core-riba-lurch";
constexpr const char* omemo_key = "loftgate-omemo";   // with a conversation: lurch said that it encrypts there
constexpr int lurch_ok = 3;                           // OMEMO is supported there and a session exists

EncryptionWatch* current = nullptr;

bool is_talk(PurpleConversation* conversation) {
  return purple_conversation_get_account(conversation) &&
         purple_conversation_get_type(conversation) == PURPLE_CONV_TYPE_IM;
}

PurplePlugin* loaded_lurch() {
  PurplePlugin* lurch = purple_plugins_find_with_id(lurch_id);
  return lurch && purple_plugin_is_loaded(lurch) ? lurch : nullptr;
}

/// lurch knows contacts by their bare JID; what still has a resource is somebody in a room.
bool lurch_may_encrypt(const Destination& to) {
  return to.protocol == "prpl-jabber" && to.peer.find('/') == std::string::npos && loaded_lurch();
}

/// pidgin-otr: set while a private talk is on; a talk that the contact ended is not private any more.
bool has_otr(PurpleConversation* conversation) {
  return purple_conversation_get_data(conversation, "otr-private") != nullptr &&
         purple_conversation_get_data(conversation, "otr-finished") == nullptr;
}

void set_omemo(PurpleConversation* conversation, bool encrypts) {
  purple_conversation_set_data(conversation, omemo_key, encrypts ? GINT_TO_POINTER(TRUE) : nullptr);
}

template <class Visit>
void for_each_talk(Visit visit) {
  for (GList* at = purple_get_ims(); at; at = at->next) {
    auto* conversation = static_cast<PurpleConversation*>(at->data);
    if (is_talk(conversation)) visit(conversation);
  }
}

}  // namespace

bool is_encrypted(PurpleConversation* conversation) {
  if (!is_talk(conversation)) return false;
  if (has_otr(conversation)) return true;
  return purple_conversation_get_data(conversation, omemo_key) && loaded_lurch();
}

EncryptionWatch::EncryptionWatch(Door& door, const ViewSwitch& views) : door_(door), views_(views) {
  current = this;
  for_each_talk([this](PurpleConversation* open) { refresh_later(open); });
}

EncryptionWatch::~EncryptionWatch() {
  current = nullptr;   // lurch may still answer
  for_each_talk([](PurpleConversation* open) { set_omemo(open, false); });
}

void EncryptionWatch::created(PurpleConversation* conversation) { refresh_later(conversation); }

/// Own lines, the contact's, and those by which OTR and lurch say what changed.
void EncryptionWatch::wrote(PurpleAccount*, const char*, char*, PurpleConversation* conversation, PurpleMessageFlags) {
  if (conversation) refresh_later(conversation);
}

/// lurch writes its state into the title.
void EncryptionWatch::updated(PurpleConversation* conversation, PurpleConvUpdateType what) {
  if (what == PURPLE_CONV_UPDATE_TITLE) refresh_later(conversation);
}

void EncryptionWatch::deleting(PurpleConversation* conversation) {
  if (!is_talk(conversation)) return;
  const Destination to = destination_of(conversation);
  due_.erase(to);
  encrypted_.erase(to);
  std::erase_if(asked_, [&](const auto& question) { return question.second == to; });
}

void EncryptionWatch::plugins_changed(PurplePlugin* plugin) {
  if (!plugin->info || !plugin->info->id || std::strcmp(plugin->info->id, lurch_id) != 0) return;
  for_each_talk([this](PurpleConversation* open) { refresh_later(open); });
}

/// Whoever changes the state may do so before or after saying it: it is read in the next turn.
void EncryptionWatch::refresh_later(PurpleConversation* conversation) {
  if (!is_talk(conversation)) return;
  due_.insert(destination_of(conversation));
  later_.call<&EncryptionWatch::refresh>(this);
}

gboolean EncryptionWatch::refresh() {
  later_.begun();
  for (const Destination& to : std::exchange(due_, {})) {
    PurpleConversation* conversation = find_conversation(to);
    if (!conversation) continue;
    if (lurch_may_encrypt(to)) ask(conversation);
    else set_omemo(conversation, false);
    show(conversation);
  }
  return FALSE;
}

void EncryptionWatch::ask(PurpleConversation* conversation) {
  const Destination to = destination_of(conversation);
  asked_.emplace(++last_question_, to);
  purple_signal_emit(purple_plugins_get_handle(), "lurch-status-im", purple_conversation_get_account(conversation),
                     to.peer.c_str(), on_answer, GUINT_TO_POINTER(last_question_));
}

/// Called by lurch, at once or later. A question that nobody remembers is of a conversation or a watch that is gone.
void EncryptionWatch::on_answer(std::int32_t error, int status, void* question) noexcept {
  try {
    if (current) current->answered(GPOINTER_TO_UINT(question), error == 0 && status == lurch_ok);
  } catch (...) {
    purple_debug_error("loftgate", "What lurch answered could not be kept.\n");
  }
}

void EncryptionWatch::answered(std::uint32_t question, bool encrypts) {
  const auto asked = asked_.extract(question);
  if (asked.empty()) return;
  PurpleConversation* conversation = find_conversation(asked.mapped());
  if (!conversation) return;
  set_omemo(conversation, encrypts);
  show(conversation);
}

void EncryptionWatch::show(PurpleConversation* conversation) {
  const Destination to = destination_of(conversation);
  const bool encrypted = is_encrypted(conversation);
  if (encrypted == encrypted_.contains(to)) return;
  if (encrypted) encrypted_.insert(to);
  else encrypted_.erase(to);
  door_.look(describe(conversation, ""), views_.view_of(conversation));
}

}  // namespace loftgate
