// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/choice.h"

#include <algorithm>
#include <utility>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr std::pair<std::string_view, Act> acts[] = {
    {"mask", Act::mask}, {"back", Act::back}, {"send", Act::send}, {"keep", Act::keep}, {"mistaken", Act::mistaken}};

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

std::string letters_to_type(const std::string& reader) {
  constexpr glong wanted = 4;
  const std::string valid = take(g_utf8_make_valid(reader.data(), static_cast<gssize>(reader.size())));
  return take(g_utf8_substring(valid.c_str(), 0, std::min(wanted, g_utf8_strlen(valid.c_str(), -1))));
}

bool same_letters(const std::string& typed, const std::string& letters) {
  return take(g_utf8_casefold(letters_to_type(typed).c_str(), -1)) == take(g_utf8_casefold(letters.c_str(), -1));
}

}  // namespace loftgate
