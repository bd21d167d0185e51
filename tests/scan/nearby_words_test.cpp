// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/nearby_words.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {
namespace {

class NearbyWordsTest : public ::testing::Test {
 protected:
  bool before(const std::string& text, const std::string& place, std::size_t bytes) {
    return NearbyWords(text, text.find(place), NearbyWords::Side::before).hold(words(), bytes);
  }
  bool after(const std::string& text, const std::string& place, std::size_t bytes) {
    return NearbyWords(text, text.find(place) + place.size(), NearbyWords::Side::after).hold(words(), bytes);
  }
  WordSet words() const { return {Image(builder_.bytes().data()), row_}; }

  ImageBuilder builder_;
  WordSetRow row_ = write_word_set(builder_, {"tel", "call*", "*电话*", "öl"});
};

TEST_F(NearbyWordsTest, AreReadOnBothSidesInAnyCase) {
  EXPECT_TRUE(before("my Tel: 4711", "4711", 48));
  EXPECT_TRUE(before("ÖL 4711", "4711", 48));
  EXPECT_TRUE(after("4711 is my tel", "4711", 48));
  EXPECT_TRUE(before("我的电话是4711", "4711", 48));
  EXPECT_FALSE(before("hotel 4711", "4711", 48));
  EXPECT_FALSE(after("4711 tell", "4711", 48));
}

TEST_F(NearbyWordsTest, CountOnlyWithinTheirBytes) {
  EXPECT_TRUE(before("tel 4711", "4711", 4));
  EXPECT_FALSE(before("tel  4711", "4711", 4));
  EXPECT_TRUE(after("4711 tel", "4711", 4));
  EXPECT_FALSE(after("4711  tel", "4711", 4));
  EXPECT_FALSE(before("电话 " + std::string(40, ' ') + "4711", "4711", 40));
}

TEST_F(NearbyWordsTest, WordsOverTheEndOfTheStretchAreNone) {
  const std::string far(NearbyWords::most_bytes - 3, ' ');
  EXPECT_TRUE(before("tel" + far + "4711", "4711", 256));
  EXPECT_FALSE(before("motel" + far + "4711", "4711", 256));
  EXPECT_TRUE(after("4711" + far + "tel", "4711", 256));
  EXPECT_FALSE(after("4711" + far + "tell", "4711", 256));
}

TEST_F(NearbyWordsTest, AnyBytesAreRead) {
  std::string broken;
  for (int i = 0; i < 300; ++i) broken += static_cast<char>(0xC8 + i % 50);
  EXPECT_FALSE(before(broken + "4711", "4711", 256));
  EXPECT_FALSE(after("4711" + broken, "4711", 256));
}

TEST(NearbyCache, AnotherPlaceOrAWiderReachIsReadAnew) {
  ImageBuilder builder;
  const WordSetRow row = write_word_set(builder, {"tel"});
  const WordSet words(Image(builder.bytes().data()), row);
  NearbyCache cache;
  const std::string text = "tel" + std::string(100, ' ') + "1 tel";
  EXPECT_FALSE(cache.before_holds(text, 103, words, 48));
  EXPECT_TRUE(cache.before_holds(text, 103, words, 120));
  EXPECT_FALSE(cache.before_holds(text, 103, words, 48)) << "the wider stretch must not count";
  EXPECT_TRUE(cache.before_holds(text, 4, words, 48));
  EXPECT_TRUE(cache.after_holds(text, 104, words, 48));
}

}  // namespace
}  // namespace loftgate
