// SPDX-License-Identifier: GPL-2.0-or-later
// The check of the chain itself, the same for a database and for an export: rows go in one by one, findings come out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/log/chain.h"
#include "common/log/findings.h"
#include "common/log/rows.h"

namespace loftgate {

/// Sequence numbers from `first` to `last`, both included.
struct SeqRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// Reads "5-6,9"; nullopt if it does not follow that form.
std::optional<std::vector<SeqRange>> parse_ranges(std::string_view text);

/// A set of sequence numbers, kept as ranges.
class SeqSet {
 public:
  void add(SeqRange range) { ranges_.push_back(range); }
  /// Sorts and joins; to be called once all ranges are in.
  void settle();
  bool holds(std::int64_t seq) const;
  const std::vector<SeqRange>& ranges() const { return ranges_; }

 private:
  std::vector<SeqRange> ranges_;
};

/// One row as it was read.
struct CheckedRow {
  struct Body {
    Digest salt{};
    std::string text;   ///< canonical JSON
  };
  std::int64_t seq = 0;
  Digest c_entry{}, c_who{}, link{};
  std::optional<Body> entry, who;
  std::optional<std::int64_t> ts;       ///< of the entry, µs
  std::string erased_level;             ///< of an erasure entry: "who" or "all"; "" for all other entries
  std::string erased_seqs;
};

/// What is known not to be in an export.
struct Omissions {
  bool rows = false;         ///< a filter was applied
  bool identities = false;   ///< the `who` groups were held back
};

class ChainCheck {
 public:
  ChainCheck(const LogMeta& log, Omissions omitted, Findings& findings);

  /// Asks to keep the link of a row that something outside vouches for.
  void watch(std::int64_t seq) { watched_[seq]; }

  void add(const CheckedRow& row);

  /// Judges the holes, which only erasure records later in the chain explain.
  void finish(VerifyReport& report);

  /// Compares a written-down code with the chain; true if its row is there as noted. Only a filter excuses its absence.
  bool confirms(const VerificationCode& code);

  const Head& head() const { return head_; }
  std::optional<Digest> watched(std::int64_t seq) const;
  const SeqSet& erased_entries() const { return erased_all_; }
  const SeqSet& erased_identities() const { return erased_who_; }   ///< includes those erased entirely

 private:
  void check_order(const CheckedRow& row);
  void check_entry(const CheckedRow& row);
  void cover(const CheckedRow& row);

  const LogMeta log_;
  const Omissions omitted_;
  Findings& findings_;
  Head head_;
  std::int64_t rows_ = 0;
  std::vector<std::int64_t> no_entry_, no_who_;
  SeqSet erased_all_, erased_who_;
  std::map<std::int64_t, std::optional<Digest>> watched_;
};

/// A verification code as the user gave it; nothing for "". An Error if it is not one.
Result<std::optional<VerificationCode>> wanted_code(const std::string& text);

}  // namespace loftgate
