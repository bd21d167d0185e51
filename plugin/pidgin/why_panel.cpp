// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/why_panel.h"

#include <algorithm>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/pidgin/pidgin_api.h"

namespace loftgate {
namespace {

constexpr int max_height = 132;  // about seven lines: the conversation above must stay readable
constexpr const char* url_key = "loftgate-url";

}  // namespace

WhyPanel::WhyPanel(const std::vector<WhyLine>& lines, const Palette& palette, int width, gpointer handle)
    : flow_(width), scroller_(gtk_scrolled_window_new(nullptr, nullptr)), handle_(handle) {
  for (const WhyLine& line : lines) add(line);
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scroller_), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_add_with_viewport(GTK_SCROLLED_WINDOW(scroller_), flow_.widget());
  GtkWidget* viewport = gtk_bin_get_child(GTK_BIN(scroller_));
  gtk_viewport_set_shadow_type(GTK_VIEWPORT(viewport), GTK_SHADOW_NONE);
  gtk_container_set_focus_vadjustment(GTK_CONTAINER(flow_.widget()),
                                      gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scroller_)));
  gtk_widget_modify_bg(viewport, GTK_STATE_NORMAL, &palette.fill);
  paint_labels(flow_.widget(), palette);
  gtk_widget_set_size_request(scroller_, -1, std::min(flow_.height(), max_height));
  gtk_widget_show_all(scroller_);
  set_role(scroller_, ATK_ROLE_PANEL);
  set_accessible(scroller_, tr("Why"), tr("What was found, what the service says, and how to change it"));
}

void WhyPanel::add(const WhyLine& line) {
  const std::string heading = take(g_markup_escape_text(line.heading.c_str(), -1));
  const std::string text = take(g_markup_escape_text(line.text.c_str(), -1));
  GtkWidget* label = make_label("<b>" + heading + "</b>  " + text, true);
  gtk_label_set_selectable(GTK_LABEL(label), TRUE);
  gtk_widget_set_can_focus(label, FALSE);
  flow_.add_paragraph(label);
  if (line.link.empty()) return;
  GtkWidget* button = make_button(tr("Open page"), line.link);
  g_object_set_data_full(G_OBJECT(button), url_key, g_strdup(line.link.c_str()), g_free);
  on<&WhyPanel::open_page>(button, "clicked", this);
  flow_.add_word(button);
}

void WhyPanel::open_page(GtkButton* button) {
  purple_notify_uri(handle_, static_cast<const char*>(g_object_get_data(G_OBJECT(button), url_key)));
}

}  // namespace loftgate
