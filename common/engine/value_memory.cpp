// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/value_memory.h"

#include "common/engine/keyed_value.h"

namespace loftgate {

ValueMemory::ValueMemory() : key_(random_bytes<sizeof(Digest)>()) {}

std::string ValueMemory::mac(EntityType type, std::string_view value, const Destination& reader) const {
  return keyed_value(key_, type, value, {reader.protocol, reader.account, reader.peer});
}

void ValueMemory::add(Remembered what, EntityType type, std::string_view value, const Destination& reader) {
  const auto [known, is_new] = known_.try_emplace(mac(type, value, reader), 0);
  known->second |= static_cast<std::uint8_t>(what);
  if (!is_new) return;
  order_.push_back(&known->first);
  if (order_.size() <= most) return;
  known_.erase(known_.find(*order_.front()));
  order_.pop_front();
}

Recalled ValueMemory::recall(EntityType type, std::string_view value, const Destination& reader) const {
  if (known_.empty()) return Recalled(0);
  const auto known = known_.find(mac(type, value, reader));
  return Recalled(known == known_.end() ? 0 : known->second);
}

}  // namespace loftgate
