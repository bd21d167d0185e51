// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the sections of a provider record that say what a service does with text.
#pragma once

#include <span>
#include <vector>

#include "common/policy/practice.h"
#include "common/policy/record_table.h"

namespace loftgate {

/// Reads the section of that name; a section that is not there means the service has no such audience.
Practice read_practice(RecordTable& record, std::string_view section);

/// Reads [opt_out].
OptOut read_opt_out(RecordTable& record);

/// Reads [[evidence]] of a section or record.
std::vector<Evidence> read_evidence(RecordTable& table);

std::span<const Word<Stance>> stance_words();
std::span<const Word<Basis>> basis_words();
std::span<const Word<Review>> review_words();
std::span<const Word<Encryption>> encryption_words();

}  // namespace loftgate
