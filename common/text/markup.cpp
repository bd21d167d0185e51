// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/markup.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/text/entity.h"
#include "common/text/tag.h"

namespace loftgate {
namespace {

using Stretch = PlainText::Stretch;

constexpr std::size_t size_limit = std::numeric_limits<std::uint32_t>::max();

/// Enough for a line with some formatting, so that reading it grows nothing.
constexpr std::size_t usual_stretches = 16;

bool is_special(char c) { return c == '<' || c == '&' || c == '\r'; }

/// Where the next byte stands that is not simply text, or `end`. Markup is mostly short runs, which a plain loop reads
/// best; what is longer is read in blocks that the compiler can vectorise.
std::uint32_t next_special(std::string_view markup, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t block = 32;
  for (const std::uint32_t near = end - at > block ? at + block : end; at < near; ++at) {
    if (is_special(markup[at])) return at;
  }
  for (; end - at >= block; at += block) {
    bool any = false;
    for (std::uint32_t i = 0; i < block; ++i) any |= is_special(markup[at + i]);
    if (any) break;
  }
  while (at < end && !is_special(markup[at])) ++at;
  return at;
}

/// One reading of one markup text.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view markup) : markup_(markup), tags_(markup) {}

  PlainText read() {
    plain_.text.reserve(markup_.size());
    plain_.map.reserve(usual_stretches);
    read_text({0, static_cast<std::uint32_t>(markup_.size())}, Where::body);
    plain_.body_size = size();
    for (const Span& value : values_) {
      plain_.map.push_back({size(), value.begin - 1, 1});
      plain_.text += value_separator;
      read_text(value, Where::attribute);
    }
    plain_.map.push_back({size(), static_cast<std::uint32_t>(markup_.size()), 0});
    return std::move(plain_);
  }

 private:
  enum class Where { body, attribute };

  std::uint32_t size() const { return static_cast<std::uint32_t>(plain_.text.size()); }

  void read_text(Span range, Where where) {
    std::uint32_t at = range.begin;
    while (at < range.end) {
      const std::uint32_t special = next_special(markup_, at, range.end);
      if (special > at) add_literal({at, special});
      if (special == range.end) return;
      at = read_special({special, range.end}, where);
    }
  }

  /// Reads what begins with a special byte; gives back where it ends.
  std::uint32_t read_special(Span range, Where where) {
    const std::uint32_t at = range.begin;
    const char c = markup_[at];
    if (c == '\r') return at + 1;
    if (c == '&') {
      if (const auto entity = entity_at(markup_.substr(at, range.size()))) {
        add_mapped(entity->text(), {at, at + entity->markup_size});
        return at + entity->markup_size;
      }
    } else if (where == Where::body) {
      if (const auto tag = tags_.tag_at(at)) {
        if (tag->breaks_line) add_mapped("\n", {at, tag->end});
        if (tag->has_attributes) {
          for (const Span& value : sent_unseen(markup_, *tag)) values_.push_back(value);
        }
        return tag->end;
      }
    }
    add_literal({at, at + 1});
    return at + 1;
  }

  void add_mapped(std::string_view text, Span from) {
    plain_.map.push_back({size(), from.begin, from.size()});
    plain_.text += text;
  }

  void add_literal(Span from) {
    if (!continues_literal(from.begin)) plain_.map.push_back({size(), from.begin, 0});
    plain_.text.append(markup_, from.begin, from.size());
  }

  bool continues_literal(std::uint32_t at) const {
    if (plain_.map.empty()) return false;
    const Stretch& last = plain_.map.back();
    return last.is_literal() && last.markup + (size() - last.plain) == at;
  }

  std::string_view markup_;
  TagReader tags_;
  PlainText plain_;
  std::vector<Span> values_;
};

}  // namespace

std::vector<Span> PlainText::in_markup(Span plain) const {
  std::vector<Span> ranges;
  if (map.size() < 2 || plain.begin >= plain.end) return ranges;
  auto stretch = std::upper_bound(map.begin(), map.end(), plain.begin,
                                  [](std::uint32_t at, const Stretch& s) { return at < s.plain; });
  if (stretch != map.begin()) --stretch;
  for (; stretch + 1 != map.end() && stretch->plain < plain.end; ++stretch) {
    if (stretch->is_separator()) continue;
    const std::uint32_t begin = std::max(plain.begin, stretch->plain) - stretch->plain;
    const std::uint32_t end = std::min(plain.end, (stretch + 1)->plain) - stretch->plain;
    const Span range = stretch->is_literal() ? Span{stretch->markup + begin, stretch->markup + end}
                                             : Span{stretch->markup, stretch->markup + stretch->markup_size};
    if (!ranges.empty() && ranges.back().end == range.begin) {
      ranges.back().end = range.end;
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

PlainText read_markup(std::string_view markup) {
  markup = markup.substr(0, size_limit);
  if (next_special(markup, 0, static_cast<std::uint32_t>(markup.size())) == markup.size()) return read_plain(markup);
  return MarkupReader(markup).read();
}

PlainText read_plain(std::string_view text) {
  PlainText plain;
  plain.text = text.substr(0, size_limit);
  plain.body_size = static_cast<std::uint32_t>(plain.text.size());
  plain.map = {{0, 0, 0}, {plain.body_size, plain.body_size, 0}};
  return plain;
}

std::string to_markup(std::string_view plain) {
  std::string markup;
  markup.reserve(plain.size() + plain.size() / 8);
  for (std::size_t at = 0; at < plain.size(); ++at) {
    switch (plain[at]) {
      case '&': markup += "&amp;"; break;
      case '<': markup += "&lt;"; break;
      case '>': markup += "&gt;"; break;
      case '"': markup += "&quot;"; break;
      case '\n': markup += "<br>"; break;
      case '\r':
        if (plain.substr(at + 1, 1) != "\n") markup += "<br>";
        break;
      default: markup += plain[at];
    }
  }
  return markup;
}

}  // namespace loftgate
