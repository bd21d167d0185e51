// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/played_requests.h"

#include <purple.h>

#include <algorithm>
#include <cstdarg>
#include <memory>
#include <utility>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

struct Window {
  PurpleRequestType type = PURPLE_REQUEST_ACTION;
  std::string text;
  std::vector<std::pair<std::string, GCallback>> buttons;
  void* user_data = nullptr;
  int chosen = 0;   ///< by Enter alone
};

std::vector<std::unique_ptr<Window>> windows;

void* open_window(Window window) {
  windows.push_back(std::make_unique<Window>(std::move(window)));
  return windows.back().get();
}

void* request_action(const char*, const char* primary, const char* secondary, int chosen, PurpleAccount*, const char*,
                     PurpleConversation*, void* user_data, size_t count, va_list actions) {
  Window window{PURPLE_REQUEST_ACTION, copy(primary) + "\n" + copy(secondary), {}, user_data, chosen};
  for (size_t at = 0; at < count; ++at) {
    const char* label = va_arg(actions, char*);
    window.buttons.emplace_back(copy(label), va_arg(actions, GCallback));
  }
  return open_window(std::move(window));
}

void* request_input(const char*, const char* primary, const char* secondary, const char*, gboolean, gboolean, gchar*,
                    const char* ok, GCallback ok_call, const char* cancel, GCallback cancel_call, PurpleAccount*,
                    const char*, PurpleConversation*, void* user_data) {
  return open_window({PURPLE_REQUEST_INPUT, copy(primary) + "\n" + copy(secondary),
                      {{copy(ok), ok_call}, {copy(cancel), cancel_call}}, user_data, 0});
}

void close_request(PurpleRequestType, void* window) {
  std::erase_if(windows, [window](const auto& one) { return one.get() == window; });
}

}  // namespace

void play_requests() {
  static PurpleRequestUiOps requests{};
  requests.request_action = request_action;
  requests.request_input = request_input;
  requests.close_request = close_request;
  purple_request_set_ui_ops(&requests);
  windows.clear();
}

std::string open_request() { return windows.empty() ? "" : windows.back()->text; }

std::vector<std::string> request_buttons() {
  std::vector<std::string> labels;
  if (windows.empty()) return labels;
  for (const auto& [label, call] : windows.back()->buttons) labels.push_back(label);
  return labels;
}

int request_default() { return windows.empty() ? -1 : windows.back()->chosen; }

bool press_in_request(const std::string& button, const std::string& typed) {
  if (windows.empty()) return false;
  Window* window = windows.back().get();
  const auto& buttons = window->buttons;
  const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const auto& one) { return one.first == button; });
  if (found == buttons.end()) return false;
  // As Pidgin does: first the answer, then the window.
  if (window->type == PURPLE_REQUEST_INPUT)
    reinterpret_cast<PurpleRequestInputCb>(found->second)(window->user_data, typed.c_str());
  else
    reinterpret_cast<PurpleRequestActionCb>(found->second)(window->user_data, static_cast<int>(found - buttons.begin()));
  purple_request_close(window->type, window);
  return true;
}

void close_request_window() {
  if (!windows.empty()) purple_request_close(windows.back()->type, windows.back().get());
}

}  // namespace loftgate
