// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/mask.h"

#include <algorithm>
#include <utility>

namespace loftgate {
namespace {

using Stretch = PlainText::Stretch;

/// One change to the markup.
struct Edit {
  Span where;
  std::string text;
};

/// Sorted, inside the text, not empty and apart from each other.
std::vector<Replacement> tidy(std::vector<Replacement> parts, std::size_t text_size) {
  for (Replacement& part : parts) {
    part.span.end = static_cast<std::uint32_t>(std::min<std::size_t>(part.span.end, text_size));
  }
  std::erase_if(parts, [](const Replacement& part) { return part.span.begin >= part.span.end; });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  std::vector<Replacement> apart;
  for (Replacement& part : parts) {
    if (!apart.empty() && apart.back().span.overlaps(part.span)) {
      apart.back().span.end = std::max(apart.back().span.end, part.span.end);
    } else {
      apart.push_back(std::move(part));
    }
  }
  return apart;
}

/// Escapes for a value between quotes of either kind. A carriage return must stay one: raw, it would be dropped.
std::string to_attribute(std::string_view plain) {
  std::string value;
  for (const char c : plain) {
    switch (c) {
      case '&': value += "&amp;"; break;
      case '<': value += "&lt;"; break;
      case '>': value += "&gt;"; break;
      case '"': value += "&quot;"; break;
      case '\'': value += "&#39;"; break;
      case '\r': value += "&#13;"; break;
      default: value += c;
    }
  }
  return value;
}

/// Collects the changes that replace `parts`, stretch by stretch.
class MarkupMasker {
 public:
  MarkupMasker(std::string_view markup, const PlainText& read, std::vector<Replacement> parts)
      : markup_(markup), read_(read), parts_(std::move(parts)) {
    for (const Stretch& stretch : read_.map) {
      if (stretch.is_separator()) separators_.push_back(stretch.markup);
    }
  }

  std::string masked() {
    std::size_t at = 0;
    for (; at + 1 < read_.map.size() && read_.map[at].plain < read_.body_size; ++at) {
      if (read_.map[at].is_literal()) {
        mask_literal(read_.map[at], plain_of(at));
      } else {
        mask_whole(read_.map[at], plain_of(at));
      }
    }
    while (at + 1 < read_.map.size()) at = mask_value(at);
    return with_edits();
  }

 private:
  Span plain_of(std::size_t at) const { return {read_.map[at].plain, read_.map[at + 1].plain}; }

  /// The first part that does not end before `plain`.
  std::size_t next_part(std::uint32_t plain) {
    while (part_ < parts_.size() && parts_[part_].span.end <= plain) ++part_;
    return part_;
  }

  /// The text of a part, the first time it is asked for: in what follows behind a tag nothing is inserted again.
  std::string text_once(std::size_t part) { return std::exchange(parts_[part].text, {}); }

  void mask_literal(const Stretch& stretch, Span plain) {
    const auto in_markup = [&](std::uint32_t at) { return stretch.markup + (at - stretch.plain); };
    std::uint32_t at = plain.begin;
    while (at < plain.end) {
      const std::size_t part = next_part(at);
      std::uint32_t end = plain.end;
      if (part < parts_.size() && parts_[part].span.begin <= at) {
        end = std::min(end, parts_[part].span.end);
        edits_.push_back({{in_markup(at), in_markup(end)}, to_markup(text_once(part))});
      } else {
        if (part < parts_.size()) end = std::min(end, parts_[part].span.begin);
        escape_strays({in_markup(at), in_markup(end)});
      }
      at = end;
    }
  }

  /// A `<` or `&` that was text must stay text whatever now stands behind it.
  void escape_strays(Span kept) {
    for (std::uint32_t at = kept.begin; at < kept.end; ++at) {
      if (markup_[at] == '<') edits_.push_back({{at, at + 1}, "&lt;"});
      if (markup_[at] == '&') edits_.push_back({{at, at + 1}, "&amp;"});
    }
  }

