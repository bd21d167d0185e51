// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one HTML entity, so that text hidden behind `&#54;` is read as the other side reads it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loftgate {

/// One entity of libpurple's markup.
struct Entity {
  std::array<char, 4> bytes{};    ///< what it stands for, UTF-8
  std::uint8_t length = 0;        ///< how many of `bytes`
  std::uint32_t markup_size = 0;  ///< from `&` to `;`, in bytes

  std::string_view text() const { return {bytes.data(), length}; }
};

/// The entity at the front of `markup`, which begins with `&`. Known are the eight names libpurple knows, in any case,
/// and numbers of Unicode characters; the semicolon is needed. Everything else is no entity (checked against
/// purple_unescape_html of libpurple 2.14.12; numbers that are no character stay text here).
std::optional<Entity> entity_at(std::string_view markup);

}  // namespace loftgate
