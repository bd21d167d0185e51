// SPDX-License-Identifier: GPL-2.0-or-later
// Small things every widget of ours needs: an owner, a name for those who do not see it, its colours.
#pragma once

#include <gtk/gtk.h>

#include <string>

#include "common/base/glib_ptr.h"
#include "common/engine/decision.h"

namespace loftgate {

inline void destroy_widget(GtkWidget* widget) {
  gtk_widget_destroy(widget);
  g_object_unref(widget);
}

/// A widget that is destroyed with its owner, also when it was packed into somebody else's window.
using WidgetPtr = CPtr<GtkWidget, destroy_widget>;

inline WidgetPtr own(GtkWidget* widget) {
  return WidgetPtr(static_cast<GtkWidget*>(g_object_ref_sink(widget)));
}

/// Tells assistive technology what a control is called and what it does. UTF-8; `description` may be empty.
void set_accessible(GtkWidget* widget, const std::string& name, const std::string& description = {});
void set_role(GtkWidget* widget, AtkRole role);
/// Says that `label` names `widget`, both ways.
void set_label_for(GtkWidget* label, GtkWidget* widget);

/// A button with a mnemonic that leaves the focus where it is when it is clicked.
GtkWidget* make_button(const char* mnemonic, const std::string& description);
/// The button's text without its mnemonic's underscore.
std::string without_mnemonic(const char* text);
/// A label that wraps, of plain text, or of Pango markup when `markup` is set.
GtkWidget* make_label(const std::string& text, bool markup = false);

bool holds_focus(GtkWidget* container);
/// Moves the focus with Tab and arrows inside a container and round again; false for other keys. Pidgin leaves what
/// others pack into a conversation out of its focus chain, so GTK would jump out at the first Tab.
bool move_focus_inside(GtkWidget* container, const GdkEventKey& event);

/// Fill, text and border that repeat a warning's level. Text on fill is at least 9.9:1, border on fill at least 3:1.
struct Palette {
  GdkColor fill;
  GdkColor text;
  GdkColor border;
};

/// The colours for a strength, light or dark after the theme that `widget` has.
Palette palette_for(GtkWidget* widget, Strength strength);

/// Gives every label inside `widget` that is not part of a control the palette's text colour.
void paint_labels(GtkWidget* widget, const Palette& palette);

}  // namespace loftgate
