// SPDX-License-Identifier: GPL-2.0-or-later
// Decides how loudly to speak: the matrix, its presets, and the rules that keep it quiet. Pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/engine/exposure.h"

namespace loftgate {

/// Four strengths, and the strongest ask, which is inhibited until the reader's name is typed.
enum class Strength : std::uint8_t { silent, badge, notice, ask, ask_inhibited };
enum class Preset : std::uint8_t { balanced, quiet, strict };

std::string_view strength_name(Strength strength);
std::optional<Preset> preset_named(std::string_view name);
std::string_view preset_name(Preset preset);

/// The cell of the matrix for a preset.
Strength cell(Preset preset, Severity severity, Reach reach);

/// The same for a file or picture that could not be read whole, whatever was found besides: by who gets it alone.
Strength unread_cell(Preset preset, Reach reach);

/// Asks already made, for the budget on contact details.
struct AskHistory {
  int contact_asks_today = 0;
  std::optional<std::int64_t> last_contact_ask_us;   ///< to this service
};

inline constexpr int contact_asks_per_day = 3;
inline constexpr std::int64_t contact_ask_gap_us = 10LL * 60 * 1000000;

/// What else bears on a decision.
struct Circumstances {
  Preset preset = Preset::balanced;
  std::int64_t now_us = 0;
  bool enabled = true;
  bool paused = false;             ///< the user paused asking; secrets still ask
  bool already_noticed = false;    ///< this service and policy version was announced before
  bool asked_before = false;       ///< one of these values was asked about and not sent: the budget does not apply
  AskHistory history;
};

/// Which rule had the last word; shown in Why? and by `loftgate check`.
enum class DecidedBy : std::uint8_t {
  matrix, off, paused, budget_day, budget_gap, announced_before, unchecked,
};
std::string_view decided_by_name(DecidedBy rule);

struct Decision {
  Strength strength = Strength::silent;
  DecidedBy by = DecidedBy::matrix;

  bool holds() const { return strength >= Strength::ask; }
};

Decision decide(const Exposure& exposure, const Circumstances& circumstances);

}  // namespace loftgate
