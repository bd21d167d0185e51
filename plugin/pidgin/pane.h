// SPDX-License-Identifier: GPL-2.0-or-later
// All that Loftgate adds to one conversation pane: guard, bar, badge, panel and underline.
#pragma once

#include <memory>
#include <string>

#include "common/engine/ports.h"
#include "plugin/pidgin/badge.h"
#include "plugin/pidgin/badge_panel.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/entry_guard.h"
#include "plugin/pidgin/pidgin_api.h"
#include "plugin/pidgin/underline.h"
#include "plugin/pidgin/warning_bar.h"
#include "plugin/purple/view_socket.h"

namespace loftgate {

/// What every pane is given. Outlives them.
struct PaneParts {
  const ViewSocket& socket;
  WarningView& view;
  Outbox& outbox;
  gpointer handle;  ///< our plugin
};

/// Belongs to the entry of its pane and dies with it. Several conversations may share one pane ("Send To").
class Pane {
 public:
  /// The pane of a window, or NULL when Loftgate has not come to it.
  static Pane* of(PidginConversation* window);
  static void attach(PidginConversation* window, const PaneParts& parts);
  static void detach(PidginConversation* window);

  Pane(PidginConversation* window, const PaneParts& parts);
  Pane(const Pane&) = delete;
  Pane& operator=(const Pane&) = delete;

  EntryGuard& guard() { return guard_; }
  BadgeButton& badge() { return badge_; }
  /// Another conversation of the window became the active one, or the window was shown.
  void follow();
  void ask(const Warning& warning);
  void close(HoldId id, Act how);
  void give_back(const std::string& markup);

 private:
  void answer(const Choice& choice);
  void close_bar();
  void toggle_badge_panel();
  void close_badge_panel();
  void pack(GtkWidget* widget);
  void focus_entry();
  int width() const;
  void on_changed(GtkTextBuffer* buffer);
  gboolean on_key(GtkWidget* widget, GdkEventKey* event);
  bool on_plain_escape();
  bool on_alt(guint key);
  void put_back_kept();
  void put_back_draft();

  PidginConversation* window_;
  const PaneParts& parts_;
  EntryGuard guard_;
  Underline underline_;
  BadgeButton badge_;
  std::unique_ptr<WarningBar> bar_;
  bool about_entry_ = false;  ///< the question is about the text in the entry, not about one that came another way
  std::unique_ptr<BadgePanel> panel_;
  std::string draft_;  ///< a text whose entry was used for a command meanwhile
  Timer putting_back_;
  Connections connections_;
};

}  // namespace loftgate
