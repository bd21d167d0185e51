// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/choice.h"

#include <utility>

namespace loftgate {
namespace {

constexpr std::pair<std::string_view, Act> acts[] = {
    {"mask", Act::mask}, {"back", Act::back}, {"send", Act::send}, {"keep", Act::keep}};

constexpr std::pair<std::string_view, Remember> spans[] = {{"once", Remember::once},
                                                           {"conversation", Remember::conversation},
                                                           {"1h", Remember::one_hour},
                                                           {"contact", Remember::contact},
                                                           {"service", Remember::service}};

}  // namespace

std::optional<Act> act_named(std::string_view word) {
  for (const auto& [name, act] : acts) {
    if (name == word) return act;
  }
  return std::nullopt;
}

std::optional<Remember> remember_named(std::string_view word) {
  for (const auto& [name, span] : spans) {
    if (name == word) return span;
  }
  return std::nullopt;
}

std::string_view remember_name(Remember remember) {
  for (const auto& [name, span] : spans) {
    if (span == remember) return name;
  }
  return "once";
}

}  // namespace loftgate
