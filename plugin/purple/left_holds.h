// SPDX-License-Identifier: GPL-2.0-or-later
// Says in a conversation, when it is opened, that a message to it was held when the program ended and was not sent.
#pragma once

#include <purple.h>

#include <set>

#include "common/engine/open_holds.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

class LeftHolds {
 public:
  /// Sees conversations that are open already. References outlive it.
  LeftHolds(OpenHolds& open_holds, const ViewSwitch& views);

  /// True from the moment on that the program ends.
  bool program_ends() const { return program_ends_; }

 private:
  void created(PurpleConversation* conversation);
  void quitting();
  gboolean tell_now();
  void tell(const Destination& to);

  OpenHolds& open_holds_;
  const ViewSwitch& views_;
  bool program_ends_ = false;
  std::set<Destination> opened_;   ///< to be told in the next turn of the main loop, when their windows are there
  Later later_;
  Signal created_ = Signal::to<&LeftHolds::created>(this, purple_conversations_get_handle(), "conversation-created");
  Signal quitting_ = Signal::to<&LeftHolds::quitting>(this, purple_get_core(), "quitting");
};

}  // namespace loftgate
