// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/badge_panel.h"

#include <gdk/gdkkeysyms.h>

#include <utility>

namespace loftgate {
namespace {

constexpr int padding = 6;

WidgetPtr packed_frame(const PanelPlace& place) {
  WidgetPtr frame = own(gtk_event_box_new());
  place.pack(frame.get());
  return frame;
}

}  // namespace

BadgePanel::BadgePanel(const std::vector<WhyLine>& lines, PanelPlace place)
    : place_(std::move(place)),
      frame_(packed_frame(place_)),
      why_(lines, palette_for(frame_.get(), Strength::notice), place_.width - 2 * (padding + 1), place_.handle) {
  const Palette palette = palette_for(frame_.get(), Strength::notice);
  GtkWidget* ground = gtk_event_box_new();
  gtk_widget_modify_bg(frame_.get(), GTK_STATE_NORMAL, &palette.border);
  gtk_widget_modify_bg(ground, GTK_STATE_NORMAL, &palette.fill);
  gtk_container_set_border_width(GTK_CONTAINER(ground), 1);
  GtkWidget* inset = gtk_alignment_new(0, 0, 1, 1);
  gtk_alignment_set_padding(GTK_ALIGNMENT(inset), padding, padding, padding, padding);
  gtk_container_add(GTK_CONTAINER(inset), why_.widget());
  gtk_container_add(GTK_CONTAINER(ground), inset);
  gtk_container_add(GTK_CONTAINER(frame_.get()), ground);
  on<&BadgePanel::on_key>(frame_.get(), "key-press-event", this);
  gtk_widget_show(inset);
  gtk_widget_show(ground);
  gtk_widget_show(frame_.get());
}

void BadgePanel::take_focus() { gtk_widget_child_focus(frame_.get(), GTK_DIR_TAB_FORWARD); }

bool BadgePanel::has_focus() const { return holds_focus(frame_.get()); }

gboolean BadgePanel::on_key(GtkWidget*, GdkEventKey* event) {
  const guint modifiers = event->state & gtk_accelerator_get_default_mod_mask();
  const bool again = modifiers == GDK_MOD1_MASK && gdk_keyval_to_lower(event->keyval) == GDK_l;
  if (!again && !(event->keyval == GDK_Escape && modifiers == 0)) return move_focus_inside(frame_.get(), *event);
  const auto close = place_.close;  // takes this panel away
  close();
  return TRUE;
}

}  // namespace loftgate