  /// An entity or a line break: replaced whole when any byte of it is.
  void mask_whole(const Stretch& stretch, Span plain) {
    std::string text;
    bool replaced = false;
    for (std::size_t part = next_part(plain.begin); part < parts_.size() && parts_[part].span.overlaps(plain); ++part) {
      text += to_markup(text_once(part));
      replaced = true;
    }
    if (!replaced) return;
    const Span whole{stretch.markup, stretch.markup + stretch.markup_size};
    if (markup_[whole.begin] == '<' && holds_value(whole)) {
      edits_.push_back({{whole.begin, whole.begin}, std::move(text)});
      edits_.push_back({tag_name(whole), "span"});
    } else {
      edits_.push_back({whole, std::move(text)});
    }
  }

  bool holds_value(Span tag) const {
    const auto next = std::lower_bound(separators_.begin(), separators_.end(), tag.begin);
    return next != separators_.end() && *next < tag.end;
  }

  Span tag_name(Span tag) const {
    return {tag.begin + 1, static_cast<std::uint32_t>(markup_.find_first_of(" \t\n\r\f/>", tag.begin + 1))};
  }

  /// Masks the attribute value behind the separator `at` of the map; gives back the index behind it. A value that
  /// changes is written anew, with quotes if it had none.
  std::size_t mask_value(std::size_t at) {
    const Stretch& separator = read_.map[at];
    std::size_t end = at + 1;
    while (end + 1 < read_.map.size() && !read_.map[end].is_separator()) ++end;
    const Span plain{separator.plain + 1, read_.map[end].plain};
    std::vector<Replacement> parts;
    for (std::size_t part = next_part(plain.begin); part < parts_.size() && parts_[part].span.overlaps(plain); ++part) {
      const std::uint32_t begin = std::max(parts_[part].span.begin, plain.begin) - plain.begin;
      parts.push_back({{begin, std::min(parts_[part].span.end, plain.end) - plain.begin}, text_once(part)});
    }
    if (!parts.empty()) {
      const char before = markup_[separator.markup];
      const std::string_view quote = before == '"' || before == '\'' ? "" : "\"";
      const std::string_view value = std::string_view(read_.text).substr(plain.begin, plain.size());
      edits_.push_back({{separator.markup + 1, markup_end(end - 1)},
                        std::string(quote) + to_attribute(mask_plain(value, std::move(parts))) + std::string(quote)});
    }
    return end;
  }

  std::uint32_t markup_end(std::size_t at) const {
    const Stretch& stretch = read_.map[at];
    return stretch.markup + (stretch.is_literal() ? plain_of(at).size() : stretch.markup_size);
  }

  std::string with_edits() {
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& a, const Edit& b) { return a.where.begin < b.where.begin; });
    std::string masked;
    std::uint32_t at = 0;
    for (const Edit& edit : edits_) {
      masked.append(markup_, at, edit.where.begin - at).append(edit.text);
      at = edit.where.end;
    }
    return masked.append(markup_.substr(at));
  }

  std::string_view markup_;
  const PlainText& read_;
  std::vector<Replacement> parts_;
  std::vector<std::uint32_t> separators_;   ///< where attribute values begin in the markup, less one
  std::vector<Edit> edits_;
  std::size_t part_ = 0;
};

}  // namespace

std::string mask_markup(std::string_view markup, const PlainText& read, std::vector<Replacement> parts) {
  parts = tidy(std::move(parts), read.text.size());
  if (parts.empty()) return std::string(markup);
  return MarkupMasker(markup, read, std::move(parts)).masked();
}

std::string mask_plain(std::string_view text, std::vector<Replacement> parts) {
  std::string masked;
  std::size_t at = 0;
  for (const Replacement& part : tidy(std::move(parts), text.size())) {
    masked.append(text, at, part.span.begin - at).append(part.text);
    at = part.span.end;
  }
  return masked.append(text.substr(at));
}

}  // namespace loftgate
