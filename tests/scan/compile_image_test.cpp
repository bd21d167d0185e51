// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/compile_image.h"

#include <gmock/gmock.h>

#include "common/scan/scan_image.h"

namespace loftgate {
namespace {

Detector detector(std::string pattern) {
  Detector made;
  made.id = "made";
  made.file = "made.toml";
  made.confidence = 70;
  made.pattern = std::move(pattern);
  return made;
}

Detector of_digits(std::string pattern) {
  Detector made = detector(std::move(pattern));
  made.anchors.digits = true;
  return made;
}

/// An image, and who waits for an anchor in it.
class CompileImage : public ::testing::Test {
 protected:
  const WaitingRow& waiting(const std::vector<Detector>& detectors, AnchorKind kind) {
    const Result<std::string> bytes = compile_image({detectors, {}, {}});
    EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().text);
    bytes_ = bytes ? *bytes : std::string();
    image_ = Image(bytes_.data());
    return image_.head<ScanImageHead>().waiting[static_cast<std::size_t>(kind)];
  }

  std::string bytes_;
  Image image_;
};

TEST_F(CompileImage, IsTheSameEveryTime) {
  const std::vector<Detector> detectors = {of_digits("[0-9]{4}"), detector("ab")};
  EXPECT_EQ(*compile_image({detectors, {}, {}}), *compile_image({detectors, {}, {}}));
}

TEST_F(CompileImage, DetectorsThatBeginAtTheSameAnchorShareAnAutomaton) {
  const auto groups = image_.at(waiting({of_digits("[0-9]{4}"), of_digits("[0-9]{2}-[0-9]")}, AnchorKind::digits).groups);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].members.count, 2u);
  EXPECT_EQ(groups[0].least_digits, 3);
}

TEST_F(CompileImage, LongNumbersStandApartFromShortOnes) {
  const auto groups = image_.at(waiting({of_digits("[0-9]{4}"), of_digits("[0-9]{8}")}, AnchorKind::digits).groups);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].least_digits, 4);
  EXPECT_EQ(groups[1].least_digits, 8);
}

TEST_F(CompileImage, DigitsBehindTheWindowAreNotAskedFor) {
  const auto groups = image_.at(waiting({of_digits("[0-9]{3}[a-z]{70}[0-9]{5}")}, AnchorKind::digits).groups);
  EXPECT_EQ(groups[0].least_digits, 3);
}

TEST_F(CompileImage, ClassesThatAreNotAllDigitsAskForNone) {
  const auto groups = image_.at(waiting({of_digits("[0-9A-F]{12}")}, AnchorKind::digits).groups);
  EXPECT_EQ(groups[0].least_digits, 0);
}

TEST_F(CompileImage, DetectorsThatBeginBeforeTheirSignKnowItsNeighbours) {
  Detector time = detector("[0-9]{2}:(?:[0-9]{2}|x)?");
  time.anchors.signs = ":";
  time.anchors.back_over = "[0-9]";
  const auto alone = image_.at(waiting({time}, AnchorKind::colon).alone);
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_TRUE(alone[0].previous.has('7'));
  EXPECT_FALSE(alone[0].previous.has('a'));
  EXPECT_TRUE(alone[0].next.has('x'));
  EXPECT_FALSE(alone[0].next.has(' '));
  EXPECT_TRUE(alone[0].previous_of_last.has('7')) << "it may end there, before anything";
}

TEST_F(CompileImage, TooManyWordsAreRefused) {
  Detector many = detector("ab");
  for (std::size_t i = 0; i <= AnchorWordsBuilder::most_words; ++i) many.anchors.words.push_back("word" + std::to_string(i));
  const Result<std::string> image = compile_image({{many}, {}, {}});
  ASSERT_FALSE(image);
  EXPECT_THAT(image.error().text, ::testing::HasSubstr("more than 60000 words"));
}

TEST_F(CompileImage, TooManyDetectorsAreRefused) {
  const Result<std::string> image = compile_image({std::vector<Detector>(most_detectors + 1, detector("ab")), {}, {}});
  ASSERT_FALSE(image);
  EXPECT_THAT(image.error().text, ::testing::HasSubstr("more than"));
}

}  // namespace
}  // namespace loftgate
