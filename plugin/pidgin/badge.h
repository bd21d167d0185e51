// SPDX-License-Identifier: GPL-2.0-or-later
// Shows in one word what the reader of a conversation says about training AI.
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <vector>

#include "common/engine/warning.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/pidgin_api.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {

/// A small button at the end of a conversation's info pane, where the contact's name gives way to it.
class BadgeButton {
 public:
  /// `open` is called when it is clicked.
  BadgeButton(PidginConversation* window, std::function<void()> open);
  BadgeButton(const BadgeButton&) = delete;
  BadgeButton& operator=(const BadgeButton&) = delete;

  void show(const Badge& badge);
  const std::vector<WhyLine>& why() const { return why_; }

 private:
  void on_clicked(GtkButton* button);

  std::function<void()> open_;
  GtkWidget* label_;
  std::vector<WhyLine> why_;
  WidgetPtr button_;
};

}  // namespace loftgate
