// SPDX-License-Identifier: GPL-2.0-or-later
// Checks a consent log, or an export of one, and says what it found in codes and in words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace loftgate {

/// One finding: `E_…` is an alteration or damage, `N_…` a notice. Codes: docs/consent-log.md.
struct VerifyFinding {
  std::string code;
  std::vector<std::int64_t> numbers;   ///< sequence numbers, as in shared test vectors
  std::string words;                   ///< for people
};

struct VerifyReport {
  std::vector<VerifyFinding> findings;
  std::int64_t rows = 0;
  std::int64_t erased = 0;
  std::int64_t withheld = 0;           ///< exports without identities
  std::int64_t head_seq = 0;
  std::string head_link;
  std::optional<std::int64_t> anchored_seq;   ///< how far something outside the file vouches

  /// True when no finding is an error.
  bool intact() const;
};

/// Checks the log in `folder` while others may be writing it. `deep` runs SQLite's full integrity check.
/// `code` is a verification code written down earlier, "" for none.
Result<VerifyReport> verify_log(const std::string& folder, bool deep, const std::string& code);

/// Checks a JSON Lines export without any database.
Result<VerifyReport> verify_export(const std::string& path, const std::string& code);

}  // namespace loftgate
