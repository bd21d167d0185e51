// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/char_class.h"

#include <gmock/gmock.h>

namespace loftgate {

using ::testing::ElementsAre;

TEST(CharClass, MeltsRangesThatTouchOrOverlap) {
  CharClass set;
  set.add('d', 'f');
  set.add('a', 'b');
  set.add('x', 'z');
  set.add('c', 'c');
  set.add('e', 'h');
  EXPECT_THAT(set.ranges(), ElementsAre(CodePointRange{'a', 'h'}, CodePointRange{'x', 'z'}));
}

TEST(CharClass, NeverHoldsSurrogates) {
  CharClass set;
  set.add(0xD000, 0xE000);
  EXPECT_THAT(set.ranges(), ElementsAre(CodePointRange{0xD000, 0xD7FF}, CodePointRange{0xE000, 0xE000}));
  CharClass only;
  only.add(0xD800, 0xDFFF);
  EXPECT_TRUE(only.empty());
}

TEST(CharClass, InvertedTwiceIsTheSame) {
  CharClass set;
  set.add('0', '9');
  set.add(0x4E00, 0x9FFF);
  CharClass twice = set;
  twice.invert();
  EXPECT_TRUE(twice.contains('a'));
  EXPECT_FALSE(twice.contains('5'));
  EXPECT_TRUE(twice.contains(0x10FFFF));
  twice.invert();
  EXPECT_EQ(twice.ranges(), set.ranges());
}

TEST(CharClass, AddsOtherCases) {
  CharClass set;
  set.add('k', 'k');
  set.add(U'ä', U'ä');
  set.add(U'Ж', U'Ж');
  set.add_other_cases();
  for (const char32_t c : {U'k', U'K', U'ä', U'Ä', U'Ж', U'ж'}) EXPECT_TRUE(set.contains(c));
  EXPECT_FALSE(set.contains('j'));
}

}  // namespace loftgate
