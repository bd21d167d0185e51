// SPDX-License-Identifier: GPL-2.0-or-later
// What Loftgate knows: how details look and what services say. Loaded once, away from the main loop.
#pragma once

#include <future>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/policy/policy_book.h"
#include "common/scan/scanner.h"

namespace loftgate {

struct Knowledge {
  Scanner scanner;
  PolicyBook book;
  std::vector<std::string> problems;   ///< user records that could not be used, each with file, line and remedy
};

/// Loads the bundled records, those under `user_folder`/records/{detectors,topics,names,providers,chatbots,disclosures,
/// triggers}, and the administrator's (system_record_folders()), which take the place of the user's. If one of the user's
/// or of the administrator's cannot be used, all of theirs are left out and it is named in `problems`; only broken
/// bundled records are an error. Without a user folder only the bundled ones are loaded.
Result<Knowledge> load_knowledge(const std::string& user_folder);

/// Loads in a thread of its own, so that starting the client does not wait for it.
class KnowledgeLoader {
 public:
  explicit KnowledgeLoader(std::string user_folder);

  /// What was loaded; waits for it when it is still loading.
  const Result<Knowledge>& get();

 private:
  std::shared_future<Result<Knowledge>> loading_;
};

}  // namespace loftgate
