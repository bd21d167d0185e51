// SPDX-License-Identifier: GPL-2.0-or-later
// Values the user said are not what they look like: "Not a phone number". Kept on this machine, without the values.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/log/chain.h"
#include "common/scan/finding.h"

namespace loftgate {

/// One small file with a key and keyed hashes (keyed_value()). Whoever can read the file can still test
/// whether a value they think of is in it; so it is readable by its owner only.
class Exceptions {
 public:
  /// `folder` is asked for when it is needed: some programs set their user folder late.
  explicit Exceptions(std::function<std::string()> folder);

  /// False while the file cannot be read.
  bool has(EntityType type, std::string_view value);

  /// Remembers a value for good, beside those that another client has added meanwhile. The error names the file and the remedy; nothing is remembered then.
  Result<void> add(EntityType type, std::string_view value);

 private:
  Result<void> read();
  std::string path() const;

  std::function<std::string()> folder_;
  std::string path_read_;         ///< the file that `key_` and `macs_` come from
  std::optional<Digest> key_;     ///< unset: there are no exceptions yet
  std::set<std::string> macs_;
};

}  // namespace loftgate
