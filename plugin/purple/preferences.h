// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the user's settings in libpurple's preferences, where Pidgin and Finch show them.
#pragma once

#include <purple.h>

#include <string>

#include "common/engine/settings.h"

namespace loftgate {

class Preferences {
 public:
  /// Reads what is stored into `settings`, and again whenever the user changes it. `settings` outlives this.
  explicit Preferences(Settings& settings);
  Preferences(const Preferences&) = delete;
  Preferences& operator=(const Preferences&) = delete;
  ~Preferences();

  /// Stores what Loftgate itself changes in the settings: what was announced.
  void store() const;

 private:
  void changed(const char* name, PurplePrefType type, gconstpointer value);
  void read();

  Settings& settings_;
  guint callback_ = 0;
};

/// The settings page; the caller owns it.
PurplePluginPrefFrame* preferences_frame();

/// ISO 3166 country of the user's locale, "" when it names none.
std::string region_of_locale();

}  // namespace loftgate
