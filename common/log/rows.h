// SPDX-License-Identifier: GPL-2.0-or-later
// Writing one row of the log and finding its end; what a log is beyond its rows (its id, where its chain begins).
#pragma once

#include <cstdint>
#include <optional>

#include "common/base/result.h"
#include "common/log/canonical_json.h"
#include "common/log/chain.h"
#include "common/log/sqlite.h"

namespace loftgate {

/// What the table `meta` says.
struct LogMeta {
  LogId id{};
  std::int64_t base_seq = 0;   ///< rows up to here were pruned
  Digest base_link{};          ///< the link the first row continues
};

/// The last row.
struct Head {
  std::int64_t seq = 0;
  Digest link{};
  std::optional<std::int64_t> ts;   ///< µs; of the last row that was not erased
};

Result<LogMeta> read_meta(const Database& db);
Result<void> write_meta(const Database& db, const LogMeta& meta, std::int64_t created, const Json& previous);

/// The last row, or the base when there is none.
Result<Head> read_head(const Database& db, const LogMeta& meta);

/// Adds a row after `head`, with fresh salts, and what it does to the standing rules; inside the caller's transaction.
Result<Head> add_row(const Database& db, const LogMeta& meta, const Head& head, const Json& entry, const Json& who);

/// Checks that the last `count` links follow from each other. False if one does not.
Result<bool> tail_holds(const Database& db, const LogMeta& meta, std::int64_t count);

/// The link of a row, nullopt if there is no such row.
Result<std::optional<Digest>> link_of(const Database& db, const LogMeta& meta, std::int64_t seq);

/// A 32-byte column as a Digest; all zero if it has another size.
Digest digest_at(const Statement& row, int column);

}  // namespace loftgate
