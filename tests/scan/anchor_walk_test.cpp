// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/anchor_walk.h"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

/// Anchor words by the order of a list.
class Known {
 public:
  Known(const std::vector<std::string>& list) {
    AnchorWordsBuilder words;
    for (std::size_t i = 0; i < list.size(); ++i) words.add(list[i], 0, static_cast<std::uint16_t>(i));
    row_ = words.write(image_);
  }

  AnchorWords words() const { return {Image(image_.bytes().data()), row_}; }

 private:
  ImageBuilder image_;
  AnchorWordsRow row_;
};

class Recorder {
 public:
  Recorder(std::string_view text, const Known& known) { visit_anchors(text, known.words(), *this); }

  void word(std::size_t at) { words.push_back(at); }
  void digits(std::size_t at, std::size_t token, const AroundDigits& around) {
    digit_runs.emplace_back(at, token);
    counts.push_back(around.count);
    beyond_ascii.push_back(around.beyond_ascii);
  }
  void long_token(std::size_t begin, std::size_t end) { long_tokens.emplace_back(begin, end); }
  void sign(std::size_t at, char sign) { signs.emplace_back(at, sign); }

  std::vector<std::size_t> words;
  std::vector<std::pair<std::size_t, std::size_t>> digit_runs, long_tokens;
  std::vector<std::pair<std::size_t, char>> signs;
  std::vector<int> counts;
  std::vector<bool> beyond_ascii;
};

std::vector<std::uint32_t> owners_at(const Known& known, std::string_view rest) {
  std::vector<std::uint32_t> owners;
  known.words().visit(rest, [&](const AnchorWordRow& word) { owners.push_back(word.item); });
  return owners;
}

TEST(Anchors, WordsAreFoundWhereWordsBegin) {
  const Known words({"ghp_", "password"});
  const Recorder found("a ghp_x xghp_ (Password)", words);
  EXPECT_THAT(found.words, ElementsAre(2, 15));
}

TEST(Anchors, WordsOfOtherScriptsAreFoundInEveryCase) {
  const Known words({"пароль", "ärger"});
  EXPECT_THAT(Recorder("мой Пароль, ПАРОЛЬ", words).words, ElementsAre(7, 21));
  EXPECT_THAT(owners_at(words, "ÄRGER"), ElementsAre(1));
  EXPECT_THAT(owners_at(words, "Ärger"), ElementsAre(1));
}

TEST(Anchors, WholeWordsAreNoBeginnings) {
  ImageBuilder image;
  AnchorWordsBuilder builder;
  builder.add("ann", 0, 0, true);
  const AnchorWordsRow row = builder.write(image);
  const AnchorWords words(Image(image.bytes().data()), row);
  const auto found = [&](std::string_view rest) {
    int count = 0;
    words.visit(rest, [&](const AnchorWordRow&) { ++count; });
    return count;
  };
  EXPECT_EQ(found("Ann is here"), 1);
  EXPECT_EQ(found("ann"), 1);
  EXPECT_EQ(found("ann's"), 1);
  EXPECT_EQ(found("anna"), 0);
  EXPECT_EQ(found("ann2"), 0);
}

TEST(Anchors, PhrasesThatBeginAlikeAreToldApart) {
  const Known words({"member of the union", "member of the party", "member of"});
  EXPECT_THAT(owners_at(words, "Member of the party now"), ::testing::UnorderedElementsAre(1, 2));
  EXPECT_THAT(owners_at(words, "member of"), ElementsAre(2));
}

TEST(Anchors, ChineseNeedsNoSpaces) {
  const Known words({"密码", "ghp_"});
  EXPECT_THAT(Recorder("我的密码是ghp_x", words).words, ElementsAre(6, 15));
}

TEST(Anchors, WordsAtTheVeryEndAreFound) {
  for (std::size_t before = 0; before < 200; ++before) {
    const std::string text = std::string(before, ' ') + "token";
    EXPECT_THAT(Recorder(text, Known({"token"})).words, ElementsAre(before)) << before;
  }
}

TEST(Anchors, AShorterTextThanTheWordHoldsNone) { EXPECT_THAT(owners_at(Known({"token"}), "toke"), IsEmpty()); }

