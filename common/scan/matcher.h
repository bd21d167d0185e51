// SPDX-License-Identifier: GPL-2.0-or-later
// A compiled detector: verifies one place of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/char_class.h"
#include "common/scan/checks.h"
#include "common/scan/detector.h"
#include "common/scan/dfa.h"
#include "common/scan/finding.h"
#include "common/scan/word_set.h"

namespace loftgate {

/// A place of a text where an anchor stands.
struct Place {
  std::string_view text;     ///< the whole text
  std::size_t at = 0;
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown
  bool in_url = false;       ///< the place is inside a web address
};

/// What one scan remembers of one matcher, so that no stretch of text is read again and again.
struct MatcherMemo {
  static constexpr std::size_t nowhere = ~std::size_t{0};

  std::size_t tried = nowhere;         ///< where it was tried last
  std::size_t found_end = 0;           ///< where its last finding ended
  std::size_t last_anchor = nowhere;   ///< the last walk back: from where, and how far it went
  std::size_t last_begin = 0;
};

class Matcher {
 public:
  /// Compiles a detector. The error names the record's file and what to change.
  static Result<Matcher> compile(const Detector& detector);

  /// Verifies a place. Finding::detector is left to the caller.
  std::optional<Finding> match(const Place& place, MatcherMemo& memo) const;

 private:
  Matcher() = default;

  void take_plain_fields(const Detector& detector);
  std::size_t walk_back(const Place& place, MatcherMemo& memo) const;
  std::optional<Finding> match_from(const Place& place, std::size_t begin) const;
  /// Nothing if the check refuses the span; confidence 0 if it is a known value that is to be dropped.
  std::optional<Finding> judge(const Place& place, Span span) const;
  bool ends_well(std::string_view text, std::size_t end) const;
  int confidence(const Candidate& candidate, Likelihood likelihood, bool in_url) const;
  bool in_context(const Candidate& candidate) const;
  bool is_something_else(const Candidate& candidate) const;
  bool is_known(std::string_view value) const;

  EntityType type_ = EntityType::email;
  Severity severity_ = Severity::none;
  int confidence_ = 0;
  bool doubtful_in_url_ = false;
  Checksum checksum_;
  const Check* check_ = nullptr;
  Dfa pattern_;
  std::optional<Dfa> before_, after_;
  CharClass not_after_, not_before_, back_over_;
  std::size_t back_at_most_ = 0;
  WordSet context_, unless_;
  std::vector<std::string> regions_;
  bool context_required_ = false;
  std::size_t context_before_ = 0, context_after_ = 0;
  KnownValues known_;
};

}  // namespace loftgate
