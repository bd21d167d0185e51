// SPDX-License-Identifier: GPL-2.0-or-later
// The check of everything the database keeps beside the committed bodies: filter columns, erasures, remembered choices.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "common/base/result.h"
#include "common/log/canonical_json.h"
#include "common/log/chain_check.h"
#include "common/log/findings.h"
#include "common/log/sqlite.h"
#include "common/log/standing_rules.h"

namespace loftgate {

/// What the remembered choices must be, found by going through the log once.
class RuleReplay {
 public:
  /// `who` is null when it was erased.
  void add(std::int64_t seq, const Json& entry, const Json& who);

  /// Compares with the table. An erased entry may have ended a rule, so that a missing rule is only wrong when no
  /// entry after it was erased.
  Result<void> compare(const Database& db, const SeqSet& erased_entries, Findings& findings) const;

 private:
  struct Expected {
    RuleRow rule;
    bool identity_erased = false;
  };
  std::map<std::string, Expected> rules_;
};

/// Adds `E_PROJ` for every row whose columns differ from its body, whose body should be erased, or that is in no chain.
Result<void> check_projection(const Database& db, const ChainCheck& chain, Findings& findings);

}  // namespace loftgate
