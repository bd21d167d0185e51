// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/pidgin/changed_part.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace loftgate {
namespace {

using Range = std::optional<CharRange>;

ChangedPart unchanged() {
  ChangedPart part(0);
  part.forget();
  return part;
}

TEST(ChangedPart, ATextIsChangedAsAWholeUntilItIsForgotten) {
  ChangedPart part(7);
  EXPECT_EQ(part.range(), Range(CharRange{0, 7}));
  part.forget();
  EXPECT_EQ(part.range(), std::nullopt);
}

TEST(ChangedPart, TypingWidensIt) {
  ChangedPart part = unchanged();
  part.inserted(10, 1);
  part.inserted(11, 1);
  EXPECT_EQ(part.range(), Range(CharRange{10, 12}));
}

TEST(ChangedPart, ARemovedTextLeavesThePlaceWhereItWas) {
  ChangedPart part = unchanged();
  part.removed({4, 9});
  EXPECT_EQ(part.range(), Range(CharRange{4, 4}));
}

TEST(ChangedPart, AChangeBeforeItMovesItsEnd) {
  ChangedPart part = unchanged();
  part.inserted(50, 5);
  part.inserted(10, 2);
  EXPECT_EQ(part.range(), Range(CharRange{10, 57}));
  part.removed({0, 10});
  EXPECT_EQ(part.range(), Range(CharRange{0, 47}));
}

TEST(ChangedPart, HoldsEveryCharacterThatIsNewWhateverTheOrder) {
  std::mt19937 chance(20261125);
  for (int round = 0; round < 200; ++round) {
    std::string text(40, '.');
    ChangedPart part = unchanged();
    for (int change = 0; change < 8; ++change) {
      const int size = static_cast<int>(text.size());
      const int at = static_cast<int>(chance() % static_cast<unsigned>(size + 1));
      const int count = std::min(static_cast<int>(chance() % 6), size - at);
      if (chance() % 2) {
        text.insert(static_cast<std::size_t>(at), static_cast<std::size_t>(count), 'n');
        part.inserted(at, count);
      } else {
        text.erase(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
        part.removed({at, at + count});
      }
    }
    const CharRange range = part.range().value();
    ASSERT_LE(0, range.begin);
    ASSERT_LE(range.begin, range.end);
    ASSERT_LE(range.end, static_cast<int>(text.size()));
    for (int at = 0; at < static_cast<int>(text.size()); ++at) {
      if (text[static_cast<std::size_t>(at)] != 'n') continue;
      ASSERT_LE(range.begin, at);
      ASSERT_LT(at, range.end);
    }
  }
}

}  // namespace
}  // namespace loftgate
