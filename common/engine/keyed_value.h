// SPDX-License-Identifier: GPL-2.0-or-later
// How a value is remembered without being kept.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "common/log/chain.h"
#include "common/scan/finding.h"

namespace loftgate {

/// HMAC-SHA-256 (RFC 2104) of a kind, a value and whatever else tells it apart, in hexadecimal. Spaces, dots, dashes,
/// slashes and brackets in `value` do not matter, nor does the case of ASCII letters.
std::string keyed_value(const Digest& key, EntityType type, std::string_view value,
                        std::initializer_list<std::string_view> more = {});

}  // namespace loftgate
