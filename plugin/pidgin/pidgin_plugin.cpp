// SPDX-License-Identifier: GPL-2.0-or-later
// The Pidgin module: plugs Pidgin's view into the core plugin, and out again without a trace.
#include <utility>

#include "common/base/i18n.h"
#include "plugin/pidgin/pidgin_view.h"

namespace loftgate {
namespace {

constexpr const char* core_id = "core-loftgate";

/// Lives from load to unload. A plain pointer: when the display is lost, GTK exits without unloading, and a destructor
/// run that late would call a core that is gone already.
PidginView* view = nullptr;

/// The core's socket, or NULL when the core is missing or comes from another build.
const ViewSocket* find_socket() {
  const PurplePlugin* core = purple_plugins_find_with_id(core_id);
  if (!core || !purple_plugin_is_loaded(core) || !core->info) return nullptr;
  const auto* socket = static_cast<const ViewSocket*>(core->info->extra_info);
  if (!socket || socket->version != ViewSocket::current_version) return nullptr;
  return purple_strequal(socket->build, LOFTGATE_VERSION) ? socket : nullptr;
}

gboolean load(PurplePlugin* plugin) noexcept {
  try {
    const ViewSocket* socket = find_socket();
    if (!socket) {
      purple_notify_error(plugin, tr("Loftgate"), tr("Loftgate's two modules do not fit together."),
                          tr("Install loftgate.so and pidgin-loftgate.so of the same version, then start Pidgin again."));
      return FALSE;
    }
    view = new PidginView(plugin, *socket);
    return TRUE;
  } catch (...) {
    return FALSE;
  }
}

gboolean unload(PurplePlugin*) noexcept {
  try {
    delete std::exchange(view, nullptr);
  } catch (...) {
    return FALSE;
  }
  return TRUE;
}

PurplePluginInfo make_info() {
  PurplePluginInfo info{};
  info.magic = PURPLE_PLUGIN_MAGIC;
  info.major_version = PURPLE_MAJOR_VERSION;
  info.minor_version = PURPLE_MINOR_VERSION;
  info.type = PURPLE_PLUGIN_STANDARD;
  info.ui_requirement = const_cast<char*>(PIDGIN_PLUGIN_TYPE);
  info.priority = PURPLE_PRIORITY_DEFAULT;
  info.id = const_cast<char*>("gtk-loftgate");
  info.name = const_cast<char*>("Loftgate for Pidgin");
  info.version = const_cast<char*>(LOFTGATE_VERSION);
  info.load = load;
  info.unload = unload;
  return info;
}

PurplePluginInfo info = make_info();

/// Runs when Pidgin looks for plugins, whether this one is ticked or not: it only describes itself.
void init(PurplePlugin*) noexcept {
  info.summary = const_cast<char*>(tr("Warns above the entry before a message leaves"));
  info.description = const_cast<char*>(
      tr("Shows Loftgate's warnings, badges and underlines in Pidgin's conversation windows. Needs Loftgate itself."));
  info.author = const_cast<char*>("The Loftgate authors");
  // libpurple frees the list and leaves its text alone.
  info.dependencies = g_list_append(nullptr, const_cast<char*>(core_id));
}

}  // namespace
}  // namespace loftgate

extern "C" {
PURPLE_INIT_PLUGIN(loftgate_pidgin, loftgate::init, loftgate::info)
}
