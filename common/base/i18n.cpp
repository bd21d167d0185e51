// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/i18n.h"

#include <cstdarg>

#include "common/base/glib_ptr.h"

namespace loftgate {

std::string format(const char* translated, ...) {
  va_list arguments;
  va_start(arguments, translated);
  std::string text = take(g_strdup_vprintf(translated, arguments));
  va_end(arguments);
  return text;
}

}  // namespace loftgate
