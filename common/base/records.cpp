// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/records.h"

#include <gio/gio.h>

#include <algorithm>
#include <utility>

#include "common/base/glib_ptr.h"

// Made by glib-compile-resources from common/records/records.gresource.xml.
extern "C" GResource* loftgate_records_get_resource(void);

namespace loftgate {
namespace {

using DirPtr = CPtr<GDir, g_dir_close>;
using StringsPtr = CPtr<char*, g_strfreev>;

constexpr char resource_root[] = "/net/loftgate/records/";
constexpr int deepest_folder = 4;   // below a folder of records; ends the walk where links make a circle

void sort_by_name(std::vector<RecordFile>& files) {
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

/// Adds the records of a folder of the bundle and of those inside it. `folder` ends with "/".
void add_bundled(GResource* bundle, const std::string& folder, std::vector<RecordFile>& files) {
  const std::string path = resource_root + folder;
  const StringsPtr names(g_resource_enumerate_children(bundle, path.c_str(), G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr));
  for (char** name = names.get(); name && *name; ++name) {
    if (g_str_has_suffix(*name, "/")) {
      add_bundled(bundle, folder + *name, files);
      continue;
    }
    const GBytesPtr bytes(
        g_resource_lookup_data(bundle, (path + *name).c_str(), G_RESOURCE_LOOKUP_FLAGS_NONE, nullptr));
    if (!bytes) continue;
    gsize size = 0;
    const auto* data = static_cast<const char*>(g_bytes_get_data(bytes.get(), &size));
    files.push_back({folder + *name, std::string(data, size)});
  }
}

/// Adds the records of a folder on disk and of those inside it, at most `depth` folders deep.
Result<void> add_from_disk(const std::string& folder, int depth, std::vector<RecordFile>& files) {
  GError* raw = nullptr;
  const DirPtr dir(g_dir_open(folder.c_str(), 0, &raw));
  const GErrorPtr missing(raw);
  if (!dir) {
    if (g_error_matches(raw, G_FILE_ERROR, G_FILE_ERROR_NOENT)) return {};
    return Error{Code::io, folder + ": cannot be read: " + missing->message};
  }
  while (const char* name = g_dir_read_name(dir.get())) {
    const std::string path = take(g_build_filename(folder.c_str(), name, nullptr));
    if (depth > 0 && g_file_test(path.c_str(), G_FILE_TEST_IS_DIR)) {
      if (Result<void> added = add_from_disk(path, depth - 1, files); !added) return added;
      continue;
    }
    if (!g_str_has_suffix(name, ".toml")) continue;
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
  return {};
}

}  // namespace

std::vector<RecordFile> bundled_records(std::string_view folder) {
  std::vector<RecordFile> files;
  add_bundled(loftgate_records_get_resource(), std::string(folder) + "/", files);
  sort_by_name(files);
  return files;
}

Result<std::vector<RecordFile>> records_in(const std::string& folder) {
  std::vector<RecordFile> files;
  if (Result<void> added = add_from_disk(folder, deepest_folder, files); !added) return added.error();
  sort_by_name(files);
  return files;
}

std::vector<std::string> system_record_folders() {
  std::vector<std::string> folders;
  for (const char* const* directory = g_get_system_config_dirs(); *directory; ++directory) {
    folders.push_back(std::string(*directory) + "/loftgate/records");
  }
  return folders;
}

Result<std::vector<RecordFile>> records_in_all(const std::vector<std::string>& folders, std::string_view kind) {
  std::vector<RecordFile> files;
  for (const std::string& folder : folders) {
    auto found = records_in(folder + "/" + std::string(kind));
    if (!found) return found.error();
    for (RecordFile& file : *found) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace loftgate
