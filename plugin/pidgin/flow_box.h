// SPDX-License-Identifier: GPL-2.0-or-later
// Lays widgets out like words on a page, because GTK 2 boxes would widen a narrow conversation window for good.
#pragma once

#include <gtk/gtk.h>

#include <vector>

#include "plugin/pidgin/callback.h"

namespace loftgate {

/// A container whose children go into lines of whatever width it is given. It asks for hardly any width itself, and
/// for the height its lines need. Its widget is a GtkFixed; the object must live as long as the widget.
class FlowBox {
 public:
  /// `width`: pixels it will probably get, so that the first layout is already right.
  explicit FlowBox(int width);
  FlowBox(const FlowBox&) = delete;
  FlowBox& operator=(const FlowBox&) = delete;

  GtkWidget* widget() const { return fixed_; }
  /// A wrapping label with lines of its own. `beside` stands at its end, on the first line.
  void add_paragraph(GtkWidget* label, GtkWidget* beside = nullptr);
  /// A control that stands in a row with its neighbours while there is room.
  void add_word(GtkWidget* control);
  /// A widget as wide as the box, of its own height.
  void add_block(GtkWidget* block);
  /// The height its children need now, in pixels.
  int height() const { return arrange(false); }

 private:
  enum class Kind { paragraph, word, block };
  struct Item {
    Kind kind;
    GtkWidget* widget;
    GtkWidget* beside;
  };

  void add(Item item);
  void on_size_request(GtkWidget* widget, GtkRequisition* requisition);
  void on_size_allocate(GtkWidget* widget, GdkRectangle* allocation);
  void reflow();
  int arrange(bool place) const;
  int arrange_row(std::size_t& next, int top, bool place) const;
  int arrange_line(const Item& item, int top, bool place) const;
  void put(GtkWidget* child, int x, int y, int width, int height) const;

  GtkWidget* fixed_;
  int width_;
  bool settled_ = false;  ///< has been laid out once with the fonts of its window
  GdkRectangle area_{};
  std::vector<Item> items_;
  Timer reflow_;
};

}  // namespace loftgate
