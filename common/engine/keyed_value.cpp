// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/keyed_value.h"

#include <glib.h>

namespace loftgate {
namespace {

/// A value of such signs alone, as a password may be, counts as it stands.
std::string normal_form(std::string_view value) {
  std::string form;
  for (const char c : value) {
    if (std::string_view(" .-()/\t\n").find(c) == std::string_view::npos) form += g_ascii_tolower(c);
  }
  return form.empty() ? std::string(value) : form;
}

}  // namespace

std::string keyed_value(const Digest& key, EntityType type, std::string_view value,
                        std::initializer_list<std::string_view> more) {
  std::string text = std::string(type_name(type)) + '\0' + normal_form(value);
  for (const std::string_view part : more) {
    text += '\0';
    text += part;
  }
  return to_hex(commitment(key, text));
}

}  // namespace loftgate
