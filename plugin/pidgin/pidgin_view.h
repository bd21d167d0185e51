// SPDX-License-Identifier: GPL-2.0-or-later
// Shows in Pidgin what the gate has to say: finds the conversation and hands it on to its pane.
#pragma once

#include "plugin/pidgin/entry_guard.h"
#include "plugin/pidgin/pane.h"
#include "plugin/purple/view_socket.h"

namespace loftgate {

class PidginView final : public WarningView {
 public:
  /// Comes to all open conversations. `socket` outlives the view.
  PidginView(PurplePlugin* plugin, const ViewSocket& socket);
  /// Leaves them as they were before.
  ~PidginView() override;
  PidginView(const PidginView&) = delete;
  PidginView& operator=(const PidginView&) = delete;

  void ask(const Warning& warning) override;
  void remind(const Warning& warning) override;
  void notice(const Notice& notice) override;
  void close(HoldId id, Act how) override;
  void badge(const Destination& to, const Badge& badge) override;
  void give_back(const Destination& to, const std::string& markup) override;

 private:
  void on_displayed(PidginConversation* window);
  void on_switched(PurpleConversation* conversation);
  Pane* pane_of(const Destination& to) const;
  Pane* active_pane_of(const Destination& to) const;
  void say(const Destination& to, const std::string& text) const;

  PurplePlugin* plugin_;
  const ViewSocket& socket_;
  EntryOutbox outbox_;
  PaneParts parts_;
};

}  // namespace loftgate
