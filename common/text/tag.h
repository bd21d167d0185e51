// SPDX-License-Identifier: GPL-2.0-or-later
// Tells tags from text that only looks like them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// One tag or comment.
struct Tag {
  std::uint32_t end = 0;          ///< just behind its `>`
  std::uint32_t name_end = 0;     ///< where attributes may begin
  bool breaks_line = false;
  bool has_attributes = false;    ///< an opening tag with something behind its name
};

/// Finds the tags of one text. Asked for every `<` from front to back, it reads each byte a bounded number of times.
class TagReader {
 public:
  explicit TagReader(std::string_view markup) : markup_(markup) {}

  /// The tag that begins at `begin`, where a `<` stands. Nothing when this is text: a name that no message uses, no
  /// `>` outside quotes, or another `<` outside quotes before it.
  std::optional<Tag> tag_at(std::uint32_t begin);

 private:
  std::optional<Tag> comment_at(std::uint32_t begin);
  std::optional<std::uint32_t> end_of_tag(std::uint32_t at) const;

  std::string_view markup_;
  bool comment_ends_ahead_ = true;
};

/// Where the values of href, src, alt and title stand in a tag, in order: the bytes between the quotes, or those up
/// to a blank when there are none. `tag` must come from the same markup.
std::vector<Span> sent_unseen(std::string_view markup, const Tag& tag);

}  // namespace loftgate
