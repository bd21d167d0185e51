// SPDX-License-Identifier: GPL-2.0-or-later
// Patterns over names and ids that a person can read and that can never be slow.
#pragma once

#include <cstddef>
#include <string_view>

namespace loftgate {

/// Whether the whole of `text` has the form of `pattern`, ASCII letters in either case. `*` stands for any run of
/// bytes, `[0-9]` for one digit, everything else for itself.
bool glob_matches(std::string_view pattern, std::string_view text);

/// The size of the beginning of `text` that has the form of `pattern`; npos if it does not begin so. Here `*` stands
/// for letters, digits and `_`, as many as there are.
std::size_t glob_prefix(std::string_view pattern, std::string_view text);

/// How much of a pattern is fixed: its bytes without wildcards. One without wildcards is more exact than any other.
std::size_t glob_exactness(std::string_view pattern);

/// Whether two texts are the same but for the case of ASCII letters.
bool same_text(std::string_view a, std::string_view b);

}  // namespace loftgate
