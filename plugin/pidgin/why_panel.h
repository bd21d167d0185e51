// SPDX-License-Identifier: GPL-2.0-or-later
// Tells what stands behind a warning or a badge, inside the conversation: what was found, what the service says, the fix.
#pragma once

#include <gtk/gtk.h>

#include <memory>
#include <string>
#include <vector>

#include "common/engine/warning.h"
#include "plugin/pidgin/flow_box.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {

/// Headings, what stands under them, and links as buttons. A page is opened only by a click.
class WhyPanel {
 public:
  /// `width`: pixels it will get. `handle`: the plugin in whose name pages are opened.
  WhyPanel(const std::vector<WhyLine>& lines, const Palette& palette, int width, gpointer handle);
  WhyPanel(const WhyPanel&) = delete;
  WhyPanel& operator=(const WhyPanel&) = delete;

  /// The panel, to be packed; it scrolls when it would be higher than a few lines.
  GtkWidget* widget() const { return scroller_; }

 private:
  void add(const WhyLine& line);
  void open_page(GtkButton* button);

  FlowBox flow_;
  GtkWidget* scroller_;
  gpointer handle_;
};

}  // namespace loftgate
