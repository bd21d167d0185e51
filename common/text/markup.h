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

  /// The smallest ranges of markup whose text is exactly `plain`, in order of `text`: one per stretch between tags.
  /// Tags between them are not part of any range, unless they are a line break of `plain`. Whole entities are.
  std::vector<Span> in_markup(Span plain) const;

  /// One stretch of the map. Stretches are ordered by `plain`; each reaches to the next one's `plain`.
  struct Stretch {
    std::uint32_t plain = 0;         ///< where it begins in `text`
    std::uint32_t markup = 0;        ///< where its first byte stands in the markup
    std::uint32_t markup_size = 0;   ///< 0: as many bytes as in `text`, one to one; else the size of an entity or tag

    bool is_literal() const { return markup_size == 0; }
    /// The U+001E before an attribute value. `markup` is then the byte before that value: its quote, if it has one.
    bool is_separator() const { return markup_size == 1; }
  };
  std::vector<Stretch> map;          ///< ends with a sentinel at text.size()
};

/// Stands before each attribute value in PlainText::text (U+001E, record separator).
inline constexpr char value_separator = '\x1e';

/// Reads markup in one pass, in linear time, whatever the bytes. Every `<br>`, `<p>`, `<div>` and other tag of a block
/// becomes a line break, as does `</p>`; a carriage return is dropped; comments vanish. Unclosed tags, tags of a name
/// that no message uses and unknown entities are text. Reads the first 4 GiB.
PlainText read_markup(std::string_view markup);

/// Text that is no markup (command line, files): the map is the identity.
PlainText read_plain(std::string_view text);

/// Escapes `& < > "` and turns line breaks into `<br>`, so that plain text can stand in markup.
std::string to_markup(std::string_view plain);

}  // namespace loftgate
