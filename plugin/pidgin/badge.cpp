// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/badge.h"

#include <utility>

#include "common/base/i18n.h"

namespace loftgate {

BadgeButton::BadgeButton(PidginConversation* window, std::function<void()> open)
    : open_(std::move(open)), label_(gtk_label_new(nullptr)), button_(own(gtk_button_new())) {
  gtk_button_set_focus_on_click(GTK_BUTTON(button_.get()), FALSE);
  gtk_container_add(GTK_CONTAINER(button_.get()), label_);
  on<&BadgeButton::on_clicked>(button_.get(), "clicked", this);
  gtk_box_pack_end(GTK_BOX(window->infopane_hbox), button_.get(), FALSE, FALSE, 0);
  gtk_widget_show(label_);
}

void BadgeButton::show(const Badge& badge) {
  why_ = badge.why;
  const std::string word = take(g_markup_escape_text(badge.word.c_str(), -1));
  gtk_label_set_markup(GTK_LABEL(label_), ("<small>" + word + "</small>").c_str());
  gtk_widget_set_tooltip_text(button_.get(), badge.tooltip.c_str());
  // Translators: %s is the badge's word, "AI trains".
  set_accessible(button_.get(), format(tr("Reader: %s"), badge.word.c_str()), badge.tooltip);
  gtk_widget_show(button_.get());
}

void BadgeButton::on_clicked(GtkButton*) { open_(); }

}  // namespace loftgate
