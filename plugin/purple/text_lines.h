// SPDX-License-Identifier: GPL-2.0-or-later
// Words a question as lines of a conversation that name the commands answering it. Values in, value out.
#pragma once

#include <string>
#include <vector>

#include "common/engine/warning.h"

namespace loftgate {

/// Plain text, to be shown one below the other.
using Lines = std::vector<std::string>;

/// The whole question: who reads it, what was found, what would be sent, and the commands.
Lines question_lines(const Warning& warning);

/// Why the last answer did nothing, and the commands once more. `unrecorded`: what failed was the record.
Lines trouble_lines(const Warning& warning);

/// What Why? shows.
Lines why_lines_of(const std::vector<WhyLine>& why);

/// Confirms a mark.
Lines mark_lines(const std::string& name, Mark mark);

/// All commands in one line each.
Lines usage_lines();

}  // namespace loftgate
