// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/image.h"

namespace loftgate {

std::uint32_t ImageBuilder::place(std::string_view bytes, std::size_t alignment) {
  std::string key(1, static_cast<char>(alignment));
  key.append(bytes);
  const auto [entry, is_new] = placed_.emplace(std::move(key), 0);
  if (is_new) {
    bytes_.resize((bytes_.size() + alignment - 1) / alignment * alignment, '\0');
    entry->second = static_cast<std::uint32_t>(bytes_.size());
    bytes_.append(bytes);
  }
  return entry->second;
}

}  // namespace loftgate
