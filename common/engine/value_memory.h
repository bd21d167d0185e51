// SPDX-License-Identifier: GPL-2.0-or-later
// Remembers, for this session only, which values were decided about for which reader, without keeping any value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/log/chain.h"
#include "common/scan/finding.h"
#include "common/text/message.h"

namespace loftgate {

/// What is remembered about a value and a reader; several can be true at once.
enum class Remembered : std::uint8_t { sent = 1, asked = 2, noticed = 4, received = 8 };

/// All that is remembered about one value and one reader.
class Recalled {
 public:
  explicit Recalled(std::uint8_t bits) : bits_(bits) {}
  bool has(Remembered what) const { return (bits_ & static_cast<std::uint8_t>(what)) != 0; }

 private:
  std::uint8_t bits_;
};

class ValueMemory {
 public:
  /// Beyond so many the oldest is forgotten: a session may last for months.
  static constexpr std::size_t most = 4096;

  /// Draws a key that is never stored.
  ValueMemory();
  ValueMemory(const ValueMemory&) = delete;
  ValueMemory& operator=(const ValueMemory&) = delete;

  /// However `value` is grouped, see keyed_value().
  void add(Remembered what, EntityType type, std::string_view value, const Destination& reader);
  Recalled recall(EntityType type, std::string_view value, const Destination& reader) const;

 private:
  std::string mac(EntityType type, std::string_view value, const Destination& reader) const;

  Digest key_;
  std::unordered_map<std::string, std::uint8_t> known_;
  std::deque<const std::string*> order_;   ///< keys of `known_`, oldest first
};

}  // namespace loftgate
