// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phrase_set.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

std::vector<std::string> list_of(const Words& words) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < words.size(); ++i) all.emplace_back(words[i]);
  return all;
}

class PhraseSetTest : public ::testing::Test {
 protected:
  PhraseSet phrases(const std::vector<std::string>& texts) {
    row_ = write_phrases(builder_, texts);
    return {Image(builder_.bytes().data()), row_};
  }

 private:
  ImageBuilder builder_;
  PhraseSetRow row_;
};

TEST(Words, ApostrophesPartWords) {
  EXPECT_THAT(list_of(Words("She’s said: J'ai")), ElementsAre("she", "s", "said", "j", "ai"));
}

TEST(Words, ChineseJapaneseAndKoreanCharactersAreWords) {
  EXPECT_THAT(list_of(Words("我是OK，누나")), ElementsAre("我", "是", "ok", "누", "나"));
  std::string many;
  while (many.size() < Words::longest) many += "我";
  EXPECT_EQ(list_of(Words(many)).back(), "我");
}

TEST(Words, MarksArePartsOfWords) { EXPECT_THAT(list_of(Words("मेरी माँ")), ElementsAre("मेरी", "माँ")); }

TEST(Words, OfALongTextTheLastAreKept) {
  std::string text;
  while (text.size() < 2 * Words::longest) text += "a ";
  const Words words(text + "end");
  EXPECT_EQ(words[words.size() - 1], "end");
  EXPECT_LE(words.size(), Words::longest / 2 + 1);
}

TEST_F(PhraseSetTest, FindsPhrasesThatEndAtAWord) {
  const PhraseSet set = phrases({"was diagnosed with", "with", "as diagnosed with"});
  const Words words("she was diagnosed with");
  std::vector<std::size_t> sizes;
  set.any_ending_at(words, 4, [&](std::size_t size) { return sizes.push_back(size), false; });
  EXPECT_THAT(sizes, UnorderedElementsAre(3, 1)) << "a phrase begins with a whole word";
  EXPECT_FALSE(set.any_ending_at(words, 3, [](std::size_t) { return true; }));
  EXPECT_FALSE(set.any_ending_at(words, 0, [](std::size_t) { return true; }));
}

TEST_F(PhraseSetTest, FindsPhrasesThatBeginASentence) {
  const PhraseSet set = phrases({"ge had"});
  EXPECT_TRUE(set.begins(Words("ge had hebben")));
  EXPECT_FALSE(set.begins(Words("had ge had")));
}

}  // namespace
}  // namespace loftgate
