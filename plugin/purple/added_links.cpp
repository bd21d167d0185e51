// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/added_links.h"

#include "common/text/markup.h"

namespace loftgate {
namespace {

constexpr std::string_view opening = "<A HREF=\"";
constexpr std::string_view middle = "\">";
constexpr std::string_view closing = "</A>";

/// The target is written with or without entities, as libpurple's version has it.
bool repeats(std::string_view target, std::string_view text) {
  const std::string plain(read_markup(text).body());
  for (const std::string_view scheme : {"", "http://", "mailto:"}) {
    if (!target.starts_with(scheme)) continue;
    const std::string_view rest = target.substr(scheme.size());
    if (rest == text || rest == plain) return true;
  }
  return false;
}

}  // namespace

std::string without_added_links(std::string_view markup) {
  std::string out;
  for (auto at = markup.find(opening); at != std::string_view::npos; at = markup.find(opening)) {
    const auto target = at + opening.size();
    const auto text = markup.find(middle, target);
    const auto end = text == std::string_view::npos ? text : markup.find(closing, text);
    if (end == std::string_view::npos) break;
    const std::string_view words = markup.substr(text + middle.size(), end - text - middle.size());
    const bool added = repeats(markup.substr(target, text - target), words);
    out += markup.substr(0, at);
    if (added) out += words;
    else out += markup.substr(at, end + closing.size() - at);
    markup.remove_prefix(end + closing.size());
  }
  return out += markup;
}

}  // namespace loftgate
