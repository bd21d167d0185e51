// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/decision.h"

#include <algorithm>
#include <utility>

namespace loftgate {
namespace {

using enum Strength;

/// The matrix of docs/design.md: a row for each severity S0 to S4, a column for each reach E0 to E4.
constexpr Strength balanced_cells[5][reach_count] = {
    {silent, silent, badge, badge, notice},
    {silent, silent, notice, notice, ask},
    {silent, badge, ask, ask, ask},
    {silent, notice, ask, ask, ask},
    {badge, ask, ask, ask, ask_inhibited},
};

/// What nobody could read: a column for each reach E0 to E4.
constexpr Strength unread_cells[reach_count] = {silent, silent, notice, notice, ask};

constexpr std::pair<std::string_view, Preset> presets[] = {
    {"balanced", Preset::balanced}, {"quiet", Preset::quiet}, {"strict", Preset::strict}};

bool asks(Strength strength) { return strength >= ask; }

/// A notice at S0 announces a service, once; what was announced needs only its badge afterwards.
bool announces(const Exposure& exposure, Strength strength) {
  return exposure.severity == Severity::none && strength == notice;
}

std::optional<DecidedBy> spent_budget(const Exposure& exposure, const Circumstances& now) {
  if (exposure.severity != Severity::contact || now.asked_before) return std::nullopt;
  if (now.history.contact_asks_today >= contact_asks_per_day) return DecidedBy::budget_day;
  const auto last = now.history.last_contact_ask_us;
  // A clock set back counts as long ago: a budget must never be stretched by it.
  if (last && now.now_us >= *last && now.now_us - *last < contact_ask_gap_us) return DecidedBy::budget_gap;
  return std::nullopt;
}

/// Decides by what was found.
Decision decide_found(const Exposure& exposure, const Circumstances& now) {
  const Strength strength = cell(now.preset, exposure.severity, exposure.reach);
  if (exposure.severity == Severity::none && asks(strength)) {
    // Strict turns announcements into asks; asking about nothing found, again and again, would help nobody.
    return now.already_noticed ? Decision{badge, DecidedBy::announced_before} : Decision{notice, DecidedBy::matrix};
  }
  if (announces(exposure, strength) && now.already_noticed) return {badge, DecidedBy::announced_before};
  if (!exposure.checked && !asks(strength)) return {std::max(strength, badge), DecidedBy::unchecked};
  if (!asks(strength)) return {strength, DecidedBy::matrix};
  if (now.paused && exposure.severity != Severity::secret) return {badge, DecidedBy::paused};
  if (const auto spent = spent_budget(exposure, now)) return {notice, *spent};
  return {strength, DecidedBy::matrix};
}

/// Decides by what could not be read.
Decision decide_unread(const Exposure& exposure, const Circumstances& now) {
  const Strength strength = unread_cell(now.preset, exposure.reach);
  if (now.paused && asks(strength)) return {badge, DecidedBy::paused};
  return {strength, DecidedBy::unchecked};
}

}  // namespace

std::string_view strength_name(Strength strength) {
  switch (strength) {
    case silent: return "silent";
    case badge: return "badge";
    case notice: return "notice";
    case ask: return "ask";
    case ask_inhibited: return "ask-typed";
  }
  return "silent";
}

std::optional<Preset> preset_named(std::string_view name) {
  for (const auto& [known, preset] : presets) {
    if (known == name) return preset;
  }
  return std::nullopt;
}

std::string_view preset_name(Preset preset) {
  for (const auto& [name, known] : presets) {
    if (known == preset) return name;
  }
  return "balanced";
}

std::string_view decided_by_name(DecidedBy rule) {
  switch (rule) {
    case DecidedBy::matrix: return "matrix";
    case DecidedBy::off: return "off";
    case DecidedBy::paused: return "paused";
    case DecidedBy::budget_day: return "budget-day";
    case DecidedBy::budget_gap: return "budget-gap";
    case DecidedBy::announced_before: return "announced-before";
    case DecidedBy::unchecked: return "unchecked";
  }
  return "matrix";
}

Strength cell(Preset preset, Severity severity, Reach reach) {
  const Strength strength = balanced_cells[static_cast<int>(severity)][static_cast<int>(reach)];
  const bool secret = severity == Severity::secret;
  if (preset == Preset::quiet && asks(strength) && !secret) return notice;
  if (preset == Preset::strict) {
    if (secret && reach == Reach::closed) return ask;
    if (strength == notice) return ask;
  }
  return strength;
}

Strength unread_cell(Preset preset, Reach reach) {
  const Strength strength = unread_cells[static_cast<int>(reach)];
  if (preset == Preset::quiet && strength == ask) return notice;
  if (preset == Preset::strict && strength == notice) return ask;
  return strength;
}

Decision decide(const Exposure& exposure, const Circumstances& now) {
  if (!now.enabled) return {silent, DecidedBy::off};
  const Decision found = decide_found(exposure, now);
  if (!exposure.unread) return found;
  const Decision unread = decide_unread(exposure, now);
  return unread.strength > found.strength ? unread : found;
}

}  // namespace loftgate
