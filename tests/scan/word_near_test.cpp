// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_near.h"

#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(WordNear, AreWholeAndInAnyCase) {
  EXPECT_TRUE(holds_word("the Test card", "test карта"));
  EXPECT_TRUE(holds_word("моя КАРТА тут", "test карта"));
  EXPECT_FALSE(holds_word("the latest cards", "test card"));
  EXPECT_FALSE(holds_word("", "test card"));
}

TEST(WordNear, MayStandInsideOthersWithoutSpaces) {
  EXPECT_TRUE(holds_word("这是测试卡", "card *测试 *カード"));
  EXPECT_TRUE(holds_word("このカードは", "card *测试 *カード"));
  EXPECT_FALSE(holds_word("这是卡", "card *测试 *カード"));
}

TEST(WordNear, StandBeforeOrBehindWithinReach) {
  EXPECT_TRUE(word_stands_near(candidate_of("test 123", "123"), "test"));
  EXPECT_TRUE(word_stands_near(candidate_of("123 for a test", "123"), "test"));
  EXPECT_FALSE(word_stands_near(candidate_of("123 for a test", "123"), "test", {48, 4}));
  EXPECT_FALSE(word_stands_near(candidate_of("test and more 123", "123"), "test", {4, 4}));
}

TEST(SortedWords, AreFound) {
  constexpr std::string_view words = "acct compte konto kontonr rib számla счет खाता";
  static_assert(is_sorted_list(words));
  static_assert(!is_sorted_list("konto compte"));
  static_assert(!is_sorted_list("konto konto"));
  for (const char* word : {"acct", "compte", "konto", "kontonr", "rib", "számla", "счет", "खाता"}) {
    EXPECT_TRUE(is_in_sorted(word, words)) << word;
  }
  for (const char* word : {"", "a", "acc", "accts", "kont", "kontos", "z", "счета", "खात", " "}) {
    EXPECT_FALSE(is_in_sorted(word, words)) << word;
  }
  EXPECT_TRUE(is_in_sorted("konto", "konto"));
  EXPECT_FALSE(is_in_sorted("konto", ""));
}

}  // namespace loftgate
