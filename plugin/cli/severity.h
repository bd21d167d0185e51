// SPDX-License-Identifier: GPL-2.0-or-later
// How the command line names the harm a detail can do.
#pragma once

#include <string>
#include <string_view>

#include "common/scan/finding.h"

namespace loftgate::cli {

/// In the language of the user.
std::string severity_word(Severity severity);

/// As records and JSON write it.
std::string_view severity_key(Severity severity);

}  // namespace loftgate::cli
