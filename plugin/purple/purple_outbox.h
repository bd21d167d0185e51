// SPDX-License-Identifier: GPL-2.0-or-later
// Lets a message out through libpurple's conversation API, for views that have no entry of their own.
#pragma once

#include "common/engine/ports.h"

namespace loftgate {

/// Why nothing can leave from the conversation `to` now, or nothing. Always Code::offline.
std::optional<Error> cannot_leave(const Destination& to);

class PurpleOutbox final : public Outbox {
 public:
  /// Always Code::offline.
  std::optional<Error> obstacle(const Destination& to) override;
  /// False when no conversation was there to send in, or the protocol refused the message.
  bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) override;
};

}  // namespace loftgate
