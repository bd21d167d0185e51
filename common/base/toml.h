// SPDX-License-Identifier: GPL-2.0-or-later
// The way to toml++: a record that is wrong must become an error with its line, never end the program.
#pragma once

#include "common/base/records.h"
#include "common/base/result.h"

// toml++ 3.3 asserts in parse_key() of impl/parser.inl that a table header begins with a key before it reports "[?" as
// an error. Its assertions follow NDEBUG, and turn into promises to the compiler under it, so both are taken away.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(condition) static_assert(true)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace loftgate {

/// Parses a record file, whatever its bytes. The error names file, line and remedy.
Result<toml::table> parse_toml(const RecordFile& file);

}  // namespace loftgate
