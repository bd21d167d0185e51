// SPDX-License-Identifier: GPL-2.0-or-later
// All detectors compiled, and who of them waits for which anchor.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/anchor.h"
#include "common/scan/detector.h"
#include "common/scan/matcher.h"
#include "common/scan/persons.h"
#include "common/scan/topics.h"

namespace loftgate {

/// Who waits for an anchor word: a detector, a term of a topic, or a term of `persons`.
struct WordOwner {
  static constexpr std::size_t no_term = ~std::size_t{0};

  std::uint16_t detector = 0;
  std::size_t term = no_term;
};

struct ScanTables {
  using Waiting = std::vector<std::uint16_t>;   ///< numbers of detectors
  static constexpr std::string_view signs = "@:+$";

  std::vector<Detector> detectors;
  std::vector<std::optional<Matcher>> matchers;      ///< by detector; empty for topics
  std::vector<std::optional<TopicMatcher>> topics;   ///< by detector; empty for the others
  Persons persons;                                   ///< of all records of names
  AnchorWords words;
  std::vector<WordOwner> owners;                     ///< by the number that AnchorWords gives back
  Waiting on_digits, on_token, on_long_token, on_scheme;
  std::array<Waiting, signs.size()> on_sign;

  /// Compiles a detector and adds it. The error names its file.
  Result<void> add(Detector detector);
  void add(Topic topic);
  /// Adds all records of names; once.
  void add(const std::vector<NameList>& names);

 private:
  std::uint16_t add_row(Detector detector);
  void add_word(std::string_view word, WordOwner owner);
};

}  // namespace loftgate
