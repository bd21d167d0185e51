// SPDX-License-Identifier: GPL-2.0-or-later
// Finds rows of the log: a page at a time, one by its number, one by its id.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/log/consent_log.h"
#include "common/log/sqlite.h"

namespace loftgate {

/// Newest first; at least one and at most `query.limit` rows.
Result<std::vector<LogRow>> list_rows(const Database& db, const LogQuery& query);

/// The error is `not_found` when there is no such row.
Result<LogRow> row_at(const Database& db, std::int64_t seq);

/// By the UUID of its entry, which reads the whole log since ids have no index.
Result<LogRow> row_named(const Database& db, const std::string& id);

}  // namespace loftgate
