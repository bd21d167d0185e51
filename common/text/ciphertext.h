// SPDX-License-Identifier: GPL-2.0-or-later
// Tells text that somebody has encrypted already: what looks like a detail in it is none.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// The stretches of `plain` that are ciphertext, in order: OTR messages ("?OTR:….") and blocks of PGP messages
/// with their first and last lines. Keys, private or public, are not ciphertext, nor is a block that holds
/// anything but its headers and base64. Linear in the size of `plain`.
std::vector<Span> ciphertext_in(std::string_view plain);

/// Whether one of `stretches` (from ciphertext_in) holds all of `span`.
bool is_within(Span span, const std::vector<Span>& stretches);

}  // namespace loftgate
