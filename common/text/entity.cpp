// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/entity.h"

#include <glib.h>

#include <algorithm>

namespace loftgate {
namespace {

struct NamedEntity {
  std::string_view name;   ///< with its semicolon
  std::string_view text;
};

/// A no-break space is read as a space, as libpurple does: nobody sees the difference, and patterns would.
constexpr NamedEntity named_entities[] = {
    {"amp;", "&"}, {"lt;", "<"},    {"gt;", ">"},           {"quot;", "\""},
    {"nbsp;", " "}, {"apos;", "'"}, {"copy;", "\xc2\xa9"}, {"reg;", "\xc2\xae"},
};

constexpr std::uint32_t beyond_unicode = 0x110000;

Entity make_entity(std::string_view text, std::size_t markup_size) {
  Entity entity;
  std::copy(text.begin(), text.end(), entity.bytes.begin());
  entity.length = static_cast<std::uint8_t>(text.size());
  entity.markup_size = static_cast<std::uint32_t>(markup_size);
  return entity;
}

bool begins_with_name(std::string_view text, std::string_view name) {
  return text.size() >= name.size() && g_ascii_strncasecmp(text.data(), name.data(), name.size()) == 0;
}

std::optional<Entity> numeric_entity(std::string_view markup) {
  std::size_t at = 2;
  const bool hex = markup.size() > at && (markup[at] | 0x20) == 'x';
  if (hex) ++at;
  const std::size_t first_digit = at;
  std::uint32_t number = 0;
  for (; at < markup.size(); ++at) {
    const int digit = hex ? g_ascii_xdigit_value(markup[at]) : g_ascii_digit_value(markup[at]);
    if (digit < 0) break;
    number = std::min(number * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit), beyond_unicode);
  }
  if (at == first_digit || at == markup.size() || markup[at] != ';') return std::nullopt;
  if (number == 0 || !g_unichar_validate(number)) return std::nullopt;
  char utf8[6];
  const int length = g_unichar_to_utf8(number, utf8);
  return make_entity({utf8, static_cast<std::size_t>(length)}, at + 1);
}

}  // namespace

std::optional<Entity> entity_at(std::string_view markup) {
  if (markup.size() > 1 && markup[1] == '#') return numeric_entity(markup);
  const std::string_view behind = markup.substr(1);
  for (const NamedEntity& known : named_entities) {
    if (begins_with_name(behind, known.name)) return make_entity(known.text, known.name.size() + 1);
  }
  return std::nullopt;
}

}  // namespace loftgate
