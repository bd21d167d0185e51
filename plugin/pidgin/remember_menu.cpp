// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/remember_menu.h"

#include <utility>

#include "common/base/i18n.h"
#include "common/engine/type_words.h"

namespace loftgate {
namespace {

constexpr const char* offer_key = "loftgate-offer";
constexpr const char* type_key = "loftgate-type";

std::string offer_text(Remember offer, const std::string& service) {
  switch (offer) {
    case Remember::once: return tr("Just this once");
    case Remember::conversation: return tr("This conversation");
    case Remember::one_hour: return tr("1 hour");
    case Remember::contact: return tr("This contact");
    // Translators: %s is a service, "Meta AI".
    case Remember::service: return format(tr("%s, until its policy changes (90 days at most)"), service.c_str());
  }
  return {};
}

/// What the button says after a choice: short, with underscores that are no mnemonics.
std::string button_text(Remember chosen, const std::string& service) {
  if (chosen == Remember::once) return tr("_Remember…");
  const std::string picked = chosen == Remember::service ? service : offer_text(chosen, service);
  std::string escaped;
  for (const char c : picked) escaped += c == '_' ? "__" : std::string(1, c);
  // Translators: %s is what was picked from the menu, "This conversation" or the name of a service.
  return format(tr("_Remember: %s"), escaped.c_str());
}

}  // namespace

RememberMenu::RememberMenu(const Warning& warning, std::function<void()> keep, std::function<void(EntityType)> mistaken)
    : button_(make_button(tr("_Remember…"), tr("Says how long your answer counts; also keeps the text here"))),
      menu_(own(gtk_menu_new())),
      service_(warning.service_label),
      keep_(std::move(keep)),
      mistaken_(std::move(mistaken)) {
  GSList* group = nullptr;
  for (const Remember offer : warning.offers) {
    GtkWidget* item = gtk_radio_menu_item_new_with_label(group, offer_text(offer, warning.service_label).c_str());
    group = gtk_radio_menu_item_get_group(GTK_RADIO_MENU_ITEM(item));
    gtk_check_menu_item_set_active(GTK_CHECK_MENU_ITEM(item), offer == Remember::once);
    g_object_set_data(G_OBJECT(item), offer_key, GINT_TO_POINTER(static_cast<int>(offer)));
    on<&RememberMenu::choose>(item, "toggled", this);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu_.get()), item);
  }
  if (!warning.is_file) add_keep();
  add_mistakes(warning);
  gtk_widget_show_all(menu_.get());
  on<&RememberMenu::open>(button_, "clicked", this);
}

/// An answer of its own, at the end of the menu.
void RememberMenu::add_keep() {
  gtk_menu_shell_append(GTK_MENU_SHELL(menu_.get()), gtk_separator_menu_item_new());
  GtkWidget* keep_item = gtk_menu_item_new_with_mnemonic(tr("_Keep here, don't send"));
  set_accessible(keep_item, tr("Keep here, don't send"), tr("Clears the entry without sending; Alt+K"));
  on<&RememberMenu::keep>(keep_item, "activate", this);
  gtk_menu_shell_append(GTK_MENU_SHELL(menu_.get()), keep_item);
}

/// The other way out of a question that should not have been asked.
void RememberMenu::add_mistakes(const Warning& warning) {
  if (!warning.mistakes.empty()) gtk_menu_shell_append(GTK_MENU_SHELL(menu_.get()), gtk_separator_menu_item_new());
  for (const EntityType type : warning.mistakes) {
    GtkWidget* item = gtk_menu_item_new_with_label(mistake_label(type).c_str());
    set_accessible(item, mistake_label(type), tr("Never asks about this value again; it is not stored as text"));
    g_object_set_data(G_OBJECT(item), type_key, GINT_TO_POINTER(static_cast<int>(type)));
    on<&RememberMenu::say_mistaken>(item, "activate", this);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu_.get()), item);
  }
}

void RememberMenu::say_mistaken(GtkMenuItem* item) {
  const auto type = static_cast<EntityType>(GPOINTER_TO_INT(g_object_get_data(G_OBJECT(item), type_key)));
  const auto answer = mistaken_;  // the answer takes this menu away
  answer(type);
}

void RememberMenu::open(GtkButton*) {
  gtk_menu_popup(GTK_MENU(menu_.get()), nullptr, nullptr, &RememberMenu::place, button_, 0,
                 gtk_get_current_event_time());
  gtk_menu_shell_select_first(GTK_MENU_SHELL(menu_.get()), FALSE);
}

/// Shows the choice on the button, so that it is seen before an answer is given.
void RememberMenu::choose(GtkCheckMenuItem* item) {
  if (!gtk_check_menu_item_get_active(item)) return;
  chosen_ = static_cast<Remember>(GPOINTER_TO_INT(g_object_get_data(G_OBJECT(item), offer_key)));
  const std::string label = button_text(chosen_, service_);
  gtk_button_set_label(GTK_BUTTON(button_), label.c_str());
  set_accessible(button_, without_mnemonic(label.c_str()));
}

void RememberMenu::keep(GtkMenuItem*) {
  const auto answer = keep_;  // the answer takes this menu away
  answer();
}

void RememberMenu::place(GtkMenu*, gint* x, gint* y, gboolean* push_in, gpointer button) noexcept {
  auto* widget = GTK_WIDGET(button);
  GtkAllocation area;
  gtk_widget_get_allocation(widget, &area);
  gdk_window_get_origin(gtk_widget_get_window(widget), x, y);
  *x += area.x;
  *y += area.y + area.height;
  *push_in = TRUE;
}

}  // namespace loftgate
