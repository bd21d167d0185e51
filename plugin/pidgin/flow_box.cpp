// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/flow_box.h"

#include <algorithm>

namespace loftgate {
namespace {

constexpr int gap = 6;  // the GNOME HIG's space between controls

GtkRequisition wish_of(GtkWidget* child) {
  GtkRequisition wish{};
  gtk_widget_size_request(child, &wish);
  return wish;
}

bool shown(GtkWidget* child) { return child && gtk_widget_get_visible(child); }

}  // namespace

FlowBox::FlowBox(int width) : fixed_(gtk_fixed_new()), width_(std::max(width, 1)) {
  on<&FlowBox::on_size_request>(fixed_, "size-request", this);
  on<&FlowBox::on_size_allocate>(fixed_, "size-allocate", this);
  gtk_widget_show(fixed_);
}

void FlowBox::add_paragraph(GtkWidget* label, GtkWidget* beside) { add({Kind::paragraph, label, beside}); }
void FlowBox::add_word(GtkWidget* control) { add({Kind::word, control, nullptr}); }
void FlowBox::add_block(GtkWidget* block) { add({Kind::block, block, nullptr}); }

void FlowBox::add(Item item) {
  gtk_fixed_put(GTK_FIXED(fixed_), item.widget, 0, 0);
  gtk_widget_show(item.widget);
  if (item.beside) {
    gtk_fixed_put(GTK_FIXED(fixed_), item.beside, 0, 0);
    gtk_widget_show(item.beside);
  }
  items_.push_back(item);
  reflow();
}

/// GtkFixed's own answer, which would be as wide as the widest child, is replaced.
void FlowBox::on_size_request(GtkWidget*, GtkRequisition* requisition) {
  requisition->width = 1;
  requisition->height = arrange(false);
}

void FlowBox::on_size_allocate(GtkWidget*, GdkRectangle* allocation) {
  area_ = *allocation;
  if (allocation->width != width_ || !settled_) {
    settled_ = true;
    width_ = std::max(allocation->width, 1);
    // Labels may not change their wish inside an allocation: GTK would forget it.
    reflow_.start<&FlowBox::reflow>(0, this);
  }
  arrange(true);
}

/// Tells labels how wide their lines are. Only then do they know how high they are. Blocks wish for the width they get
/// too: GtkFixed first allocates them what they wish, and a text view that is given two widths in turn lays itself out,
/// and asks for a new layout of its window, for ever.
void FlowBox::reflow() {
  for (const Item& item : items_) {
    if (item.kind == Kind::word) continue;
    int height = -1;
    gtk_widget_get_size_request(item.widget, nullptr, &height);
    const int taken = shown(item.beside) ? wish_of(item.beside).width + gap : 0;
    gtk_widget_set_size_request(item.widget, std::max(width_ - taken, 1), height);
  }
  gtk_widget_queue_resize(fixed_);
}

int FlowBox::arrange(bool place) const {
  int top = 0;
  for (std::size_t next = 0; next < items_.size();) {
    if (!shown(items_[next].widget)) {
      ++next;
      continue;
    }
    if (top > 0) top += gap;
    top += items_[next].kind == Kind::word ? arrange_row(next, top, place) : arrange_line(items_[next++], top, place);
  }
  return top;
}

/// One row of controls from `next` on, as many as fit; answers its height and moves `next` behind them.
int FlowBox::arrange_row(std::size_t& next, int top, bool place) const {
  int x = 0;
  int height = 0;
  const std::size_t first = next;
  std::size_t end = first;
  for (; end < items_.size() && items_[end].kind == Kind::word; ++end) {
    if (!shown(items_[end].widget)) continue;
    const GtkRequisition wish = wish_of(items_[end].widget);
    if (x > 0 && x + wish.width > width_) break;
    x += wish.width + gap;
    height = std::max(height, wish.height);
  }
  next = end;
  if (!place) return height;
  x = 0;
  for (std::size_t i = first; i < end; ++i) {
    if (!shown(items_[i].widget)) continue;
    const int width = std::min(wish_of(items_[i].widget).width, width_);
    put(items_[i].widget, x, top, width, height);
    x += width + gap;
  }
  return height;
}

int FlowBox::arrange_line(const Item& item, int top, bool place) const {
  const GtkRequisition wish = wish_of(item.widget);
  const GtkRequisition side = shown(item.beside) ? wish_of(item.beside) : GtkRequisition{};
  const int text_width = side.width > 0 ? std::max(width_ - side.width - gap, 1) : width_;
  const int height = std::max(wish.height, side.height);
  if (place) {
    put(item.widget, 0, top, text_width, height);
    if (side.width > 0) put(item.beside, width_ - side.width, top, side.width, side.height);
  }
  return height;
}

/// Places a child, mirrored where people read from right to left.
void FlowBox::put(GtkWidget* child, int x, int y, int width, int height) const {
  const bool mirrored = gtk_widget_get_direction(fixed_) == GTK_TEXT_DIR_RTL;
  GdkRectangle place{area_.x + (mirrored ? width_ - x - width : x), area_.y + y, width, height};
  gtk_widget_size_allocate(child, &place);
}

}  // namespace loftgate
