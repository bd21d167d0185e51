// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/widget.h"

#include <gdk/gdkkeysyms.h>

#include <optional>

#include "common/base/i18n.h"

namespace loftgate {
namespace {

constexpr GdkColor colour(unsigned rgb) {
  const auto channel = [](unsigned byte) { return static_cast<guint16>(byte * 0x101); };
  return GdkColor{0, channel(rgb >> 16 & 0xff), channel(rgb >> 8 & 0xff), channel(rgb & 0xff)};
}

constexpr Palette light_ask{colour(0xFFF4CE), colour(0x1A1A1A), colour(0x8A5A00)};
constexpr Palette light_secret{colour(0xFDE7E9), colour(0x1A1A1A), colour(0xA4262C)};
constexpr Palette light_note{colour(0xE8F1FB), colour(0x1A1A1A), colour(0x0B5CAD)};
constexpr Palette dark_ask{colour(0x3A2E0C), colour(0xF7F1DE), colour(0xD9A441)};
constexpr Palette dark_secret{colour(0x431A1D), colour(0xFBECED), colour(0xE88A90)};
constexpr Palette dark_note{colour(0x14293F), colour(0xEAF2FB), colour(0x6FA8E0)};

bool theme_is_dark(GtkWidget* widget) {
  const GdkColor& ground = gtk_widget_get_style(widget)->bg[GTK_STATE_NORMAL];
  // Rec. 601 luma; good enough to tell a dark theme from a light one.
  return 0.299 * ground.red + 0.587 * ground.green + 0.114 * ground.blue < 0.5 * 0xffff;
}

std::optional<GtkDirectionType> direction_of(const GdkEventKey& event) {
  const guint modifiers = event.state & gtk_accelerator_get_default_mod_mask();
  switch (event.keyval) {
    case GDK_Tab:
    case GDK_KP_Tab:
      if (modifiers == 0) return GTK_DIR_TAB_FORWARD;
      return modifiers == GDK_SHIFT_MASK ? std::optional(GTK_DIR_TAB_BACKWARD) : std::nullopt;
    case GDK_ISO_Left_Tab: return GTK_DIR_TAB_BACKWARD;
    case GDK_Up: return GTK_DIR_UP;
    case GDK_Down: return GTK_DIR_DOWN;
    case GDK_Left: return GTK_DIR_LEFT;
    case GDK_Right: return GTK_DIR_RIGHT;
    default: return std::nullopt;
  }
}

void paint_label(GtkWidget* widget, gpointer palette) noexcept {
  if (GTK_IS_LABEL(widget)) {
    gtk_widget_modify_fg(widget, GTK_STATE_NORMAL, &static_cast<const Palette*>(palette)->text);
  } else if (GTK_IS_CONTAINER(widget) && !GTK_IS_BUTTON(widget)) {
    gtk_container_foreach(GTK_CONTAINER(widget), paint_label, palette);
  }
}

}  // namespace

void set_accessible(GtkWidget* widget, const std::string& name, const std::string& description) {
  AtkObject* accessible = gtk_widget_get_accessible(widget);
  atk_object_set_name(accessible, name.c_str());
  if (!description.empty()) atk_object_set_description(accessible, description.c_str());
}

void set_role(GtkWidget* widget, AtkRole role) { atk_object_set_role(gtk_widget_get_accessible(widget), role); }

void set_label_for(GtkWidget* label, GtkWidget* widget) {
  AtkObject* text = gtk_widget_get_accessible(label);
  AtkObject* control = gtk_widget_get_accessible(widget);
  atk_object_add_relationship(text, ATK_RELATION_LABEL_FOR, control);
  atk_object_add_relationship(control, ATK_RELATION_LABELLED_BY, text);
}

std::string without_mnemonic(const char* text) {
  std::string plain;
  for (const char* c = text; *c; ++c) {
    if (*c == '_' && c[1]) ++c;
    plain += *c;
  }
  return plain;
}

GtkWidget* make_button(const char* mnemonic, const std::string& description) {
  GtkWidget* button = gtk_button_new_with_mnemonic(mnemonic);
  gtk_button_set_focus_on_click(GTK_BUTTON(button), FALSE);
  set_accessible(button, without_mnemonic(mnemonic), description);
  if (!description.empty()) gtk_widget_set_tooltip_text(button, description.c_str());
  return button;
}

GtkWidget* make_label(const std::string& text, bool markup) {
  GtkWidget* label = gtk_label_new(nullptr);
  if (markup) {
    gtk_label_set_markup(GTK_LABEL(label), text.c_str());
  } else {
    gtk_label_set_text(GTK_LABEL(label), text.c_str());
  }
  gtk_label_set_line_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_line_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
  gtk_misc_set_alignment(GTK_MISC(label), 0.0F, 0.0F);
  return label;
}

bool holds_focus(GtkWidget* container) {
  GtkWidget* window = gtk_widget_get_toplevel(container);
  GtkWidget* focus = GTK_IS_WINDOW(window) ? gtk_window_get_focus(GTK_WINDOW(window)) : nullptr;
  return focus && gtk_widget_is_ancestor(focus, container);
}

bool move_focus_inside(GtkWidget* container, const GdkEventKey& event) {
  const auto direction = direction_of(event);
  if (!direction) return false;
  if (gtk_widget_child_focus(container, *direction)) return true;
  if (*direction != GTK_DIR_TAB_FORWARD && *direction != GTK_DIR_TAB_BACKWARD) return true;
  // At the end: forget where the focus was, so that the search begins anew.
  GtkWidget* at = gtk_window_get_focus(GTK_WINDOW(gtk_widget_get_toplevel(container)));
  for (; at && at != container; at = gtk_widget_get_parent(at)) {
    gtk_container_set_focus_child(GTK_CONTAINER(gtk_widget_get_parent(at)), nullptr);
  }
  gtk_widget_child_focus(container, *direction);
  return true;
}

Palette palette_for(GtkWidget* widget, Strength strength) {
  const bool dark = theme_is_dark(widget);
  switch (strength) {
    case Strength::ask_inhibited: return dark ? dark_secret : light_secret;
    case Strength::ask: return dark ? dark_ask : light_ask;
    default: return dark ? dark_note : light_note;
  }
}

void paint_labels(GtkWidget* widget, const Palette& palette) {
  paint_label(widget, const_cast<Palette*>(&palette));
}

}  // namespace loftgate
