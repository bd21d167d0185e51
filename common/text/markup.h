// SPDX-License-Identifier: GPL-2.0-or-later
// Reads libpurple's message markup into plain text and keeps the way back, so that what a person reads can be
// found again, byte by byte, in what would be sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loftgate {

/// A half-open range of byte offsets.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

/// Plain text with a map back into the markup it was read from.
///
/// `text` is the body as a person reads it, then, each after one U+001E byte, every attribute value that is sent
/// along unseen (href, src, alt, title). `body_size` is where the body ends. Findings behind it are in attributes.
/// Bytes that are not UTF-8 are kept as they are: any input gives an answer.
class PlainText {
 public:
  std::string text;
  std::uint32_t body_size = 0;

  std::string_view body() const { return std::string_view(text).substr(0, body_size); }

  /// The smallest ranges of markup whose text is exactly `plain`, in order: one per stretch between tags.
  /// Tags between them are not part of any range. Whole entities are.
  std::vector<Span> in_markup(Span plain) const;

  /// One stretch of the map. Stretches are ordered by `plain`; each reaches to the next one's `plain`.
  struct Stretch {
    std::uint32_t plain = 0;         ///< where it begins in `text`
    std::uint32_t markup = 0;        ///< where its first byte stands in the markup
    std::uint32_t markup_size = 0;   ///< 0: as many bytes as in `text`, one to one; else the size of an entity or tag
  };
  std::vector<Stretch> map;          ///< ends with a sentinel at text.size()
};

/// Reads markup in one pass, in linear time, whatever the bytes. An unclosed tag is text; `<br>`, `</p>`, `<div>`
/// become line breaks; a carriage return is dropped; unknown entities are text; comments vanish.
PlainText read_markup(std::string_view markup);

/// Text that is no markup (command line, files): the map is the identity.
PlainText read_plain(std::string_view text);

/// Escapes `& < > "` and turns line breaks into `<br>`, so that plain text can stand in markup.
std::string to_markup(std::string_view plain);

}  // namespace loftgate
