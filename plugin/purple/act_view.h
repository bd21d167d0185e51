// SPDX-License-Identifier: GPL-2.0-or-later
// Asks about a topic or an invitation where messages of its conversation are asked about, whichever view that is.
#pragma once

#include "common/engine/ports.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

class ActView final : public WarningView {
 public:
  /// References outlive the view.
  ActView(const ViewSwitch& views, WarningView& words) : views_(views), words_(words) {}

  void ask(const Warning& warning) override { view_of(warning.to).ask(warning); }
  void remind(const Warning& warning) override { view_of(warning.to).remind(warning); }
  void notice(const Notice& notice) override { view_of(notice.to).notice(notice); }
  void close(HoldId id, Act how) override { views_.close(id, how); }
  void badge(const Destination& to, const Badge& badge) override { view_of(to).badge(to, badge); }
  /// As lines of the conversation: in an entry it would be the beginning of a message.
  void give_back(const Destination& to, const std::string& markup) override { words_.give_back(to, markup); }

 private:
  WarningView& view_of(const Destination& to) const { return views_.view_of(find_conversation(to)); }

  const ViewSwitch& views_;
  WarningView& words_;
};

}  // namespace loftgate
