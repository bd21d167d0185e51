// SPDX-License-Identifier: GPL-2.0-or-later
// What the property tests and the fuzzer of the markup reader share: the rules that hold for every input.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/mask.h"

namespace loftgate::test {

/// Checks that the map covers the text without holes, inside the markup. Gives back what is wrong, or nothing.
inline std::string map_fault(std::string_view markup, const PlainText& read) {
  if (read.map.empty() || read.map.back().plain != read.text.size()) return "no sentinel at the end of the text";
  if (read.body_size > read.text.size()) return "the body is longer than the text";
  if (read.map.front().plain != 0) return "the map does not begin with the text";
  for (std::size_t i = 0; i + 1 < read.map.size(); ++i) {
    const PlainText::Stretch& stretch = read.map[i];
    const std::uint32_t next = read.map[i + 1].plain;
    if (next < stretch.plain || (next == stretch.plain && next != 0)) return "a stretch is empty or out of order";
    const std::size_t size = stretch.is_literal() ? next - stretch.plain : stretch.markup_size;
    if (stretch.markup + size > markup.size()) return "a stretch points behind the markup";
    const std::string_view text = std::string_view(read.text).substr(stretch.plain, size);
    if (stretch.is_literal() && markup.substr(stretch.markup, size) != text) {
      return "a literal stretch is not literal";
    }
    if (stretch.is_separator() && read.text[stretch.plain] != value_separator) return "a separator is missing";
  }
  return "";
}

/// Random parts to replace: each inside the body or inside one attribute value, none cutting an entity in two.
template <class Random>
std::vector<Replacement> random_parts(const PlainText& read, Random& random) {
  static constexpr const char* texts[] = {"", "[phone]", "\"<&>'", "6", "amp;", "b>", "é x"};
  std::vector<Replacement> parts;
  if (read.text.empty()) return parts;
  for (unsigned count = random() % 5; count > 0; --count) {
    const auto pick = static_cast<std::uint32_t>(random() % read.text.size());
    const auto length = static_cast<std::uint32_t>(1 + random() % 12);
    Span span{pick, pick};
    for (std::size_t i = 0; i + 1 < read.map.size(); ++i) {
      const auto& stretch = read.map[i];
      const std::uint32_t next = read.map[i + 1].plain;
      if (next <= pick) continue;
      if (stretch.is_separator() || (stretch.plain >= read.body_size && pick < read.body_size)) break;
      if (span.size() >= length) break;
      if (!stretch.is_literal() && span.size() == 0) span.begin = stretch.plain;
      span.end = stretch.is_literal() ? std::min(next, pick + length) : next;
    }
    parts.push_back({span, texts[random() % std::size(texts)]});
  }
  return parts;
}

/// Checks that masking the markup and masking its text come to the same. Gives back what is wrong, or nothing.
inline std::string mask_fault(std::string_view markup, const PlainText& read, const std::vector<Replacement>& parts) {
  const std::string masked = mask_markup(markup, read, parts);
  const PlainText again = read_markup(masked);
  if (again.text != mask_plain(read.text, parts)) return "masked markup reads differently than masked text";
  return map_fault(masked, again);
}

}  // namespace loftgate::test
