// SPDX-License-Identifier: GPL-2.0-or-later
// The two ways to tell what is known about a service: for people and for programs.
#pragma once

#include "common/log/canonical_json.h"
#include "common/policy/provider.h"

namespace loftgate::cli {

/// Prints what a service says, section by section, with sources.
void print_facts(const Provider& provider);

/// The whole record as JSON; dates as they stand in the record, unknown ones null.
Json provider_json(const Provider& provider);

}  // namespace loftgate::cli
