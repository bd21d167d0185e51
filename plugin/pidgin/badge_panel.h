// SPDX-License-Identifier: GPL-2.0-or-later
// Shows what stands behind a conversation's badge, above the entry.
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <vector>

#include "common/engine/warning.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/why_panel.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {

/// What a panel needs of the conversation it stands in.
struct PanelPlace {
  std::function<void()> close;             ///< the user is done with it; the panel may go at once
  std::function<void(GtkWidget*)> pack;    ///< puts the panel above the entry
  int width = 0;                           ///< pixels it will probably get
  gpointer handle = nullptr;               ///< the plugin in whose name pages are opened
};

class BadgePanel {
 public:
  BadgePanel(const std::vector<WhyLine>& lines, PanelPlace place);
  BadgePanel(const BadgePanel&) = delete;
  BadgePanel& operator=(const BadgePanel&) = delete;

  /// Moves the focus to the first link, if there is one.
  void take_focus();
  bool has_focus() const;

 private:
  gboolean on_key(GtkWidget* widget, GdkEventKey* event);

  PanelPlace place_;
  WidgetPtr frame_;
  WhyPanel why_;
};

}  // namespace loftgate
