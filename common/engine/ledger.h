// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the consent log for the gate: opens it when first needed, counts what could not be recorded, and says so in
// the log as soon as it can be written again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/log/consent_log.h"

namespace loftgate {

class Ledger {
 public:
  /// `folder` is asked each time the log has to be opened: bitlbee changes its user directory while it runs.
  Ledger(std::function<std::string()> folder, const Clock& clock);

  /// Records durably. On an error nothing is recorded and the caller decides what becomes of the message.
  Result<void> record(const Entry& entry, const Who& who);

  /// Counts a choice that went ahead without a record; the next successful record is preceded by a gap entry.
  void count_missed(const Error& why);

  /// Standing choices in force; empty while the log cannot be read.
  const std::vector<StandingRule>& rules();

  /// Lets go of the file; the next record opens it again.
  void close();

 private:
  struct Gap {
    std::int64_t count = 0;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string reason;
  };

  Result<void> open();
  Result<void> record_gap();

  std::function<std::string()> folder_;
  const Clock& clock_;
  std::optional<ConsentLog> log_;
  std::optional<std::vector<StandingRule>> rules_;
  std::int64_t rules_read_us_ = 0;
  std::optional<Gap> gap_;
};

}  // namespace loftgate
