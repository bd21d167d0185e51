// SPDX-License-Identifier: GPL-2.0-or-later
// Turns an Entry and a Who into the canonical JSON that is committed to, and the words of AICL back into values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/clock.h"
#include "common/base/result.h"
#include "common/log/canonical_json.h"
#include "common/log/entry.h"

namespace loftgate {

std::string_view word(EntryKind kind);        ///< "rule-set"
std::string_view word(LoggedChoice choice);   ///< "redact"
std::string_view word(Actor actor);
std::string_view word(Scope scope);
std::optional<LoggedChoice> choice_named(std::string_view word);
std::optional<Scope> scope_named(std::string_view word);

/// How the wall clock stands to the row before: order is by number, never by time, so this is only a mark.
enum class ClockMark : std::uint8_t {
  ok,
  back,   ///< earlier than the row before
  jump,   ///< more than a year later than the row before
};
ClockMark mark_of(std::int64_t now, std::optional<std::int64_t> before);

/// What the log adds to every entry.
struct Stamp {
  std::string id;   ///< UUID
  Moment now;
  ClockMark mark = ClockMark::ok;
};

/// The entry as AICL has it. An Error of Code::invalid names the field that breaks the format.
Result<Json> entry_json(const Entry& entry, const Stamp& stamp);

/// The first entry of a log. `previous` is null, or names the log this one follows.
Json genesis_json(const Stamp& stamp, Json previous);

/// With whom; never fails. Bytes that are no UTF-8 are replaced and names are cut at 1,024 bytes.
Json who_json(const Who& who);

/// Reads back what `who_json` wrote.
Who who_from(const Json& body);

bool is_uuid(std::string_view text);    ///< version 4, lower case
bool is_token(std::string_view text);   ///< `[a-z0-9][a-z0-9._-]{0,63}`

inline constexpr std::size_t max_entry_bytes = 16384;
inline constexpr std::size_t max_who_bytes = 8192;

}  // namespace loftgate
