// SPDX-License-Identifier: GPL-2.0-or-later
// A file between the moment it was chosen and the moment it is offered to its receiver.
#pragma once

#include <purple.h>

#include <string>

#include "common/engine/ports.h"

namespace loftgate {

/// How a protocol begins to offer a file: the `init` of its transfers.
using TransferStart = void (*)(PurpleXfer*);

/// Holds a reference to the transfer, so that it stays valid until it was started or given up, whoever ends it.
class HeldFile final : public Outbox {
 public:
  HeldFile(PurpleXfer* transfer, TransferStart start);
  HeldFile(const HeldFile&) = delete;
  HeldFile& operator=(const HeldFile&) = delete;
  /// Ends the transfer when it is neither started nor given up.
  ~HeldFile() override;

  bool holds(const PurpleXfer* transfer) const { return transfer_ == transfer; }
  bool belongs_to(const PurpleAccount* account) const;
  /// Started or given up: nothing is held any more.
  bool is_done() const { return !transfer_; }

  /// The file is another one than was looked at: it was changed, replaced or removed.
  std::optional<Error> obstacle(const Destination& to) override;
  /// Offers the file. Always true: whether its receiver takes it is another matter.
  bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) override;
  void give_up() override;
  /// Somebody else ended the transfer: lets go of it without a word.
  void forget();

 private:
  PurpleXfer* transfer_;
  TransferStart start_;
  std::string looked_at_;   ///< what tells this state of the file from others
};

}  // namespace loftgate
