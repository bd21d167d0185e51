// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/value_memory.h"

#include <sys/random.h>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr std::size_t key_bytes = 32;

std::string normal_form(std::string_view value) {
  std::string form;
  for (const char c : value) {
    if (std::string_view(" .-()/\t\n").find(c) == std::string_view::npos) form += g_ascii_tolower(c);
  }
  return form;
}

}  // namespace

ValueMemory::ValueMemory() : key_(key_bytes, '\0') {
  // Blocks only until the kernel's pool is ready, long before any client runs.
  if (getrandom(key_.data(), key_.size(), 0) != static_cast<ssize_t>(key_.size())) {
    for (char& c : key_) c = static_cast<char>(g_random_int_range(0, 256));
  }
}

std::string ValueMemory::mac(EntityType type, std::string_view value, const Destination& reader) const {
  std::string text(type_name(type));
  for (const std::string& part : {reader.protocol, reader.account, reader.peer, normal_form(value)}) {
    text += '\0';
    text += part;
  }
  return take(g_compute_hmac_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(key_.data()), key_.size(),
                                      reinterpret_cast<const guchar*>(text.data()), text.size()));
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
