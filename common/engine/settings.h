// SPDX-License-Identifier: GPL-2.0-or-later
// What the user set, and the little that must be remembered between sessions outside the log.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "common/engine/decision.h"

namespace loftgate {

struct Settings {
  bool enabled = true;
  Preset preset = Preset::balanced;
  std::string region;                          ///< ISO 3166 country of the user, "" unknown
  std::optional<std::int64_t> paused_until_us; ///< asking is paused until then; secrets still ask
  std::set<std::string> announced;             ///< "service@policy version" already announced in a notice
};

}  // namespace loftgate
