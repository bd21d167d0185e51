// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/regex_length.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

RegexLength length(std::string_view pattern) {
  const Result<RegexNode> tree = parse_regex(pattern, false);
  EXPECT_TRUE(tree) << (tree ? "" : tree.error().text);
  return tree ? length_of(*tree) : RegexLength();
}

TEST(RegexLength, CountsBytesOfCharacters) {
  EXPECT_EQ(length("aé€😀").most, 10u);
  EXPECT_EQ(length("[a€]{2,5}").least, 2u);
  EXPECT_EQ(length("[a€]{2,5}").most, 15u);
}

TEST(RegexLength, TakesTheShortestAndTheLongestChoice) {
  EXPECT_EQ(length("(?:ab|c|defg)x?").least, 1u);
  EXPECT_EQ(length("(?:ab|c|defg)x?").most, 5u);
}

}  // namespace
}  // namespace loftgate
