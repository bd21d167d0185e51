// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/exceptions.h"

#include <glib.h>
#include <glib/gstdio.h>

#include <utility>
#include <vector>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/engine/keyed_value.h"

namespace loftgate {
namespace {

constexpr const char* group = "exceptions";
constexpr const char* key_entry = "key";
constexpr const char* values_entry = "values";

}  // namespace

Exceptions::Exceptions(std::function<std::string()> folder) : folder_(std::move(folder)) {}

std::string Exceptions::path() const { return take(g_build_filename(folder_().c_str(), "exceptions.ini", nullptr)); }

Result<void> Exceptions::read() {
  std::string now = path();
  if (now == path_read_) return {};
  path_read_.clear();
  key_.reset();
  macs_.clear();
  if (g_file_test(now.c_str(), G_FILE_TEST_EXISTS)) {
    const GKeyFilePtr file(g_key_file_new());
    g_key_file_load_from_file(file.get(), now.c_str(), G_KEY_FILE_NONE, nullptr);
    const auto key = from_hex<sizeof(Digest)>(take(g_key_file_get_string(file.get(), group, key_entry, nullptr)));
    const CPtr<gchar*, g_strfreev> values(g_key_file_get_string_list(file.get(), group, values_entry, nullptr, nullptr));
    if (!key || !values) {
      return Error{Code::invalid, format(tr("%s cannot be read. Move it away to begin anew."), now.c_str())};
    }
    key_ = key;
    for (gchar** value = values.get(); *value; ++value) macs_.insert(*value);
  }
  path_read_ = std::move(now);
  return {};
}

bool Exceptions::has(EntityType type, std::string_view value) {
  return read() && !macs_.empty() && macs_.contains(keyed_value(*key_, type, value));
}

Result<void> Exceptions::add(EntityType type, std::string_view value) {
  path_read_.clear();
  if (Result<void> known = read(); !known) return known;
  if (!key_) key_ = random_bytes<sizeof(Digest)>();
  std::string added = keyed_value(*key_, type, value);
  const GKeyFilePtr file(g_key_file_new());
  g_key_file_set_string(file.get(), group, key_entry, to_hex(*key_).c_str());
  std::vector<const char*> values = {added.c_str()};
  for (const std::string& known : macs_) values.push_back(known.c_str());
  g_key_file_set_string_list(file.get(), group, values_entry, values.data(), values.size());
  gsize size = 0;
  const GChars content(g_key_file_to_data(file.get(), &size, nullptr));
  GError* raw = nullptr;
  g_mkdir_with_parents(folder_().c_str(), 0700);
  if (!g_file_set_contents_full(path().c_str(), content.get(), static_cast<gssize>(size), G_FILE_SET_CONTENTS_CONSISTENT,
                                0600, &raw)) {
    const GErrorPtr error(raw);
    return Error{Code::io, format(tr("%s cannot be written: %s. Nothing was remembered."), path().c_str(), error->message)};
  }
  macs_.insert(std::move(added));
  return {};
}

}  // namespace loftgate
