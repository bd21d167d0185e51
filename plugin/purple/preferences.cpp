// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/preferences.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "plugin/purple/signal.h"

namespace loftgate {
namespace {

constexpr const char* root = "/plugins/core/core-loftgate";
constexpr const char* enabled_pref = "/plugins/core/core-loftgate/enabled";
constexpr const char* preset_pref = "/plugins/core/core-loftgate/preset";
constexpr const char* region_pref = "/plugins/core/core-loftgate/region";
constexpr const char* announced_pref = "/plugins/core/core-loftgate/announced";

bool is_country(std::string_view word) {
  return word.size() == 2 && g_ascii_isalpha(word[0]) && g_ascii_isalpha(word[1]);
}

std::string upper(std::string_view word) { return take(g_ascii_strup(word.data(), static_cast<gssize>(word.size()))); }

void add_preset_choices(PurplePluginPref* preset) {
  purple_plugin_pref_set_type(preset, PURPLE_PLUGIN_PREF_CHOICE);
  const std::pair<const char*, const char*> choices[] = {
      {tr("Balanced"), "balanced"},
      {tr("Quiet: asks for secrets only"), "quiet"},
      {tr("Strict: asks more often"), "strict"}};
  for (const auto& [label, value] : choices) purple_plugin_pref_add_choice(preset, label, const_cast<char*>(value));
}

}  // namespace

Preferences::Preferences(Settings& settings) : settings_(settings) {
  purple_prefs_add_none(root);
  purple_prefs_add_bool(enabled_pref, TRUE);
  purple_prefs_add_string(preset_pref, "balanced");
  purple_prefs_add_string(region_pref, "");
  purple_prefs_add_string_list(announced_pref, nullptr);
  read();
  callback_ = purple_prefs_connect_callback(this, root, Thunk<&Preferences::changed>::call, this);
}

Preferences::~Preferences() { purple_prefs_disconnect_callback(callback_); }

void Preferences::changed(const char*, PurplePrefType, gconstpointer) { read(); }

void Preferences::read() {
  settings_.enabled = purple_prefs_get_bool(enabled_pref);
  settings_.preset = preset_named(copy(purple_prefs_get_string(preset_pref))).value_or(Preset::balanced);
  const std::string region = copy(purple_prefs_get_string(region_pref));
  settings_.region = is_country(region) ? upper(region) : region_of_locale();
  settings_.announced.clear();
  GList* announced = purple_prefs_get_string_list(announced_pref);
  for (GList* at = announced; at; at = at->next) settings_.announced.insert(static_cast<const char*>(at->data));
  g_list_free_full(announced, g_free);
}

void Preferences::store() const {
  GList* announced = nullptr;
  for (auto one = settings_.announced.rbegin(); one != settings_.announced.rend(); ++one)
    announced = g_list_prepend(announced, const_cast<char*>(one->c_str()));
  purple_prefs_set_string_list(announced_pref, announced);
  g_list_free(announced);
}

PurplePluginPrefFrame* preferences_frame() {
  PurplePluginPrefFrame* frame = purple_plugin_pref_frame_new();
  const auto add = [frame](const char* name, const char* label) {
    PurplePluginPref* pref = purple_plugin_pref_new_with_name_and_label(name, label);
    purple_plugin_pref_frame_add(frame, pref);
    return pref;
  };
  add(enabled_pref, tr("Read messages before they are sent"));
  add_preset_choices(add(preset_pref, tr("How often to ask")));
  purple_plugin_pref_set_max_length(add(region_pref, tr("Your country, two letters (for phone numbers)")), 2);
  return frame;
}

std::string region_of_locale() {
  for (const gchar* const* name = g_get_language_names_with_category("LC_TELEPHONE"); *name; ++name) {
    const std::string_view locale = *name;
    const auto underscore = locale.find('_');
    if (underscore == std::string_view::npos) continue;
    const std::string_view country = locale.substr(underscore + 1, 2);
    if (is_country(country)) return upper(country);
  }
  return {};
}

}  // namespace loftgate
