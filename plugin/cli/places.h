// SPDX-License-Identifier: GPL-2.0-or-later
// Where the user's own records and consent log are kept when nothing else is said.
#pragma once

#include <string>
#include <vector>

namespace loftgate::cli {

/// `~/.purple/loftgate`: the folder of Loftgate in libpurple's default user directory.
std::string default_folder();

/// Where records besides the built-in ones stand: the user's, in `folder`, and the administrator's, which take their place.
std::vector<std::string> record_folders(const std::string& folder);

}  // namespace loftgate::cli
