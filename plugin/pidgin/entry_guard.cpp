// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/entry_guard.h"

#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/pidgin/entry_text.h"

namespace loftgate {
namespace {

/// Sets a flag while it lives.
class Scoped {
 public:
  explicit Scoped(bool& flag) : flag_(flag) { flag_ = true; }
  ~Scoped() { flag_ = false; }
  Scoped(const Scoped&) = delete;
  Scoped& operator=(const Scoped&) = delete;

 private:
  bool& flag_;
};

/// Stops a signal's emission unless told otherwise: whatever goes wrong before, nothing leaves.
class StopUnlessFree {
 public:
  explicit StopUnlessFree(GtkIMHtml* entry) : entry_(entry) {}
  ~StopUnlessFree() {
    if (!free_) g_signal_stop_emission_by_name(entry_, "message_send");
  }
  StopUnlessFree(const StopUnlessFree&) = delete;
  StopUnlessFree& operator=(const StopUnlessFree&) = delete;
  void set_free() { free_ = true; }

 private:
  GtkIMHtml* entry_;
  bool free_ = false;
};

/// A smiley or picture is this character in an entry's text, and only its markup tells which.
bool shows_pictures(const std::string& text) { return text.find("\uFFFC") != std::string::npos; }

bool has_left(PurpleConversation* conversation) {
  PurpleConvChat* room = purple_conversation_get_chat_data(conversation);
  return room && purple_conv_chat_has_left(room);
}

bool is_connected(PurpleConversation* conversation) {
  return purple_account_is_connected(purple_conversation_get_account(conversation));
}

}  // namespace

EntryGuard::EntryGuard(PidginConversation* window, const ViewSocket& socket, WarningView& view, Outbox& outbox)
    : window_(window), socket_(socket), view_(view), outbox_(outbox) {
  // Pidgin's own handler is connected with `after`, so this one is always asked first.
  connections_.add<&EntryGuard::on_message_send>(window->entry, "message_send", this);
}

void EntryGuard::on_message_send(GtkIMHtml* entry) {
  StopUnlessFree stop(entry);
  if (may_leave()) stop.set_free();
}

bool EntryGuard::may_leave() {
  if (releasing_ || entry_is_empty(window_) || entry_is_command(window_)) return true;
  PurpleConversation* conversation = window_->active_conv;
  // Writing out the markup takes ten times as long as everything else; most texts need no second look.
  const std::string text = entry_text(window_);
  auto message = socket_.read_draft(conversation, to_markup(text).c_str());
  if (!message) return true;
  // Pidgin itself sends no message then, and keeps the text; it does run commands.
  const bool is_command = message->content_from != 0;
  if (!is_command && (!is_connected(conversation) || has_left(conversation))) return true;
  if (!shows_pictures(text) && !socket_.door->concerns(*message)) return true;
  message = socket_.read_draft(conversation, entry_markup(window_).c_str());
  if (!message || socket_.door->draft(*message, view_, outbox_) == Door::Outcome::go) return true;
  // Another text of this conversation waits for an answer: this one stays, and the question is said again.
  const Warning* question = socket_.door->open_question(message->to);
  if (question && question->markup != message->markup) view_.remind(*question);
  return false;
}

std::optional<Error> EntryGuard::obstacle(const std::string& held) const {
  PurpleConversation* conversation = window_->active_conv;
  if (!is_connected(conversation)) {
    return Error{Code::offline, tr("This account is not connected. Your text stays here; connect, then choose again.")};
  }
  const auto message = socket_.read_draft(conversation, held.c_str());
  const bool is_command = message && message->content_from != 0;
  if (!is_command && has_left(conversation)) {
    return Error{Code::offline, tr("You left this room. Your text stays here; join again, then choose again.")};
  }
  // The draft gives its place to the command that answers for it.
  if (!entry_is_command(window_) && entry_markup(window_) != held) {
    return Error{Code::invalid, tr("The text changed since it was checked. Press Enter to check it again.")};
  }
  return std::nullopt;
}

bool EntryGuard::release(const std::string& markup) {
  GtkWidget* entry = window_->entry;
  const CPtr<void, g_object_unref> alive(g_object_ref(entry));  // sending may close the conversation, and this guard with it
  const std::string before = entry_markup(window_);
  if (before != markup) replace_entry(window_, markup);
  {
    const Scoped scope(releasing_);
    g_signal_emit_by_name(entry, "message_send");
    if (!gtk_widget_get_parent(entry)) return true;
  }
  if (entry_is_empty(window_)) return true;
  if (before != markup) replace_entry(window_, before);
  return false;
}

EntryOutbox::EntryOutbox(const Door& door, std::function<EntryGuard*(const Destination&)> guard)
    : door_(door), guard_(std::move(guard)) {}

std::optional<Error> EntryOutbox::obstacle(const Destination& to) {
  const EntryGuard* guard = guard_(to);
  const Warning* question = door_.open_question(to);
  if (!guard || !question) {
    return Error{Code::not_found,
                 format(tr("No window writes to %s now. Choose it under Send To, then choose again."), to.peer.c_str())};
  }
  return guard->obstacle(question->markup);
}

bool EntryOutbox::release(HoldId, const Destination& to, const std::string& markup, std::uint32_t) {
  EntryGuard* guard = guard_(to);
  return guard && guard->release(markup);
}

}  // namespace loftgate
