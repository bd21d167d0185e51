// SPDX-License-Identifier: GPL-2.0-or-later
// How random a value is: what keys and tokens have and words, placeholders and samples have not.
#pragma once

#include <cstddef>
#include <string_view>

namespace loftgate {

/// Shannon entropy in bits per byte.
double entropy(std::string_view text);

/// The most times that one byte stands in a row.
std::size_t longest_same_run(std::string_view text);

/// The longest run in which every sign follows the one before: "1234567890abc" has 13.
std::size_t longest_rising_run(std::string_view text);

/// False for what somebody made up: words, "xxxxxxxx", "1234567890abcdef", values that say "example".
bool looks_random(std::string_view value);

/// Letters, digits and cases alternate. Names in programs stay with one kind for long: Ed25519PrivateKey.
bool is_mixed(std::string_view value);

}  // namespace loftgate
