// SPDX-License-Identifier: GPL-2.0-or-later
// Everything that learns what contacts and rooms are, and tells when that changes what is known of an open one.
#pragma once

#include <functional>
#include <optional>

#include "common/engine/settings.h"
#include "common/text/message.h"
#include "plugin/purple/irc_watch.h"
#include "plugin/purple/peer_marks.h"
#include "plugin/purple/userinfo_watch.h"
#include "plugin/purple/xmpp_watch.h"

namespace loftgate {

class PeerWatches {
 public:
  /// `look` is called with every conversation whose badge may be another now, `forget` with every name that has no
  /// bearer, or another one, now.
  PeerWatches(const Settings& settings, std::function<void(const Destination&)> look,
              std::function<void(const Destination&)> forget);
  PeerWatches(const PeerWatches&) = delete;
  PeerWatches& operator=(const PeerWatches&) = delete;
  ~PeerWatches();

 private:
  void changed(const Destination& to) const;

  std::function<void(const Destination&)> look_;
  std::optional<IrcWatch> irc_;
  std::optional<XmppWatch> xmpp_;
  UserinfoWatch userinfo_;
  MarkMenu menu_;
};

}  // namespace loftgate
