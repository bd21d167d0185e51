// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/exceptions.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <sys/random.h>

#include <array>
#include <utility>

#include "common/base/glib_ptr.h"
#include "common/base/i18n.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr const char* group = "exceptions";
constexpr const char* key_entry = "key";
constexpr const char* values_entry = "values";
constexpr std::size_t key_bytes = 32;

Result<std::string> new_key() {
  std::array<unsigned char, key_bytes> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return Error{Code::io, tr("The system gave no random numbers. Nothing was remembered.")};
  }
  std::string key;
  for (const unsigned char byte : bytes) key += take(g_strdup_printf("%02x", byte));
  return key;
}

}  // namespace

Exceptions::Exceptions(std::function<std::string()> folder) : folder_(std::move(folder)) {}

std::string Exceptions::path() const { return take(g_build_filename(folder_().c_str(), "exceptions.ini", nullptr)); }

std::string Exceptions::mac(EntityType type, std::string_view value) const {
  const std::string text = std::string(type_name(type)) + '\0' + bare(value);
  return take(g_compute_hmac_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(key_.data()), key_.size(),
                                      reinterpret_cast<const guchar*>(text.data()), text.size()));
}

Result<void> Exceptions::read() {
  if (std::string now = path(); now != path_read_) {
    path_read_.clear();
    key_.clear();
    macs_.clear();
    if (g_file_test(now.c_str(), G_FILE_TEST_EXISTS)) {
      const GKeyFilePtr file(g_key_file_new());
      g_key_file_load_from_file(file.get(), now.c_str(), G_KEY_FILE_NONE, nullptr);
      const GChars key(g_key_file_get_string(file.get(), group, key_entry, nullptr));
      const CPtr<gchar*, g_strfreev> values(g_key_file_get_string_list(file.get(), group, values_entry, nullptr, nullptr));
      if (!key || !values) {
        return Error{Code::invalid, format(tr("%s cannot be read. Move it away to begin anew."), now.c_str())};
      }
      key_ = key.get();
      for (gchar** value = values.get(); *value; ++value) macs_.insert(*value);
    }
    path_read_ = std::move(now);
  }
  return {};
}

bool Exceptions::has(EntityType type, std::string_view value) {
  return read() && !macs_.empty() && macs_.contains(mac(type, value));
}

Result<void> Exceptions::add(EntityType type, std::string_view value) {
  if (Result<void> known = read(); !known) return known;
  if (key_.empty()) {
    Result<std::string> key = new_key();
    if (!key) return key.error();
    key_ = *std::move(key);
  }
  std::string added = mac(type, value);
  const GKeyFilePtr file(g_key_file_new());
  g_key_file_set_string(file.get(), group, key_entry, key_.c_str());
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
