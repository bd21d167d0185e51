// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/cli/places.h"

#include "common/base/glib_ptr.h"
#include "common/base/records.h"

namespace loftgate::cli {

std::string default_folder() { return take(g_build_filename(g_get_home_dir(), ".purple", "loftgate", nullptr)); }

std::vector<std::string> record_folders(const std::string& folder) {
  std::vector<std::string> folders = system_record_folders();
  folders.insert(folders.begin(), folder + "/records");
  return folders;
}

}  // namespace loftgate::cli
