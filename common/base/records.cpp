// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/records.h"

#include <gio/gio.h>

#include <algorithm>

#include "common/base/glib_ptr.h"

// Made by glib-compile-resources from common/records/records.gresource.xml.
extern "C" GResource* loftgate_records_get_resource(void);

namespace loftgate {
namespace {

using DirPtr = CPtr<GDir, g_dir_close>;
using StringsPtr = CPtr<char*, g_strfreev>;

constexpr char resource_root[] = "/net/loftgate/records/";

void sort_by_name(std::vector<RecordFile>& files) {
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace

std::vector<RecordFile> bundled_records(std::string_view folder) {
  std::vector<RecordFile> files;
  GResource* bundle = loftgate_records_get_resource();
  const std::string root = resource_root + std::string(folder) + "/";
  const StringsPtr names(g_resource_enumerate_children(bundle, root.c_str(), G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr));
  for (char** name = names.get(); name && *name; ++name) {
    const GBytesPtr bytes(
        g_resource_lookup_data(bundle, (root + *name).c_str(), G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr));
    if (!bytes) continue;
    gsize size = 0;
    const auto* data = static_cast<const char*>(g_bytes_get_data(bytes.get(), &size));
    files.push_back({std::string(folder) + "/" + *name, std::string(data, size)});
  }
  sort_by_name(files);
  return files;
}

Result<std::vector<RecordFile>> records_in(const std::string& folder) {
  std::vector<RecordFile> files;
  GError* raw = nullptr;
  const DirPtr dir(g_dir_open(folder.c_str(), 0, &raw));
  const GErrorPtr missing(raw);
  if (!dir) {
    if (g_error_matches(raw, G_FILE_ERROR, G_FILE_ERROR_NOENT)) return files;
    return Error{Code::io, folder + ": cannot be read: " + missing->message};
  }
  while (const char* name = g_dir_read_name(dir.get())) {
    if (!g_str_has_suffix(name, ".toml")) continue;
    const std::string path = take(g_build_filename(folder.c_str(), name, nullptr));
    char* text = nullptr;
    gsize size = 0;
    GError* error = nullptr;
    if (!g_file_get_contents(path.c_str(), &text, &size, &error)) {
      const GErrorPtr owned(error);
      return Error{Code::io, path + ": cannot be read: " + owned->message};
    }
    const GChars owned(text);
    files.push_back({path, std::string(text, size)});
  }
  sort_by_name(files);
  return files;
}

}  // namespace loftgate
