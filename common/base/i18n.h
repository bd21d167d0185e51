// SPDX-License-Identifier: GPL-2.0-or-later
// Marks text that people read, so that it can be translated.
#pragma once

#include <glib.h>

#include <string>

namespace loftgate {

/// The translation of a message in Loftgate's own domain, so that a host's catalogue is never asked.
inline const char* tr(const char* text) { return g_dgettext("loftgate", text); }

/// The same with a plural form.
inline const char* tr_n(const char* one, const char* many, unsigned long n) {
  return g_dngettext("loftgate", one, many, n);
}

/// Fills a translated printf format. Arguments are C strings and numbers only.
std::string format(const char* translated, ...) G_GNUC_PRINTF(1, 2);

}  // namespace loftgate
