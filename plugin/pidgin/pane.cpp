// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/pane.h"

#include <utility>

#include "common/base/i18n.h"
#include "plugin/pidgin/entry_text.h"

namespace loftgate {
namespace {

constexpr const char* pane_key = "loftgate-pane";

void destroy_pane(gpointer pane) noexcept { delete static_cast<Pane*>(pane); }

}  // namespace

Pane* Pane::of(PidginConversation* window) {
  return static_cast<Pane*>(g_object_get_data(G_OBJECT(window->entry), pane_key));
}

void Pane::attach(PidginConversation* window, const PaneParts& parts) {
  if (of(window)) return;
  auto pane = std::make_unique<Pane>(window, parts);
  Pane& attached = *pane;
  g_object_set_data_full(G_OBJECT(window->entry), pane_key, pane.release(), destroy_pane);
  attached.follow();
}

void Pane::detach(PidginConversation* window) { g_object_set_data(G_OBJECT(window->entry), pane_key, nullptr); }

Pane::Pane(PidginConversation* window, const PaneParts& parts)
    : window_(window),
      parts_(parts),
      guard_(window, parts.socket, parts.view, parts.outbox),
      underline_(window, parts.socket),
      badge_(window, [this] { toggle_badge_panel(); }) {
  connections_.add<&Pane::on_changed>(window->entry_buffer, "changed", this);
  connections_.add<&Pane::on_key>(window->entry, "key-press-event", this);
}

void Pane::follow() {
  const Message context = parts_.socket.describe(window_->active_conv, "");
  const Warning* question = parts_.socket.door->open_question(context.to);
  if (question && (!bar_ || bar_->warning().id != question->id)) ask(*question);
  if (!question) close_bar();
  close_badge_panel();
  put_back_kept();
  parts_.socket.door->look(context, parts_.view);
}

void Pane::ask(const Warning& warning) {
  const bool same = bar_ && bar_->warning().id == warning.id;
  if (warning.is_file) about_entry_ = false;
  else if (!same) about_entry_ = entry_markup(window_) == warning.markup;
  close_badge_panel();
  close_bar();
  BarPlace place;
  place.choose = [this](const Choice& choice) { answer(choice); };
  place.leave = [this] { focus_entry(); };
  place.pack = [this](GtkWidget* widget) { pack(widget); };
  place.width = width();
  place.handle = parts_.handle;
  bar_ = std::make_unique<WarningBar>(warning, std::move(place));
}

void Pane::close(HoldId id, Act how) {
  if (!bar_ || bar_->warning().id != id) return;
  const Warning answered = bar_->warning();
  close_bar();
  // What the user changed meanwhile is not the text this was about.
  if (answered.is_file) return;
  if (how == Act::keep && entry_markup(window_) == answered.markup) {
    clear_entry(window_, answered.strength != Strength::ask_inhibited);
  }
  if (how == Act::back && entry_is_command(window_)) {
    // Pidgin empties the entry after a command; the draft that stood there before comes back.
    draft_ = answered.markup;
    putting_back_.start<&Pane::put_back_draft>(0, this);
  }
}

void Pane::give_back(const std::string& markup) { append_to_entry(window_, markup); }

/// Hands the answer to the gate. By then the bar may be another one, or gone.
void Pane::answer(const Choice& choice) {
  if (!bar_) return;
  const Warning asked = bar_->warning();
  // What went wrong is shown by the bar that the gate asks for again.
  if (!parts_.socket.door->choose(asked.id, choice) || choice.act != Act::back) return;
  if (!asked.found.empty() && entry_markup(window_) == asked.markup) put_caret(window_, asked.found.front());
}

void Pane::close_bar() {
  if (!bar_) return;
  const bool had_focus = bar_->has_focus();
  bar_.reset();
  if (had_focus) focus_entry();
}

/// While a question is open, its own panel says all that the badge's would.
void Pane::toggle_badge_panel() {
  if (bar_) {
    bar_->toggle_why();
    return;
  }
  if (panel_) {
    close_badge_panel();
    return;
  }
  if (badge_.why().empty()) return;
  PanelPlace place;
  place.close = [this] { close_badge_panel(); };
  place.pack = [this](GtkWidget* widget) { pack(widget); };
  place.width = width();
  place.handle = parts_.handle;
  panel_ = std::make_unique<BadgePanel>(badge_.why(), std::move(place));
}

void Pane::close_badge_panel() {
  if (!panel_) return;
  const bool had_focus = panel_->has_focus();
  panel_.reset();
  if (had_focus) focus_entry();
}

/// Right above the row that holds the entry.
void Pane::pack(GtkWidget* widget) {
  GtkWidget* column = gtk_widget_get_parent(window_->lower_hbox);
  int row = 0;
  gtk_container_child_get(GTK_CONTAINER(column), window_->lower_hbox, "position", &row, nullptr);
  gtk_box_pack_start(GTK_BOX(column), widget, FALSE, FALSE, 0);
  gtk_box_reorder_child(GTK_BOX(column), widget, row);
}

void Pane::focus_entry() { gtk_widget_grab_focus(window_->entry); }

int Pane::width() const {
  GtkAllocation area;
  gtk_widget_get_allocation(window_->lower_hbox, &area);
  return area.width;
}

void Pane::on_changed(GtkTextBuffer*) {
  if (!bar_ || !about_entry_) return;
  bar_->set_text_changed(!entry_is_command(window_) && entry_markup(window_) != bar_->warning().markup);
}

gboolean Pane::on_key(GtkWidget*, GdkEventKey* event) {
  const guint modifiers = event->state & gtk_accelerator_get_default_mod_mask();
  if (event->keyval == GDK_Escape && modifiers == 0) return on_plain_escape();
  if (modifiers == GDK_MOD1_MASK) return on_alt(gdk_keyval_to_lower(event->keyval));
  return FALSE;
}

bool Pane::on_plain_escape() {
  if (panel_) {
    close_badge_panel();
  } else if (bar_ && bar_->why_is_open()) {
    bar_->toggle_why();
  } else if (bar_) {
    bar_->answer(Act::back);
  } else {
    return false;
  }
  return true;
}

/// The other letters are mnemonics of the bar's buttons, which GTK serves for the whole window.
bool Pane::on_alt(guint key) {
  if (key == GDK_l && bar_) {
    bar_->take_focus();
    return true;
  }
  if (key == GDK_l) {
    toggle_badge_panel();
    if (panel_) panel_->take_focus();
    return true;
  }
  if (key == GDK_k && bar_) {
    bar_->answer(Act::keep);
    return true;
  }
  return false;
}

/// Text that was held when its conversation was closed last time.
void Pane::put_back_kept() {
  const Message context = parts_.socket.describe(window_->active_conv, "");
  const auto kept = parts_.socket.door->take_kept(context.to);
  if (kept && *kept != entry_markup(window_)) give_back(*kept);
}

void Pane::put_back_draft() { give_back(std::exchange(draft_, {})); }

}  // namespace loftgate
