// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/pidgin_view.h"

#include <ctime>

#include "common/base/i18n.h"
#include "common/text/markup.h"

namespace loftgate {
namespace {

/// The window that shows a conversation, or NULL when it is not Pidgin's.
PidginConversation* window_of(PurpleConversation* conversation) {
  if (!conversation || !PIDGIN_IS_PIDGIN_CONVERSATION(conversation)) return nullptr;
  return PIDGIN_CONVERSATION(conversation);
}

gboolean claims(PurpleConversation* conversation) noexcept {
  PidginConversation* window = window_of(conversation);
  return window && Pane::of(window);
}

template <class Visit>
void for_each_window(Visit visit) {
  for (GList* at = purple_get_conversations(); at; at = at->next) {
    if (PidginConversation* window = window_of(static_cast<PurpleConversation*>(at->data))) visit(window);
  }
}

}  // namespace

PidginView::PidginView(PurplePlugin* plugin, const ViewSocket& socket)
    : plugin_(plugin),
      socket_(socket),
      outbox_(*socket.door,
              [this](const Destination& to) {
                Pane* pane = active_pane_of(to);
                return pane ? &pane->guard() : nullptr;
              }),
      parts_{socket, *this, outbox_, plugin} {
  void* pidgin = pidgin_conversations_get_handle();
  purple_signal_connect(pidgin, "conversation-displayed", plugin,
                        PURPLE_CALLBACK(&Thunk<&PidginView::on_displayed>::call), this);
  purple_signal_connect(pidgin, "conversation-switched", plugin,
                        PURPLE_CALLBACK(&Thunk<&PidginView::on_switched>::call), this);
  socket_.plug(this, claims);
  for_each_window([this](PidginConversation* window) { Pane::attach(window, parts_); });
}

PidginView::~PidginView() {
  purple_signals_disconnect_by_handle(plugin_);
  socket_.unplug(this);
  for_each_window([](PidginConversation* window) { Pane::detach(window); });
}

void PidginView::on_displayed(PidginConversation* window) { Pane::attach(window, parts_); }

void PidginView::on_switched(PurpleConversation* conversation) {
  PidginConversation* window = window_of(conversation);
  Pane* pane = window ? Pane::of(window) : nullptr;
  if (pane) pane->follow();
}

Pane* PidginView::pane_of(const Destination& to) const {
  PidginConversation* window = window_of(socket_.find(to));
  return window ? Pane::of(window) : nullptr;
}

/// The pane that writes to `to` now; one pane may serve several contacts.
Pane* PidginView::active_pane_of(const Destination& to) const {
  PurpleConversation* conversation = socket_.find(to);
  PidginConversation* window = window_of(conversation);
  return window && window->active_conv == conversation ? Pane::of(window) : nullptr;
}

/// One line that screen readers speak; neither logged nor sent.
void PidginView::say(const Destination& to, const std::string& text) const {
  PurpleConversation* conversation = socket_.find(to);
  if (!conversation || text.empty()) return;
  const auto flags =
      static_cast<PurpleMessageFlags>(PURPLE_MESSAGE_SYSTEM | PURPLE_MESSAGE_NO_LOG | PURPLE_MESSAGE_NO_LINKIFY);
  purple_conversation_write(conversation, nullptr, to_markup(text).c_str(), flags, std::time(nullptr));
}

void PidginView::ask(const Warning& warning) {
  if (Pane* pane = active_pane_of(warning.to)) pane->ask(warning);
  say(warning.to, warning.trouble.empty() ? warning.spoken : warning.trouble);
}

void PidginView::remind(const Warning& warning) {
  if (!warning.has_mask) return say(warning.to, warning.spoken);
  say(warning.to, warning.strength == Strength::ask_inhibited
                      ? tr("Nothing was sent. Alt+M masks; Alt+W leads to where sending as written is confirmed.")
                      : tr("Nothing was sent. Alt+M masks, Alt+W sends as written."));
}

void PidginView::notice(const Notice& notice) { say(notice.to, notice.text); }

void PidginView::close(HoldId id, Act how) {
  for_each_window([&](PidginConversation* window) {
    if (Pane* pane = Pane::of(window)) pane->close(id, how);
  });
}

void PidginView::badge(const Destination& to, const Badge& badge) {
  if (Pane* pane = active_pane_of(to)) pane->badge().show(badge);
}

void PidginView::give_back(const Destination& to, const std::string& markup) {
  if (Pane* pane = pane_of(to)) pane->give_back(markup);
}

}  // namespace loftgate
