// SPDX-License-Identifier: GPL-2.0-or-later
// The tables of the log and what tells a log of ours from any other database.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "common/log/sqlite.h"

namespace loftgate {

inline constexpr std::int64_t log_application_id = 0x4149434C;   ///< "AICL"
inline constexpr std::int64_t log_schema_version = 1;

/// What a database file turned out to be.
enum class LogFile { empty, ours, newer, foreign };

Result<LogFile> identify(const Database& db);

/// Brings the tables from one version (0: an empty file) to `log_schema_version`, inside the caller's transaction.
Result<void> migrate(Database& db, std::int64_t from);

/// SHA-256 of the text and the storage class of everything that was ever CREATEd in the database.
Result<std::string> schema_fingerprint(const Database& db);

/// The fingerprint a database of this version has.
Result<std::string> expected_fingerprint();

/// What to say about a file that cannot be used; `what` is foreign or newer.
Error wrong_file(LogFile what, const std::string& path);

}  // namespace loftgate
