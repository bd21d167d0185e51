// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the view of a conversation: a plugged one that claims it, else the text view.
#pragma once

#include <purple.h>

#include <vector>

#include "common/engine/ports.h"

namespace loftgate {

class ViewSwitch {
 public:
  using Claims = gboolean (*)(PurpleConversation* conversation);

  explicit ViewSwitch(WarningView& otherwise) : otherwise_(otherwise) {}

  void plug(WarningView* view, Claims claims) { plugged_.push_back({view, claims}); }
  void unplug(WarningView* view) {
    std::erase_if(plugged_, [view](const Plugged& one) { return one.view == view; });
  }

  /// The view that claims a conversation, or NULL. `conversation` may be NULL.
  WarningView* claimed(PurpleConversation* conversation) const {
    if (!conversation) return nullptr;
    for (const Plugged& one : plugged_) {
      if (one.claims(conversation)) return one.view;
    }
    return nullptr;
  }

  WarningView& view_of(PurpleConversation* conversation) const {
    WarningView* view = claimed(conversation);
    return view ? *view : otherwise_;
  }

  /// For holds that any of them may be showing.
  void close(HoldId id, Act how) const {
    for (const Plugged& one : plugged_) one.view->close(id, how);
    otherwise_.close(id, how);
  }

 private:
  struct Plugged {
    WarningView* view;
    Claims claims;
  };

  WarningView& otherwise_;
  std::vector<Plugged> plugged_;
};

}  // namespace loftgate
