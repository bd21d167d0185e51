// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tag.h"

#include <glib.h>

#include <algorithm>
#include <iterator>

#include "common/text/packed_name.h"

namespace loftgate {
namespace {

struct TagName {
  constexpr TagName(std::string_view name, bool breaks = false) : key(packed_name(name)), breaks_line(breaks) {}

  std::uint64_t key;
  bool breaks_line;
};

/// What libpurple, its protocols and GtkIMHtml take for a tag, and what pasted pages bring along. Other names are text:
/// libpurple sends `<name@example.org>` to IRC as it stands. Sorted.
constexpr TagName tag_names[] = {
    {"a"}, {"abbr"}, {"acronym"}, {"b"}, {"big"}, {"body"}, {"bold"}, {"br", true}, {"center"}, {"cite"},
    {"code"}, {"div", true}, {"em"}, {"font"}, {"h1", true}, {"h2", true}, {"h3", true}, {"h4", true},
    {"h5", true}, {"h6", true}, {"head"}, {"hr", true}, {"html"}, {"i"}, {"img"}, {"italic"}, {"li", true},
    {"ol"}, {"p", true}, {"pre"}, {"q"}, {"s"}, {"small"}, {"span"}, {"strike"}, {"strong"}, {"sub"}, {"sup"},
    {"table"}, {"tbody"}, {"td"}, {"th"}, {"tr", true}, {"tt"}, {"u"}, {"ul"},
};
static_assert(std::is_sorted(std::begin(tag_names), std::end(tag_names),
                             [](const TagName& a, const TagName& b) { return a.key < b.key; }));

/// Too long to be packed like the others.
constexpr std::string_view block_quote = "blockquote";
constexpr TagName block_quote_tag("", true);

constexpr std::uint64_t attributes_sent_unseen[] = {packed_name("alt"), packed_name("href"), packed_name("src"),
                                                    packed_name("title")};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_quote(char c) { return c == '"' || c == '\''; }
bool ends_attribute_name(char c) { return is_blank(c) || is_quote(c) || c == '/' || c == '='; }

const TagName* known_tag(std::string_view written) {
  if (written.size() > 8) {
    const bool same = written.size() == block_quote.size() &&
                      g_ascii_strncasecmp(written.data(), block_quote.data(), block_quote.size()) == 0;
    return same ? &block_quote_tag : nullptr;
  }
  const std::uint64_t key = packed_name(written);
  const auto* found = std::lower_bound(std::begin(tag_names), std::end(tag_names), key,
                                       [](const TagName& known, std::uint64_t wanted) { return known.key < wanted; });
  return found != std::end(tag_names) && found->key == key ? found : nullptr;
}

bool is_sent_unseen(std::string_view attribute) {
  const std::uint64_t key = packed_name(attribute);
  return std::find(std::begin(attributes_sent_unseen), std::end(attributes_sent_unseen), key) !=
         std::end(attributes_sent_unseen);
}

/// Walks the attributes of one tag. Quotes pair up exactly as in TagReader::end_of_tag, whatever stands around them.
class AttributeReader {
 public:
  explicit AttributeReader(std::string_view markup, std::uint32_t begin, std::uint32_t end)
      : markup_(markup), at_(begin), end_(end) {}

  std::vector<Span> values() {
    std::vector<Span> found;
    while (at_ < end_) {
      if (is_quote(markup_[at_])) {
        quoted();
      } else if (ends_attribute_name(markup_[at_])) {
        ++at_;
      } else {
        const std::uint32_t begin = at_;
        skip([](char c) { return !ends_attribute_name(c); });
        const std::string_view name = markup_.substr(begin, at_ - begin);
        if (const auto value = value_behind_name(); value && is_sent_unseen(name)) found.push_back(*value);
      }
    }
    return found;
  }

 private:
  template <class Test>
  void skip(Test test) {
    while (at_ < end_ && test(markup_[at_])) ++at_;
  }

  Span quoted() {
    const char quote = markup_[at_];
    const std::uint32_t begin = ++at_;
    skip([quote](char c) { return c != quote; });
    return {begin, at_++};
  }

  std::optional<Span> value_behind_name() {
    skip(is_blank);
    if (at_ == end_ || markup_[at_] != '=') return std::nullopt;
    const std::uint32_t behind_equals = ++at_;
    skip(is_blank);
    if (at_ == end_) return Span{behind_equals, behind_equals};
    if (is_quote(markup_[at_])) return quoted();
    const std::uint32_t begin = at_;
    skip([](char c) { return !is_blank(c) && !is_quote(c); });
    return Span{begin, at_};
  }

  std::string_view markup_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace

std::optional<Tag> TagReader::comment_at(std::uint32_t begin) {
  if (!comment_ends_ahead_) return std::nullopt;
  const std::size_t end = markup_.find("-->", begin + 4);
  comment_ends_ahead_ = end != std::string_view::npos;
  if (!comment_ends_ahead_) return std::nullopt;
  Tag comment;
  comment.end = static_cast<std::uint32_t>(end + 3);
  return comment;
}

// A search starts at every `<` and ends at the next `<` or `>` outside quotes. Inside a tag there are three states: no
// quote, `"`, `'`. A quote swaps two of them, so two searches that pass the same byte are never in the same state:
// at most three searches read any byte, and unclosed tags and quotes cost linear time without looking ahead.
std::optional<std::uint32_t> TagReader::end_of_tag(std::uint32_t at) const {
  char quote = 0;
  for (; at < markup_.size(); ++at) {
    const char c = markup_[at];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (is_quote(c)) {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    } else if (c == '<') {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<Tag> TagReader::tag_at(std::uint32_t begin) {
  if (markup_.substr(begin, 4) == "<!--") return comment_at(begin);
  std::uint32_t at = begin + 1;
  const bool closing = at < markup_.size() && markup_[at] == '/';
  if (closing) ++at;
  const std::uint32_t name_begin = at;
  while (at < markup_.size() && at - name_begin <= block_quote.size() && g_ascii_isalnum(markup_[at])) ++at;
  const TagName* name = known_tag(markup_.substr(name_begin, at - name_begin));
  if (!name || at == markup_.size()) return std::nullopt;
  if (const char c = markup_[at]; c != '>' && c != '/' && !is_blank(c)) return std::nullopt;
  const auto end = end_of_tag(at);
  if (!end) return std::nullopt;
  return Tag{*end, at, name->breaks_line, !closing && *end > at + 1};
}

std::vector<Span> sent_unseen(std::string_view markup, const Tag& tag) {
  if (!tag.has_attributes) return {};
  return AttributeReader(markup, tag.name_end, tag.end - 1).values();
}

}  // namespace loftgate
