// SPDX-License-Identifier: GPL-2.0-or-later
// Names a state of a provider's facts, so that a remembered choice can tell whether they changed.
#pragma once

#include <string>

#include "common/policy/provider.h"

namespace loftgate {

/// "2026-11-23-1a2b3c4d5e6f": the day of review and the first 12 hex digits of SHA-256 over what matters to a choice:
/// training, retention, sharing and opting out, of all three practices. Wording and sources do not change the hash.
/// At most 32 bytes.
std::string policy_version(const Provider& provider);

}  // namespace loftgate
