// SPDX-License-Identifier: GPL-2.0-or-later
// Entry of loftgate.so: puts the parts together while the plugin is loaded, and takes them apart again.
#include <gmodule.h>
#include <purple.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/base/i18n.h"
#include "common/engine/gate.h"
#include "plugin/purple/adapter.h"
#include "plugin/purple/bitlbee_view.h"
#include "plugin/purple/command_watch.h"
#include "plugin/purple/describe.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/encryption_watch.h"
#include "plugin/purple/file_watch.h"
#include "plugin/purple/peer_watches.h"
#include "plugin/purple/left_holds.h"
#include "plugin/purple/preferences.h"
#include "plugin/purple/protocol_hooks.h"
#include "plugin/purple/purple_outbox.h"
#include "plugin/purple/text_view.h"
#include "plugin/purple/view_socket.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {
namespace {

constexpr std::int64_t pause_us = 3600LL * 1000000;

std::string own_folder() { return std::string(purple_user_dir()) + G_DIR_SEPARATOR_S "loftgate"; }

/// Names records that could not be used; without the bundled ones nothing is checked at all.
void tell_problems(PurplePlugin* plugin, const Result<Knowledge>& known) {
  if (!known) {
    purple_notify_error(plugin, "Loftgate", tr("Loftgate cannot check messages."), known.error().text.c_str());
    return;
  }
  std::string problems;
  for (const std::string& problem : known->problems) problems += problem + "\n";
  if (!problems.empty())
    purple_notify_warning(plugin, "Loftgate", tr("Some records of your own or your administrator's are not used."), problems.c_str());
}

/// Asks in words, in the way this client can show.
std::unique_ptr<WarningView> words_for_client(Door& door) {
  if (BitlbeeView::is_wanted()) return std::make_unique<BitlbeeView>(door);
  return std::make_unique<TextView>(door);
}

/// The note is for a next start that nobody hopes for; without it holding goes on as before.
void tell_unnoted(const Result<void>& noted) {
  if (!noted) purple_debug_warning("loftgate", "That a message is held could not be noted. %s\n", noted.error().text.c_str());
}

/// Everything that lives while the plugin is loaded. Members refer to those above them.
struct Core {
  explicit Core(PurplePlugin* own_plugin) : plugin(own_plugin) {}

  /// Waits for the loading thread the first time, and then says what it met. Loads again where the user folder is
  /// another one by now: BitlBee loads plugins before it knows its user.
  const Result<Knowledge>& known() {
    if (std::string now = own_folder(); now != folder) {
      folder = std::move(now);
      knowledge.emplace(folder);
      told_problems = false;
    }
    const Result<Knowledge>& loaded = knowledge->get();
    if (!std::exchange(told_problems, true)) tell_problems(plugin, loaded);
    return loaded;
  }

