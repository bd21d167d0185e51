// SPDX-License-Identifier: GPL-2.0-or-later
// Stands before Pidgin's own sending: a held draft never leaves its entry, and a released one goes the normal way, once.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/engine/ports.h"
#include "plugin/pidgin/callback.h"
#include "plugin/pidgin/pidgin_api.h"
#include "plugin/purple/view_socket.h"

namespace loftgate {

/// Watches one entry.
class EntryGuard {
 public:
  EntryGuard(PidginConversation* window, const ViewSocket& socket, WarningView& view, Outbox& outbox);
  EntryGuard(const EntryGuard&) = delete;
  EntryGuard& operator=(const EntryGuard&) = delete;

  /// Why the draft `held` cannot leave this entry now, or nothing.
  std::optional<Error> obstacle(const std::string& held) const;
  /// Sends `markup` through the entry. False: nothing was sent and the entry is as it was.
  bool release(const std::string& markup);

 private:
  void on_message_send(GtkIMHtml* entry);
  bool may_leave();

  PidginConversation* window_;
  const ViewSocket& socket_;
  WarningView& view_;
  Outbox& outbox_;
  bool releasing_ = false;
  Connections connections_;
};

/// Lets drafts out of the entries of all conversations; found again by destination, since windows come and go.
class EntryOutbox final : public Outbox {
 public:
  /// `guard` answers the entry guard of a destination's conversation, or NULL when its window is gone.
  EntryOutbox(const Door& door, std::function<EntryGuard*(const Destination&)> guard);

  std::optional<Error> obstacle(const Destination& to) override;
  bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) override;

 private:
  const Door& door_;
  std::function<EntryGuard*(const Destination&)> guard_;
};

}  // namespace loftgate
