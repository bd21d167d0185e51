// SPDX-License-Identifier: GPL-2.0-or-later
// Sentences about whom a message reaches: by which sign an AI was recognised, who else is in a room, where it leads.
#pragma once

#include <string>
#include <vector>

#include "common/engine/warning.h"
#include "common/policy/policy_book.h"

namespace loftgate {

/// Why the reader counts as an AI, "" when it does not.
std::string sign_sentence(const Audience& audience);

/// How to say that the reader is none, "" where that cannot be wrong.
std::string correction_sentence(const Audience& audience);

/// Which automated members a room has and what they are known to read, "" when it has none.
std::string bots_sentence(const Audience& audience);

/// Lines for Why?: the sign, the room's bots, who gets in, where a bridge leads.
void add_peer_lines(std::vector<WhyLine>& lines, const Audience& audience);

}  // namespace loftgate
