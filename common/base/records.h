// SPDX-License-Identifier: GPL-2.0-or-later
// Where records come from: the bundle inside the program, and folders of TOML files beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace loftgate {

/// One record file: a name for error messages, and its text.
struct RecordFile {
  std::string name;   ///< "providers/meta-ai.toml", or a path
  std::string text;   ///< UTF-8 TOML, unchecked
};

/// The records built into the program, of one folder ("providers", "chatbots", "detectors", "topics") and the folders
/// inside it, sorted by name.
std::vector<RecordFile> bundled_records(std::string_view folder);

/// All `*.toml` files of a folder on disk and of the folders inside it, sorted by name; a folder that is not there is
/// empty.
Result<std::vector<RecordFile>> records_in(const std::string& folder);

/// Where an administrator's records stand: `loftgate/records` in each of the system's configuration directories
/// (XDG Base Directory Specification; /etc/xdg if nothing else is said).
std::vector<std::string> system_record_folders();

/// Records of one kind ("detectors") in several folders of records, in order.
Result<std::vector<RecordFile>> records_in_all(const std::vector<std::string>& folders, std::string_view kind);

}  // namespace loftgate
