// SPDX-License-Identifier: GPL-2.0-or-later
// Verifies one detector at one place of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/finding.h"
#include "common/scan/nearby_words.h"
#include "common/scan/scan_image.h"

namespace loftgate {

/// A place of a text where an anchor stands.
struct Place {
  std::string_view text;     ///< the whole text
  std::size_t at = 0;
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown
  bool in_url = false;       ///< the place is inside a web address
  NearbyCache& nearby;       ///< of the same text
};

/// What one scan remembers of one detector, so that no stretch of text is read again and again.
struct MatcherMemo {
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  std::uint32_t tried = nowhere;         ///< where it was tried last
  std::uint32_t found_end = 0;           ///< where its last finding ended
  std::uint32_t last_anchor = nowhere;   ///< the last walk back: from where, and how far it went
  std::uint32_t last_begin = 0;
};

/// The ends of the longest matches that begin at one place. A check may refuse the longest.
class MatchEnds {
 public:
  void add(std::size_t end) { ends_[count_++ % ends_.size()] = end; }
  std::size_t size() const { return std::min(count_, ends_.size()); }
  /// The i-th longest.
  std::size_t operator[](std::size_t i) const { return ends_[(count_ - 1 - i) % ends_.size()]; }

 private:
  std::array<std::size_t, 12> ends_;
  std::size_t count_ = 0;
};

class Matcher {
 public:
  /// Reads a row of an image; both must outlive it.
  Matcher(const Image& image, const DetectorRow& row) : image_(image), row_(row) {}

  /// Verifies a place. Finding::detector is left to the caller.
  std::optional<Finding> match(const Place& place, MatcherMemo& memo) const;

  /// The same where the pattern is known to match from `place.at` to each of `ends`.
  std::optional<Finding> match_ends(const Place& place, const MatchEnds& ends, MatcherMemo& memo) const;

  /// True if a match may end at `end`.
  bool ends_well(std::string_view text, std::size_t end) const;

 private:
  std::size_t walk_back(const Place& place, MatcherMemo& memo) const;
  bool begins_well(std::string_view text, std::size_t begin) const;
  std::optional<Finding> match_from(const Place& place, std::size_t begin) const;
  /// The first end, from the longest on, that the check accepts.
  std::optional<Finding> best_of(const Place& place, std::size_t start, const MatchEnds& ends) const;
  /// Nothing if the check refuses the span; confidence 0 if it is a known value that is to be dropped.
  std::optional<Finding> judge(const Place& place, Span span) const;
  int confidence(const Place& place, const Candidate& candidate, Likelihood likelihood) const;
  bool is_at_home(std::string_view region) const;
  bool in_context(const Place& place, const Candidate& candidate) const;
  bool is_something_else(const Place& place, const Candidate& candidate) const;
  bool is_known(std::string_view value) const;

  const Image& image_;
  const DetectorRow& row_;
};

}  // namespace loftgate
