// SPDX-License-Identifier: GPL-2.0-or-later
// Other engines with the same patterns, for the scan benchmark.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace loftgate::bench {

/// A detector's patterns as one regular expression, and the words it waits for.
struct Rule {
  std::string regex;
  bool any_case = false;
  std::vector<std::string> words;   ///< empty: it waits for no word
};

/// An engine that finds every match of every rule.
class Rival {
 public:
  virtual ~Rival() = default;
  /// Matches found in one text.
  virtual std::size_t scan(std::string_view text) = 0;
  /// Rules the engine could not take.
  std::size_t refused = 0;
};

/// Keywords by Aho-Corasick, RE2::Set for the rules without, RE2 for the spans.
std::unique_ptr<Rival> re2_with_keywords(const std::vector<Rule>& rules);
/// RE2::Set with 64 MiB for all rules, RE2 for the spans.
std::unique_ptr<Rival> re2_set(const std::vector<Rule>& rules);
/// Vectorscan with starts of matches where it can, else without.
std::unique_ptr<Rival> vectorscan(const std::vector<Rule>& rules);
/// Keywords by Aho-Corasick, PCRE2 with its just-in-time compiler for the rules whose keyword is there.
std::unique_ptr<Rival> pcre2_with_keywords(const std::vector<Rule>& rules);

}  // namespace loftgate::bench
