// SPDX-License-Identifier: GPL-2.0-or-later
// Where the user's own records and consent log are kept when nothing else is said.
#pragma once

#include <string>

namespace loftgate::cli {

/// `~/.purple/loftgate`: the folder of Loftgate in libpurple's default user directory.
std::string default_folder();

}  // namespace loftgate::cli
