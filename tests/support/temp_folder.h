// SPDX-License-Identifier: GPL-2.0-or-later
// A folder of a test's own that is gone when the test ends.
#pragma once

#include <glib.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "common/base/glib_ptr.h"

namespace loftgate {

class TempFolder {
 public:
  TempFolder() : path_(take(g_dir_make_tmp("loftgate-test-XXXXXX", nullptr))) {}
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace loftgate
