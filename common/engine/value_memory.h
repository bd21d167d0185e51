// SPDX-License-Identifier: GPL-2.0-or-later
// Remembers, for this session only, which values were decided about for which reader, without keeping any value.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "common/scan/finding.h"
#include "common/text/message.h"

namespace loftgate {

/// What is remembered about a value and a reader.
enum class Remembered : char { sent = 's', asked = 'a', noticed = 'n', received = 'r' };

class ValueMemory {
 public:
  /// Draws a key that is never stored.
  ValueMemory();

  /// Spaces, dots, dashes and brackets in `value` do not matter, nor does letter case.
  void add(Remembered what, EntityType type, std::string_view value, const Destination& reader);
  bool has(Remembered what, EntityType type, std::string_view value, const Destination& reader) const;

 private:
  std::string mac(Remembered what, EntityType type, std::string_view value, const Destination& reader) const;

  std::string key_;
  std::unordered_set<std::string> known_;
};

}  // namespace loftgate
