// SPDX-License-Identifier: GPL-2.0-or-later
// The user interface of a libpurple under test: nothing on a screen, everything written down.
#pragma once

#include <purple.h>

#include <cstddef>
#include <string>
#include <vector>

namespace loftgate {

/// One line that libpurple asked the client to show.
struct ShownLine {
  PurpleConversation* conversation = nullptr;
  std::string markup;
  PurpleMessageFlags flags{};
};

/// Starts libpurple with the null protocols, an empty buddy list and no accounts. Once a process.
void start_headless(const char* ui);

const std::vector<ShownLine>& shown_lines();
/// Notices libpurple asked the client to show in a window of their own, in order.
const std::vector<std::string>& shown_notices();
/// Forgets lines, notices, debug output and complaints.
void forget_what_was_shown();

/// Debug output of libpurple, messages of GLib.
const std::string& everything_printed();
/// Warnings and criticals of GLib, errors of libpurple's Loftgate category.
const std::string& complaints();

/// Timeouts that libpurple's event loop still has to serve and whose code is in the shared object of this path.
std::size_t timeouts_into(const std::string& module);

}  // namespace loftgate
