// SPDX-License-Identifier: GPL-2.0-or-later
// Asks about a held message right above the entry, without ever taking the focus or widening the window.
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <memory>
#include <string>

#include "common/engine/choice.h"
#include "common/engine/warning.h"
#include "plugin/pidgin/flow_box.h"
#include "plugin/pidgin/remember_menu.h"
#include "plugin/pidgin/send_as_written.h"
#include "plugin/pidgin/why_panel.h"
#include "plugin/pidgin/widget.h"

namespace loftgate {

/// What a bar needs of the conversation it stands in.
struct BarPlace {
  std::function<void(const Choice&)> choose;
  std::function<void()> leave;             ///< the focus goes back to the entry
  std::function<void(GtkWidget*)> pack;    ///< puts the bar above the entry
  int width = 0;                           ///< pixels it will probably get
  gpointer handle = nullptr;               ///< the plugin in whose name pages are opened
};

/// One question. A new question is a new bar.
class WarningBar {
 public:
  WarningBar(const Warning& warning, BarPlace place);
  WarningBar(const WarningBar&) = delete;
  WarningBar& operator=(const WarningBar&) = delete;

  const Warning& warning() const { return warning_; }
  /// The text in the entry is no longer the one that was held: nothing can be sent before it is checked again.
  void set_text_changed(bool changed);
  /// Moves the focus to the first answer.
  void take_focus();
  bool has_focus() const;
  void answer(Act act);
  /// Opens or closes the Why? panel.
  void toggle_why();
  bool why_is_open() const { return why_ != nullptr; }

 private:
  void add_texts();
  void add_preview();
  void add_answers();
  void on_mask(GtkButton* button);
  void on_back(GtkButton* button);
  void on_why(GtkButton* button);
  gboolean on_key(GtkWidget* widget, GdkEventKey* event);
  void send(const std::string& typed);
  void say_mistaken(EntityType type);
  void choose(Choice choice);
  void update();

  Warning warning_;
  BarPlace place_;
  bool changed_ = false;
  Palette palette_{};
  FlowBox flow_;
  RememberMenu remember_;
  SendAsWritten send_;
  std::unique_ptr<WhyPanel> why_;
  GtkWidget* why_slot_ = nullptr;
  GtkWidget* preview_ = nullptr;
  GtkWidget* changed_label_ = nullptr;
  GtkWidget* mask_ = nullptr;
  GtkWidget* back_ = nullptr;
  WidgetPtr frame_;                ///< last, so that no widget outlives what it calls
};

}  // namespace loftgate
