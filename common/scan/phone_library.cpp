// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phone_library.h"

#include <dlfcn.h>
#include <glib.h>

#include <atomic>
#include <mutex>
#include <utility>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

constexpr const char* folder_beside = "loftgate-libs";   // no client looks for plugins inside it

constinit thread_local int questions_left = PhoneQuestions::most;

/// The one module of this process. Once open it stays: what it loads cannot be taken out again.
struct Module {
  std::mutex mutex;
  std::vector<std::string> paths;
  std::atomic<bool> wanted{false};                          // somewhere to look, and not looked there yet
  std::atomic<loftgate_phone_judge_type*> judge{nullptr};
};

Module& module() {
  static Module one;
  return one;
}

loftgate_phone_judge_type* open_first(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    // Not a plain name: dlopen would search the system's folders for it.
    if (!g_path_is_absolute(path.c_str())) continue;
    void* handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!handle) continue;
    if (void* found = dlsym(handle, LOFTGATE_PHONE_JUDGE)) return reinterpret_cast<loftgate_phone_judge_type*>(found);
  }
  return nullptr;
}

loftgate_phone_judge_type* judge_of_module() {
  Module& one = module();
  if (one.wanted) {
    const std::lock_guard lock(one.mutex);
    if (one.wanted) {
      one.judge = open_first(one.paths);
      one.wanted = false;
    }
  }
  return one.judge;
}

std::string folder_of(const std::string& path) { return take(g_path_get_dirname(path.c_str())); }

/// "" if the system does not tell.
std::string program_folder() {
  const std::string program = take(g_file_read_link("/proc/self/exe", nullptr));
  return program.empty() ? program : folder_of(program);
}

}  // namespace

PhoneQuestions::PhoneQuestions() { questions_left = most; }
PhoneQuestions::~PhoneQuestions() { questions_left = most; }
bool PhoneQuestions::take() { return questions_left > 0 && questions_left-- > 0; }

std::vector<std::string> phone_module_places(const std::string& user_folder) {
  const auto in = [](const std::string& folder) { return folder + "/" + folder_beside + "/" + LOFTGATE_PHONE_MODULE; };
  std::vector<std::string> places;
  Dl_info here{};
  if (dladdr(reinterpret_cast<void*>(&look_for_phone_module), &here) != 0 && here.dli_fname) {
    places.push_back(in(folder_of(here.dli_fname)));
  }
  if (const std::string program = program_folder(); !program.empty()) {
    places.push_back(in(program));
    places.push_back(in(program + "/../" LOFTGATE_PLUGIN_DIR));
  }
  if (!user_folder.empty()) places.push_back(in(user_folder + "/../plugins"));
  return places;
}

void look_for_phone_module(std::vector<std::string> paths) {
  Module& one = module();
  const std::lock_guard lock(one.mutex);
  one.paths = std::move(paths);
  one.judge = nullptr;
  one.wanted = !one.paths.empty();
}

std::optional<int> ask_phone_module(std::string_view number, const char* region) {
  Module& one = module();
  if (!one.wanted && !one.judge) return std::nullopt;
  if (!PhoneQuestions::take()) return std::nullopt;
  loftgate_phone_judge_type* judge = judge_of_module();
  if (!judge) return std::nullopt;
  return judge(number.data(), number.size(), region);
}

}  // namespace loftgate