  PurplePlugin* plugin;
  bool told_problems = false;
  SystemClock clock;
  Settings settings;
  Preferences preferences{settings};
  Ledger ledger{own_folder, clock};
  std::string folder = own_folder();
  std::optional<KnowledgeLoader> knowledge{folder};
  OpenHolds open_holds{own_folder};
  Exceptions exceptions{own_folder};
  Gate gate{{clock, settings, ledger, [this]() -> const Result<Knowledge>& { return known(); },
             [](const Destination& to, const Disclosure& by, Date on) { note_disclosure(to, by.id, on); },
             [this] { preferences.store(); }, exceptions,
             [this](const OpenHold& hold) { tell_unnoted(open_holds.open(hold)); },
             [this](const Destination& to) { tell_unnoted(open_holds.close(to)); }}};
  PurpleOutbox outbox;
  std::unique_ptr<WarningView> words = words_for_client(gate);
  ViewSwitch views{*words};
  Adapter adapter{gate, outbox, *words, views};
  ProtocolHooks hooks{gate, outbox, *words, views};
  FileWatch files{gate, views};
  PeerWatches peers{settings, [this](const Destination& to) { adapter.look_later(to); },
                    [this](const Destination& who) { gate.forget(who); }};
  CommandOutbox command_outbox;
  CommandWatch commands{gate, command_outbox, views};
  EncryptionWatch encryption{gate, views};
  LeftHolds left_holds{open_holds, views};
  ViewSocket socket;
};

/// A plain pointer: a destructor that runs at exit, without an unload, would call a libpurple that is gone.
Core* core = nullptr;

/// Runs what libpurple calls; nothing thrown leaves it. FALSE then.
template <class Work>
gboolean guarded(Work work) noexcept {
  try {
    work();
    return TRUE;
  } catch (...) {
    purple_debug_error("loftgate", "Loftgate could not do what it was asked to.\n");
    return FALSE;
  }
}

void plug(WarningView* view, ViewSwitch::Claims claims) {
  if (core) core->views.plug(view, claims);
}

void unplug(WarningView* view) {
  if (!core) return;
  core->gate.view_gone(*view);
  core->views.unplug(view);
  core->adapter.give_back_kept();
}

/// Other plugins may have taken functions of this module for a protocol's own, and call them whenever they like.
void stay_in_memory(PurplePlugin* plugin) { g_module_make_resident(static_cast<GModule*>(plugin->handle)); }

std::optional<Message> read_draft(PurpleConversation* conversation, const char* markup) {
  return core->commands.read_draft(conversation, markup);
}

void load_core(PurplePlugin* plugin) {
  stay_in_memory(plugin);
  core = new Core(plugin);
  ViewSocket& socket = core->socket;
  socket.door = &core->gate;
  socket.describe = describe;
  socket.read_draft = read_draft;
  socket.find = find_conversation;
  socket.outbox = &core->outbox;
  socket.plug = plug;
  socket.unplug = unplug;
  plugin->info->extra_info = &socket;
}

gboolean load(PurplePlugin* plugin) {
  return guarded([plugin] { load_core(plugin); });
}

gboolean unload(PurplePlugin* plugin) {
  plugin->info->extra_info = nullptr;
  guarded([] {
    core->hooks.give_everything_back();
    core->adapter.give_everything_back(core->left_holds.program_ends());
  });
  delete std::exchange(core, nullptr);
  return TRUE;
}

void pause(PurplePluginAction*) {
  if (core) core->settings.paused_until_us = core->clock.now().us + pause_us;
}

void resume(PurplePluginAction*) {
  if (core) core->settings.paused_until_us.reset();
}

GList* actions(PurplePlugin*, gpointer) {
  GList* list = g_list_append(nullptr, purple_plugin_action_new(tr("Pause asking for 1 hour"), pause));
  return g_list_append(list, purple_plugin_action_new(tr("Ask again"), resume));
}

PurplePluginPrefFrame* settings_frame(PurplePlugin*) {
  PurplePluginPrefFrame* frame = nullptr;
  guarded([&frame] { frame = preferences_frame(); });
  return frame;
}

PurplePluginUiInfo settings_page = {settings_frame, 0, nullptr, nullptr, nullptr, nullptr, nullptr};

/// libpurple's structures want writable text.
char* text(const char* constant) { return const_cast<char*>(constant); }

PurplePluginInfo info = {
    PURPLE_PLUGIN_MAGIC, PURPLE_MAJOR_VERSION, PURPLE_MINOR_VERSION, PURPLE_PLUGIN_STANDARD,
    nullptr, 0, nullptr, PURPLE_PRIORITY_DEFAULT,
    text("core-loftgate"), text("Loftgate"), text(LOFTGATE_VERSION), nullptr, nullptr,
    text("The Loftgate authors"), nullptr,
    load, unload, nullptr, nullptr, nullptr, &settings_page, actions,
    nullptr, nullptr, nullptr, nullptr};

gboolean load_itself(gpointer) {
  PurplePlugin* plugin = purple_plugins_find_with_id("core-loftgate");
  if (plugin && !purple_plugin_is_loaded(plugin)) purple_plugin_load(plugin);
  return FALSE;
}

/// Runs when the module is looked at, loaded or not: nothing but words. BitlBee offers no way to load a plugin; there
/// an installed one is a wanted one.
void init(PurplePlugin*) {
  if (BitlbeeView::is_wanted()) purple_timeout_add(0, load_itself, nullptr);
  info.summary = text(tr("Shows who reads a message, and asks before details leave."));
  info.description = text(tr("Reads what you are about to send on this machine, tells what its receiver says about "
                             "training AI on it, and lets you mask details, go back or send as written. Keeps a local "
                             "log of what you chose, never of what you wrote."));
}

}  // namespace
}  // namespace loftgate

extern "C" {
PURPLE_INIT_PLUGIN(loftgate, loftgate::init, loftgate::info)
}
