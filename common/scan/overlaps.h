// SPDX-License-Identifier: GPL-2.0-or-later
// Decides between findings that claim the same text.
#pragma once

#include <vector>

#include "common/scan/finding.h"

namespace loftgate {

/// The findings that are left, ordered by where they begin, when a better one displaces those it overlaps. Better is
/// one that is sure enough to ask about, then, of two such, the one that can do more harm, then the surer one, the
/// longer one, the first.
std::vector<Finding> without_overlaps(std::vector<Finding> findings);

}  // namespace loftgate
