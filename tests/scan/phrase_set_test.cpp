// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phrase_set.h"

#include <gmock/gmock.h>

namespace loftgate {
namespace {

using ::testing::ElementsAre;

TEST(WordsOf, ApostrophesPartWords) {
  EXPECT_THAT(words_of("She’s said: J'ai"), ElementsAre("she", "s", "said", "j", "ai"));
}

TEST(WordsOf, ChineseJapaneseAndKoreanCharactersAreWords) {
  EXPECT_THAT(words_of("我是OK，누나"), ElementsAre("我", "是", "ok", "누", "나"));
}

TEST(WordsOf, MarksArePartsOfWords) { EXPECT_THAT(words_of("मेरी माँ"), ElementsAre("मेरी", "माँ")); }

TEST(PhraseSet, FindsPhrasesThatEndAtAWord) {
  PhraseSet phrases;
  phrases.add({"was", "diagnosed", "with"});
  phrases.add({"with"});
  const Phrase words = words_of("she was diagnosed with");
  std::vector<std::size_t> sizes;
  phrases.any_ending_at(words, 4, [&](std::size_t size) { return sizes.push_back(size), false; });
  EXPECT_THAT(sizes, ElementsAre(3, 1));
  EXPECT_FALSE(phrases.any_ending_at(words, 3, [](std::size_t) { return true; }));
  EXPECT_FALSE(phrases.any_ending_at(words, 0, [](std::size_t) { return true; }));
}

TEST(PhraseSet, FindsPhrasesThatBeginASentence) {
  PhraseSet phrases;
  phrases.add({"ge", "had"});
  EXPECT_TRUE(phrases.begins(words_of("ge had hebben")));
  EXPECT_FALSE(phrases.begins(words_of("had ge had")));
}

}  // namespace
}  // namespace loftgate
