// SPDX-License-Identifier: GPL-2.0-or-later
// Windows in which libpurple asks something, written down and answered by a test.
#pragma once

#include <string>
#include <vector>

namespace loftgate {

/// From here on libpurple's questions come here. They stay until they are answered or closed.
void play_requests();

/// What the newest open window says, "" when none is open.
std::string open_request();
/// Labels of its buttons, in order.
std::vector<std::string> request_buttons();
/// The button that Enter alone would press, -1 for none.
int request_default();
/// Presses a button of the newest open window; `typed` is what stands in its field. False: there is no such button.
bool press_in_request(const std::string& button, const std::string& typed = "");
/// Closes the newest open window as a window manager does: nobody is told.
void close_request_window();

}  // namespace loftgate
