// SPDX-License-Identifier: GPL-2.0-or-later
// Remembered choices: a table that only repeats what the entries say, so that it can be checked and made anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/log/canonical_json.h"
#include "common/log/entry.h"
#include "common/log/sqlite.h"

namespace loftgate {

/// One line of the table `rule`.
struct RuleRow {
  std::string id;        ///< UUID
  std::string scope;
  std::string service;
  std::string contact;   ///< "" for scopes wider than one contact
  std::string choice;
  std::optional<std::int64_t> expires;   ///< µs
  std::int64_t set_seq = 0;

  bool operator==(const RuleRow&) const = default;
};

/// What an entry does to the remembered choices.
struct RuleChange {
  enum class What { nothing, set, end };
  What what = What::nothing;
  RuleRow rule;   ///< for `end` only the id
};

RuleChange rule_change(std::int64_t seq, const Json& entry, const Json& who);

/// Applies a change to the table, inside the caller's transaction.
Result<void> apply(const Database& db, const RuleChange& change);

/// The table as it is, by id.
Result<std::map<std::string, RuleRow>> rule_table(const Database& db);

/// Rules that have not expired at `now` (µs), with everything needed to weigh them. A rule for one contact whose
/// identity was erased is left out: without it, it would fit everybody.
Result<std::vector<StandingRule>> rules_in_force(const Database& db, std::int64_t now);

}  // namespace loftgate
