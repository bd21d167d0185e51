// SPDX-License-Identifier: GPL-2.0-or-later
// Does what was held when it is no message: sets a topic, invites, publishes a status.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "common/engine/ports.h"

namespace loftgate {

/// Does it with this text. Looks up by name all that it needs; false when that is gone.
using Publish = std::function<bool(const std::string& markup)>;

class ActOutbox final : public Outbox {
 public:
  /// `messages` knows what is in the way in a conversation; it outlives this.
  explicit ActOutbox(Outbox& messages) : messages_(messages) {}

  /// How to do what the gate is about to be asked for. There is one question at a time for a destination, so this
  /// takes the place of an earlier one.
  void keep(const Destination& to, Publish publish) { acts_.insert_or_assign(to, std::move(publish)); }

  std::optional<Error> obstacle(const Destination& to) override;
  bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) override;

 private:
  Outbox& messages_;
  std::map<Destination, Publish> acts_;
};

}  // namespace loftgate
