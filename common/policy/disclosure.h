// SPDX-License-Identifier: GPL-2.0-or-later
// The sentences by which a contact says that it is an AI.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/glib_ptr.h"
#include "common/base/records.h"
#include "common/base/result.h"
#include "common/policy/examples.h"

namespace loftgate {

/// How much of a message is read, in bytes. An AI says what it is at the start; the bound keeps hostile text cheap.
inline constexpr std::size_t disclosure_bound = 4096;

/// One record of records/disclosures/, ready to run.
struct DisclosurePattern {
  std::string id;               ///< "en-self-iam"
  std::string language;         ///< ISO 639-1
  std::string kind;             ///< "self-identification", "fallibility-banner", …
  bool strong = false;          ///< counts alone; weak ones only support another sign
  std::string false_alarms;     ///< "low", "medium"
  std::string note;
  GRegexPtr regex;
  Examples examples;
};

/// Reads one record and compiles its pattern; unknown keys fail. The error names file, line and remedy.
Result<DisclosurePattern> read_disclosure(const RecordFile& file);

/// The same with another limit on steps than `disclosure_step_limit`.
Result<DisclosurePattern> read_disclosure_with(const RecordFile& file, std::size_t step_limit);

/// How many steps of PCRE one pattern may take for one message. Bundled patterns need far fewer for any text of
/// `disclosure_bound` bytes; one of the user's own that needs more has not found anything.
inline constexpr std::size_t disclosure_step_limit = 1000000;

/// Whether the pattern is in `text`, which must be from readable_part; nullopt when it took more steps than
/// it may to tell.
std::optional<bool> search(const DisclosurePattern& pattern, const std::string& text);

/// The same, where not being able to tell counts as not found.
bool finds(const DisclosurePattern& pattern, const std::string& text);

/// What a disclosure may be read from: the first `disclosure_bound` bytes, made valid UTF-8, without quoted lines and
/// code, and, if `without_quotations`, without what stands in quotation marks.
std::string readable_part(std::string_view plain, bool without_quotations);

}  // namespace loftgate
