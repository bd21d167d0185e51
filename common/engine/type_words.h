// SPDX-License-Identifier: GPL-2.0-or-later
// The words for kinds of details and for badges, one table each, so that translators see them together.
#pragma once

#include <string>

#include "common/engine/warning.h"

namespace loftgate {

/// "Not a phone number": what the user says of a finding that is none.
std::string mistake_label(EntityType type);

std::string badge_word(Badge::Level level);

}  // namespace loftgate
