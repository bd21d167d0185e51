// SPDX-License-Identifier: GPL-2.0-or-later
// Knows which part of a text changed since it was last looked at, so that the rest need not be read again.
#pragma once

#include <optional>

namespace loftgate {

/// Characters of a text buffer, half open.
struct CharRange {
  int begin = 0;
  int end = 0;

  int size() const { return end - begin; }
  bool operator==(const CharRange&) const = default;
};

/// One range that every change widens, and moves where it comes before it. An empty range says where something went.
class ChangedPart {
 public:
  /// All of a text of this many characters counts as changed.
  explicit ChangedPart(int characters) : range_(CharRange{0, characters}) {}

  void inserted(int at, int characters);
  void removed(CharRange gone);

  const std::optional<CharRange>& range() const { return range_; }
  void forget() { range_.reset(); }

 private:
  std::optional<CharRange> range_;
};

}  // namespace loftgate
