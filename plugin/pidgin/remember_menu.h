// SPDX-License-Identifier: GPL-2.0-or-later
// Offers how long an answer counts. Nothing but "just this once" is ever chosen beforehand.
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "common/engine/choice.h"
#include "common/engine/warning.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {

class RememberMenu {
 public:
  /// In the same menu stand "Keep here, don't send", which calls `keep`, and "Not a phone number" and the like, which
  /// call `mistaken` with that kind.
  RememberMenu(const Warning& warning, std::function<void()> keep, std::function<void(EntityType)> mistaken);
  RememberMenu(const RememberMenu&) = delete;
  RememberMenu& operator=(const RememberMenu&) = delete;

  /// The button that opens the menu.
  GtkWidget* widget() const { return button_; }
  Remember chosen() const { return chosen_; }

 private:
  void add_keep();
  void add_mistakes(const Warning& warning);
  void open(GtkButton* button);
  void choose(GtkCheckMenuItem* item);
  void keep(GtkMenuItem* item);
  void say_mistaken(GtkMenuItem* item);
  static void place(GtkMenu* menu, gint* x, gint* y, gboolean* push_in, gpointer button) noexcept;

  GtkWidget* button_;
  WidgetPtr menu_;
  std::string service_;
  Remember chosen_ = Remember::once;
  std::function<void()> keep_;
  std::function<void(EntityType)> mistaken_;
};

}  // namespace loftgate
