// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/attachment.h"

#include <glib.h>

namespace loftgate {

bool reads_as_text(std::string_view bytes, bool cut_off) {
  if (bytes.find('\0') != std::string_view::npos) return false;
  const char* valid_end = nullptr;
  if (g_utf8_validate(bytes.data(), static_cast<gssize>(bytes.size()), &valid_end)) return true;
  constexpr auto incomplete = static_cast<gunichar>(-2);
  const auto rest = static_cast<gssize>(bytes.data() + bytes.size() - valid_end);
  return cut_off && g_utf8_get_char_validated(valid_end, rest) == incomplete;
}

}  // namespace loftgate
