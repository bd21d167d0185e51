// SPDX-License-Identifier: GPL-2.0-or-later
// What a service says it does with what people write there, with source and date.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/records.h"
#include "common/base/result.h"

namespace loftgate {

/// Whether a use happens: opt_out means it does until the user says no, opt_in that it does not until they say yes.
enum class Stance : std::uint8_t { yes, no, opt_in, opt_out, unknown };

/// How a stance follows from what was read. `silent`: the policy was read and says nothing. `not_reviewed`: nobody
/// has read it. `operator_dependent`: whoever runs the server decides. These are never shown as the same.
enum class Basis : std::uint8_t {
  stated, partly_stated, inferred, ambiguous, silent, operator_dependent, not_reviewed, not_applicable,
};

enum class Applies : std::uint8_t { yes, no, web };
enum class Encryption : std::uint8_t { yes, no, opt_in, partial, unknown };
enum class Review : std::uint8_t { yes, no, limited, unknown };

/// One source that was read, and when.
struct Evidence {
  std::string url;
  std::string source_kind;             ///< "primary-policy", "secondary-news", …
  std::optional<Date> as_of;           ///< date of the text that was read
  std::optional<Date> seen_until;      ///< last day it is known to be unchanged
  std::string note;
  std::string archive;                 ///< "repository path commit" of the archived copy, "" if none
};

/// What one service does with one kind of text.
struct Practice {
  Applies applies = Applies::no;
  Stance training = Stance::unknown;
  Stance other_ml = Stance::unknown;
  Stance third_party = Stance::unknown;
  Review human_review = Review::unknown;
  std::string retention;               ///< in words, "" unknown
  std::optional<int> retention_days;   ///< longest stated period, if one is stated
  Encryption e2ee = Encryption::unknown;
  Basis basis = Basis::not_reviewed;
  std::string statement;               ///< one sentence, paraphrased
  std::vector<Evidence> evidence;
  std::map<std::string, Stance> tiers;     ///< "api" -> opt_in …
  std::map<std::string, Stance> regions;   ///< "EU/EEA" -> opt_out …
  std::vector<std::string> caveats;
};

struct OptOut {
  std::string available;               ///< "yes", "no", "partial", "unknown"
  std::string url;
  std::string how;                     ///< in words
  std::string scope;
};

struct HostPattern {
  std::string pattern;
  bool cidr = false;                   ///< else a domain suffix at a dot boundary
  std::string use;                     ///< "connect", "api", "jid-domain", …
};

struct PeerPattern {
  std::string match;                   ///< "regex", "suffix", "prefix", "emblem"
  std::string pattern;
  std::string who;
};

struct ProtocolUse {
  std::string id;                      ///< libpurple protocol id, "" if there is none
  Encryption e2ee = Encryption::unknown;
};

/// One record of records/providers/.
struct Provider {
  std::string id;
  std::string name;
  std::string parent;
  std::string kind;                    ///< "messaging", "ai-assistant", "irc-network", "protocol-family", "local", …
  std::string status;
  bool operator_dependent = false;
  std::vector<ProtocolUse> protocols;
  std::vector<HostPattern> hosts;
  std::vector<PeerPattern> ai_recipients;
  Practice public_posts;
  Practice private_messages;
  Practice ai_chat;
  OptOut opt_out;
  std::optional<Date> reviewed;        ///< last day somebody read the sources
  std::string version;                 ///< "2026-11-23-1a2b3c4d5e6f": review date and hash of what matters to a choice
};

/// Reads one record; unknown keys fail. The error names file, line and remedy.
Result<Provider> read_provider(const RecordFile& file);

std::string_view stance_name(Stance stance);
std::string_view basis_name(Basis basis);

}  // namespace loftgate