TEST(Anchors, DigitRunsKnowTheirToken) {
  EXPECT_THAT(Recorder("ab12cd34 56", Known({})).digit_runs, ElementsAre(Pair(2, 0), Pair(6, 0), Pair(9, 9)));
}

TEST(Anchors, DigitsBehindAreCounted) {
  EXPECT_THAT(Recorder("1 23 x4567", Known({})).counts, ElementsAre(7, 6, 4));
  EXPECT_THAT(Recorder("1 2 é", Known({})).counts, ElementsAre(digits_unknown, digits_unknown));
  for (std::size_t before = 0; before < 200; ++before) {
    const std::string text = std::string(before, ' ') + "12" + std::string(digits_window - 3, ' ') + "34" + std::string(before % 7, ' ') + "é";
    EXPECT_THAT(Recorder(text, Known({})).counts, ElementsAre(3, digits_unknown)) << before;
  }
}

TEST(Anchors, CharactersBeyondAsciiAreSeenAroundDigits) {
  for (std::size_t before = 0; before < 200; ++before) {
    const std::string spaces(before, ' ');
    EXPECT_THAT(Recorder(spaces + "é 1", Known({})).beyond_ascii, ElementsAre(true)) << before;
    EXPECT_THAT(Recorder(spaces + "1 é", Known({})).beyond_ascii, ElementsAre(true)) << before;
    EXPECT_THAT(Recorder(spaces + "e 1 e", Known({})).beyond_ascii, ElementsAre(false)) << before;
  }
}

TEST(Anchors, RunsGoOnOverTheEdgeOfABlock) {
  for (std::size_t before = 40; before < 80; ++before) {
    const std::string text = std::string(before, ' ') + "DE123456789012345678 x";
    const Recorder found(text, Known({}));
    EXPECT_THAT(found.digit_runs, ElementsAre(Pair(before + 2, before))) << before;
    EXPECT_THAT(found.long_tokens, ElementsAre(Pair(before, before + 20))) << before;
  }
}

TEST(Anchors, RunsOverManyBlocksAreOne) {
  const std::string text(1000, 'a');
  EXPECT_THAT(Recorder(text, Known({})).long_tokens, ElementsAre(Pair(0, 1000)));
}

TEST(Anchors, LongRunsHaveSixteenSigns) {
  EXPECT_THAT(Recorder(std::string(15, 'a') + " " + std::string(16, 'b'), Known({})).long_tokens, ElementsAre(Pair(16, 32)));
}

TEST(Anchors, DigitsOfOtherScriptsAreDigits) {
  EXPECT_THAT(Recorder("x ４１５ ٣٤ ۳", Known({})).digit_runs, ElementsAre(Pair(2, 2), Pair(12, 12), Pair(17, 17)));
}

TEST(Anchors, SignsAreReported) {
  EXPECT_THAT(Recorder("a@b +1 ＋2 $x:", Known({})).signs,
              ElementsAre(Pair(1, '@'), Pair(4, '+'), Pair(12, '$'), Pair(14, ':'), Pair(7, '+')));
}

TEST(Anchors, AnyBytesAreRead) {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 300; ++size) {
    std::string text(size, '\0');
    for (char& c : text) c = static_cast<char>(random());
    const Recorder found(text, Known({"token"}));
    for (const auto& [begin, end] : found.long_tokens) EXPECT_LE(end, size);
  }
}

TEST(Classify, IsTheSameOnEveryMachine) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    char block[64];
    for (char& c : block) c = static_cast<char>(round < 4 ? 64 * round + (&c - block) : random());
    const BlockMasks fast = classify(block), plain = classify_portable(block);
    EXPECT_EQ(fast.word, plain.word);
    EXPECT_EQ(fast.digit, plain.digit);
    EXPECT_EQ(fast.sign, plain.sign);
    EXPECT_EQ(fast.high, plain.high);
    const WideMasks fast_wide = classify_wide(block), plain_wide = classify_wide_portable(block);
    EXPECT_EQ(fast_wide.ideograph, plain_wide.ideograph);
    EXPECT_EQ(fast_wide.full_width, plain_wide.full_width);
    EXPECT_EQ(fast_wide.arabic, plain_wide.arabic);
  }
}

}  // namespace
}  // namespace loftgate
