// SPDX-License-Identifier: GPL-2.0-or-later
// What stands around digits, and makes them a piece of something else than a telephone number.
#pragma once

#include <cstddef>

#include "common/scan/checks.h"

namespace loftgate {

/// True if what stands before makes the candidate a piece of a longer number, version, time or slug.
bool goes_on_before(const Candidate& candidate);

/// The same for what stands behind.
bool goes_on_behind(const Candidate& candidate);

/// True if the number is one of a list that only blanks part: "3811 0751 4895 8861", "35 158 03624".
bool goes_on_a_list(const Candidate& candidate, std::size_t first_size);

/// True if two bytes in hexadecimal stand before, as in a dump: "00 30 da 03 46 28 08 06".
bool follows_a_dump(const Candidate& candidate);

/// True if nothing but blanks stands around the candidate.
bool is_whole_text(const Candidate& candidate);

}  // namespace loftgate
