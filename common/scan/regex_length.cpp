// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/regex_length.h"

#include <algorithm>

namespace loftgate {
namespace {

constexpr std::size_t too_long = longest_match + 1;

/// Bytes of the longest character of a class.
std::size_t bytes_of(const CharClass& characters) {
  if (characters.empty()) return 0;
  const char32_t last = characters.ranges().back().last;
  return last < 0x80 ? 1 : last < 0x800 ? 2 : last < 0x10000 ? 3 : 4;
}

}  // namespace

RegexLength length_of(const RegexNode& node) {
  switch (node.kind) {
    case RegexNode::Kind::characters: return {1, bytes_of(node.characters)};
    case RegexNode::Kind::repeat: {
      const RegexLength one = length_of(node.children.front());
      return {one.least * static_cast<std::size_t>(node.least),
              std::min(too_long, one.most * static_cast<std::size_t>(node.most))};
    }
    case RegexNode::Kind::choice: {
      RegexLength all{too_long, 0};
      for (const RegexNode& child : node.children) {
        const RegexLength one = length_of(child);
        all = {std::min(all.least, one.least), std::max(all.most, one.most)};
      }
      return all;
    }
    case RegexNode::Kind::sequence: break;
  }
  RegexLength all;
  for (const RegexNode& child : node.children) {
    const RegexLength one = length_of(child);
    all = {all.least + one.least, std::min(too_long, all.most + one.most)};
  }
  return all;
}

}  // namespace loftgate
