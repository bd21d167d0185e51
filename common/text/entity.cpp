// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/entity.h"

#include <glib.h>

#include <algorithm>

#include "common/text/packed_name.h"

namespace loftgate {
namespace {

struct NamedEntity {
  std::uint64_t name;
  std::string_view text;
};

/// A no-break space is read as a space, as libpurple does: nobody sees the difference, and patterns would.
constexpr NamedEntity named_entities[] = {
    {packed_name("amp"), "&"},  {packed_name("lt"), "<"},   {packed_name("gt"), ">"},
    {packed_name("quot"), "\""}, {packed_name("nbsp"), " "}, {packed_name("apos"), "'"},
    {packed_name("copy"), "\xc2\xa9"}, {packed_name("reg"), "\xc2\xae"},
};
constexpr std::size_t longest_name = 4;

constexpr std::uint32_t beyond_unicode = 0x110000;

Entity make_entity(std::string_view text, std::size_t markup_size) {
  Entity entity;
  std::copy(text.begin(), text.end(), entity.bytes.begin());
  entity.length = static_cast<std::uint8_t>(text.size());
  entity.markup_size = static_cast<std::uint32_t>(markup_size);
  return entity;
}

std::optional<Entity> named_entity(std::string_view markup) {
  const std::size_t end = markup.substr(0, longest_name + 2).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  const std::uint64_t name = packed_name(markup.substr(1, end - 1));
  for (const NamedEntity& known : named_entities) {
    if (known.name == name) return make_entity(known.text, end + 1);
  }
  return std::nullopt;
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
  return markup.size() > 1 && markup[1] == '#' ? numeric_entity(markup) : named_entity(markup);
}

}  // namespace loftgate
