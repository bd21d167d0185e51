// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the real `loftgate` with a home of its own, and keeps what it said.
#pragma once

#include <gio/gio.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/glib_ptr.h"
#include "tests/support/temp_folder.h"

namespace loftgate {

/// What one run left behind.
struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

/// A user with an empty home.
class CommandLine : public ::testing::Test {
 protected:
  /// Runs `loftgate` with these words and this standard input, in English.
  Outcome loftgate(std::vector<std::string> words, const std::string& input = "") const {
    using LauncherPtr = CPtr<GSubprocessLauncher, g_object_unref>;
    using ProcessPtr = CPtr<GSubprocess, g_object_unref>;
    const LauncherPtr launcher(g_subprocess_launcher_new(static_cast<GSubprocessFlags>(
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE)));
    // A file and no pipe: a program may end before it has read its input.
    g_subprocess_launcher_set_stdin_file_path(launcher.get(), put(input_.path() + "/input", input).c_str());
    g_subprocess_launcher_setenv(launcher.get(), "HOME", home_.path().c_str(), TRUE);
    g_subprocess_launcher_setenv(launcher.get(), "XDG_CONFIG_DIRS", (home_.path() + "/etc").c_str(), TRUE);
    g_subprocess_launcher_setenv(launcher.get(), "LC_ALL", "C.UTF-8", TRUE);
    g_subprocess_launcher_setenv(launcher.get(), "TZ", "UTC", TRUE);
    g_subprocess_launcher_unsetenv(launcher.get(), "LANGUAGE");
    std::vector<const char*> argv{LOFTGATE_CLI};
    for (const std::string& word : words) argv.push_back(word.c_str());
    argv.push_back(nullptr);
    const ProcessPtr process(g_subprocess_launcher_spawnv(launcher.get(), argv.data(), nullptr));
    if (!process) return {-1, "", "the program could not be started"};
    GBytes* out = nullptr;
    GBytes* err = nullptr;
    g_subprocess_communicate(process.get(), nullptr, nullptr, &out, &err, nullptr);
    const GBytesPtr out_owned(out);
    const GBytesPtr err_owned(err);
    const bool exited = g_subprocess_get_if_exited(process.get());
    return {exited ? g_subprocess_get_exit_status(process.get()) : -1, text_of(out), text_of(err)};
  }

  /// Writes a file into the home; gives back its path.
  std::string file(const std::string& name, const std::string& text) const {
    return put(home_.path() + "/" + name, text);
  }

  const std::string& home() const { return home_.path(); }

 private:
  static std::string put(const std::string& path, const std::string& text) {
    EXPECT_TRUE(g_file_set_contents(path.c_str(), text.data(), static_cast<gssize>(text.size()), nullptr)) << path;
    return path;
  }

  static std::string text_of(GBytes* bytes) {
    if (!bytes) return {};
    gsize size = 0;
    const auto* data = static_cast<const char*>(g_bytes_get_data(bytes, &size));
    return size > 0 ? std::string(data, size) : std::string();
  }

  TempFolder home_;
  TempFolder input_;
};

}  // namespace loftgate
