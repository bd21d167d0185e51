// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_set.h"

#include <gtest/gtest.h>

namespace loftgate {

TEST(WordSet, KnowsWholeWordsBeginningsAndPieces) {
  const OwnWordSet words({"tel", "call*", "*电话*", "*my number*", "Öl", "tele*", "telep*"});
  EXPECT_TRUE(words.in("my tel: 1"));
  EXPECT_FALSE(words.in("hotel"));
  EXPECT_FALSE(words.in("telly"));
  EXPECT_TRUE(words.in("a telephone")) << "the shorter beginning stands for the longer";
  EXPECT_TRUE(words.in("she called"));
  EXPECT_FALSE(words.in("recall"));
  EXPECT_TRUE(words.in("我的电话是"));
  EXPECT_TRUE(words.in("it is my number."));
  EXPECT_TRUE(words.in("öl"));
  EXPECT_FALSE(words.in(""));
}

TEST(WordSet, AsksForOneWord) {
  const OwnWordSet words({"severe", "chron*"});
  EXPECT_TRUE(words.has("severe"));
  EXPECT_TRUE(words.has("chronic"));
  EXPECT_FALSE(words.has("severely"));
  EXPECT_FALSE(words.has(""));
}

TEST(WordSet, ABeginningMayBeOneLetter) {
  const OwnWordSet words({"x*"});
  EXPECT_TRUE(words.has("x"));
  EXPECT_TRUE(words.has("xylophone"));
  EXPECT_FALSE(words.has("ax"));
}

TEST(WordSet, EmptyHoldsNothing) {
  EXPECT_FALSE(OwnWordSet({}).in("anything"));
  EXPECT_TRUE(WordSetRow().empty());
}

}  // namespace loftgate
