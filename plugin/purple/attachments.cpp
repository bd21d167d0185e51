// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/attachments.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <purple.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "common/base/glib_ptr.h"
#include "common/text/tag.h"

namespace loftgate {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

using FilePtr = CPtr<FILE, std::fclose>;

/// The beginning of a plain file. Pipes and devices are not opened: they could keep the client waiting.
std::string beginning_of(const std::string& path) {
  GStatBuf status{};
  if (path.empty() || g_stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  const FilePtr file(g_fopen(path.c_str(), "rb"));
  if (!file) return {};
  std::string bytes(readable_bytes, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  return bytes;
}

/// The content type by name and first bytes.
std::string type_of(const std::string& name, const char* bytes, std::size_t size) {
  const auto* data = reinterpret_cast<const guchar*>(bytes);
  return take(g_content_type_guess(name.empty() ? nullptr : name.c_str(), data, size, nullptr));
}

std::string kind_of(const std::string& type) {
  return g_content_type_is_unknown(type.c_str()) ? std::string() : take(g_content_type_get_description(type.c_str()));
}

/// Takes what stands before the first of `ends` off `text`.
std::string_view take_until(std::string_view& text, std::string_view ends) {
  const std::string_view taken = text.substr(0, text.find_first_of(ends));
  text.remove_prefix(taken.size());
  return taken;
}

void skip(std::string_view& text, std::string_view what) {
  text.remove_prefix(std::min(text.find_first_not_of(what), text.size()));
}

/// Takes the value behind an attribute's name off `text`, "" when there is none.
std::string_view take_value(std::string_view& text) {
  skip(text, blanks);
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  skip(text, blanks);
  if (!text.starts_with('"') && !text.starts_with('\'')) return take_until(text, blanks);
  const std::string_view quote = text.substr(0, 1);
  text.remove_prefix(1);
  return take_until(text, quote);
}

/// The number by which an image tag names its picture, 0 when it names none.
int number_of(std::string_view attributes) {
  while (!attributes.empty()) {
    skip(attributes, " \t\r\n\f/\"'");
    const std::string name(take_until(attributes, " \t\r\n\f=/"));
    const std::string value(take_value(attributes));
    if (name.empty() && value.empty()) return 0;
    if (g_ascii_strcasecmp(name.c_str(), "id") == 0) return std::atoi(value.c_str());
  }
  return 0;
}

std::optional<Attachment> stored_picture(int number) {
  PurpleStoredImage* image = number > 0 ? purple_imgstore_find_by_id(number) : nullptr;
  if (!image) return std::nullopt;
  Attachment picture;
  picture.form = Attachment::Form::picture;
  picture.name = copy(purple_imgstore_get_filename(image));
  picture.size = purple_imgstore_get_size(image);
  const auto* bytes = static_cast<const char*>(purple_imgstore_get_data(image));
  picture.kind = kind_of(type_of(picture.name, bytes, picture.size));
  return picture;
}

}  // namespace

Attachment read_file(const std::string& path, const std::string& name, std::uint64_t size) {
  Attachment file;
  file.name = name;
  file.size = size;
  std::string bytes = beginning_of(path);
  const std::string type = type_of(name, bytes.data(), bytes.size());
  file.kind = kind_of(type);
  const bool cut_off = bytes.size() < size;
  // A name that promises another kind of file outweighs the look of its first bytes.
  const bool is_text = g_content_type_is_a(type.c_str(), "text/plain") && reads_as_text(bytes, cut_off);
  if (bytes.empty() || !is_text) return file;
  file.text = std::move(bytes);
  file.read_whole = !cut_off;
  return file;
}

std::vector<Attachment> pictures_in(const std::string& markup) {
  std::vector<Attachment> pictures;
  TagReader tags(markup);
  for (auto at = markup.find('<'); at != std::string::npos; at = markup.find('<', at + 1)) {
    const auto tag = tags.tag_at(static_cast<std::uint32_t>(at));
    if (!tag || g_ascii_strncasecmp(markup.c_str() + at, "<img", tag->name_end - at) != 0) continue;
    const std::string_view attributes(markup.data() + tag->name_end, tag->end - 1 - tag->name_end);
    if (auto picture = stored_picture(number_of(attributes))) pictures.push_back(std::move(*picture));
  }
  return pictures;
}

}  // namespace loftgate
