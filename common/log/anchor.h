// SPDX-License-Identifier: GPL-2.0-or-later
// The content of `consent.head`: how far the log had come, kept outside the database so that a lost tail shows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/log/chain.h"

namespace loftgate {

struct Anchor {
  LogId log{};
  std::int64_t seq = 0;
  Digest link{};
  std::int64_t ts = 0;   ///< µs since 1970

  /// "AICL1 <log id> <seq> <link> <ts>", the text a key may sign.
  std::string text() const;
};

/// Reads one line; what follows the time (a signature) is left alone. nullopt if it is no anchor.
std::optional<Anchor> parse_anchor(std::string_view line);

}  // namespace loftgate
