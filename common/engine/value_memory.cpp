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

std::string ValueMemory::mac(Remembered what, EntityType type, std::string_view value,
                             const Destination& reader) const {
  std::string text(1, static_cast<char>(what));
  text += type_name(type);
  for (const std::string& part : {reader.protocol, reader.account, reader.peer, normal_form(value)}) {
    text += '\0';
    text += part;
  }
  return take(g_compute_hmac_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(key_.data()), key_.size(),
                                      reinterpret_cast<const guchar*>(text.data()), text.size()));
}

void ValueMemory::add(Remembered what, EntityType type, std::string_view value, const Destination& reader) {
  known_.insert(mac(what, type, value, reader));
}

bool ValueMemory::has(Remembered what, EntityType type, std::string_view value, const Destination& reader) const {
  return !known_.empty() && known_.contains(mac(what, type, value, reader));
}

}  // namespace loftgate
