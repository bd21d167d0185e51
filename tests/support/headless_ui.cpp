// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/headless_ui.h"

#include <dlfcn.h>
#include <gio/gio.h>

#include <algorithm>
#include <map>

// g++ says it with a macro, clang++ with a feature.
#if defined(__SANITIZE_ADDRESS__)
#define LOFTGATE_FINDS_LEAKS
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOFTGATE_FINDS_LEAKS
#endif
#endif
#ifdef LOFTGATE_FINDS_LEAKS
#include <sanitizer/lsan_interface.h>
#endif

#include "common/base/glib_ptr.h"
#include "tests/support/null_protocol.h"

namespace loftgate {
namespace {

std::vector<ShownLine> lines;
std::vector<std::string> notices;
std::string printed;
std::string complained;
std::map<guint, GSourceFunc> timeouts;

/// A timeout as libpurple asked for it.
struct Call {
  GSourceFunc function;
  gpointer data;
};

/// Calls through, and forgets the timeout when it ends by itself.
gboolean run(gpointer data) {
  const Call call = *static_cast<Call*>(data);
  const guint id = g_source_get_id(g_main_current_source());
  if (call.function(call.data)) return TRUE;
  timeouts.erase(id);
  return FALSE;
}

void free_call(gpointer data) { delete static_cast<Call*>(data); }

guint timeout_add(guint interval, GSourceFunc function, gpointer data) {
  const guint id = g_timeout_add_full(G_PRIORITY_DEFAULT, interval, run, new Call{function, data}, free_call);
  timeouts.emplace(id, function);
  return id;
}

guint timeout_add_seconds(guint interval, GSourceFunc function, gpointer data) {
  return timeout_add(interval * 1000, function, data);
}

gboolean remove(guint id) {
  timeouts.erase(id);
  return g_source_remove(id);
}

/// The null protocols have no sockets.
guint input_add(int, PurpleInputCondition, PurpleInputFunction, gpointer) { return 0; }

void print(PurpleDebugLevel level, const char* category, const char* text) {
  printed += copy(category) + ": " + copy(text);
  if (level >= PURPLE_DEBUG_ERROR && copy(category) == "loftgate") complained += copy(text);
}

gboolean is_enabled(PurpleDebugLevel, const char*) { return TRUE; }

void glib_log(const char* domain, GLogLevelFlags level, const char* text, gpointer) {
  printed += copy(domain) + ": " + copy(text) + "\n";
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    complained += copy(domain) + ": " + copy(text) + "\n";
}

void* notify(PurpleNotifyMsgType, const char*, const char* primary, const char* secondary) {
  notices.push_back(copy(primary) + ' ' + copy(secondary));
  return &notices;
}

void close_notice(PurpleNotifyType, void*) {}

void write_conversation(PurpleConversation* conversation, const char*, const char*, const char* message,
                        PurpleMessageFlags flags, time_t) {
  lines.push_back({conversation, copy(message), flags});
}

/// libpurple opens and closes every installed plugin when it starts; what these leave allocated is not ours to find.
void init_core(const char* ui) {
#ifdef LOFTGATE_FINDS_LEAKS
  const __lsan::ScopedDisabler not_ours;
#endif
  purple_core_init(ui);
  // GIO reads its tables of kinds of files once, and keeps them.
  g_free(g_content_type_guess("x", nullptr, 0, nullptr));
  // Without a user at a keyboard libpurple would think itself idle for ever, and change statuses by itself.
  purple_prefs_set_bool("/purple/away/away_when_idle", FALSE);
  // Its history on disk is not looked at here, and it leaks a name with every picture it writes there.
  for (const char* history : {"/purple/logging/log_ims", "/purple/logging/log_chats", "/purple/logging/log_system"})
    purple_prefs_set_bool(history, FALSE);
}

}  // namespace

void start_headless(const char* ui) {
  static PurpleEventLoopUiOps loop{};
  loop.timeout_add = timeout_add;
  loop.timeout_remove = remove;
  loop.input_add = input_add;
  loop.input_remove = remove;
  loop.timeout_add_seconds = timeout_add_seconds;
  purple_eventloop_set_ui_ops(&loop);
  static PurpleDebugUiOps debug{};
  debug.print = print;
  debug.is_enabled = is_enabled;
  purple_debug_set_ui_ops(&debug);
  g_log_set_default_handler(glib_log, nullptr);

  static PurpleCoreUiOps core{};
  core.ui_prefs_init = register_null_protocols;
  purple_core_set_ui_ops(&core);
  init_core(ui);
  register_null_signals();
  static PurpleConversationUiOps conversations{};
  conversations.write_conv = write_conversation;
  purple_conversations_set_ui_ops(&conversations);
  static PurpleNotifyUiOps notifications{};
  notifications.notify_message = notify;
  notifications.close_notify = close_notice;
  purple_notify_set_ui_ops(&notifications);
  purple_set_blist(purple_blist_new());
}

const std::vector<ShownLine>& shown_lines() { return lines; }

const std::vector<std::string>& shown_notices() { return notices; }

void forget_what_was_shown() {
  lines.clear();
  notices.clear();
  printed.clear();
  complained.clear();
}

const std::string& everything_printed() { return printed; }
const std::string& complaints() { return complained; }

std::size_t timeouts_into(const std::string& module) {
  return static_cast<std::size_t>(std::count_if(timeouts.begin(), timeouts.end(), [&](const auto& timeout) {
    Dl_info where{};
    return dladdr(reinterpret_cast<void*>(timeout.second), &where) != 0 && module == where.dli_fname;
  }));
}

}  // namespace loftgate
