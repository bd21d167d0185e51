// SPDX-License-Identifier: GPL-2.0-or-later
// A set of characters, as the brackets of a pattern name it.
#pragma once

#include <vector>

namespace loftgate {

/// First and last code point of a range, both included.
struct CodePointRange {
  char32_t first = 0;
  char32_t last = 0;
  bool operator==(const CodePointRange&) const = default;
};

/// A set of code points, kept as sorted ranges that neither touch nor overlap. Surrogates are never part of it.
class CharClass {
 public:
  void add(char32_t first, char32_t last);
  void add(const CharClass& other);
  /// Adds the upper and lower case forms of every member.
  void add_other_cases();
  /// Becomes all code points that were not in it.
  void invert();

  bool contains(char32_t value) const;
  bool empty() const { return ranges_.empty(); }
  const std::vector<CodePointRange>& ranges() const { return ranges_; }

 private:
  std::vector<CodePointRange> ranges_;
};

}  // namespace loftgate
