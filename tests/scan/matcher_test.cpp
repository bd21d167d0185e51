// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/matcher.h"

#include <gmock/gmock.h>

#include "common/scan/compile_image.h"

namespace loftgate {
namespace {

using ::testing::HasSubstr;

Detector plain_detector(std::string pattern) {
  Detector detector;
  detector.file = "mine.toml";
  detector.confidence = 70;
  detector.pattern = std::move(pattern);
  return detector;
}

/// A detector compiled alone. An anchor word keeps its pattern out of groups.
class Compiled {
 public:
  explicit Compiled(Detector detector) {
    detector.anchors.words = {"anchor"};
    const Result<std::string> bytes = compile_image({{std::move(detector)}, {}, {}});
    EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().text);
    if (bytes) bytes_ = *bytes;
  }

  std::optional<Finding> match(std::string_view text, std::size_t at, MatcherMemo& memo, bool in_url = false,
                               std::string_view region = "") const {
    const Image image(bytes_.data());
    NearbyCache nearby;
    return Matcher(image, image.at(image.head<ScanImageHead>().detectors)[0]).match({text, at, region, in_url, nearby}, memo);
  }

 private:
  std::string bytes_;
};

std::optional<Finding> match(const Detector& detector, std::string_view text, std::size_t at, bool in_url = false) {
  MatcherMemo memo;
  return Compiled(detector).match(text, at, memo, in_url);
}

std::string compile_error(const Detector& detector) {
  const Result<std::string> bytes = compile_image({{detector}, {}, {}});
  return bytes ? "" : bytes.error().text;
}

TEST(Matcher, TakesTheLongestMatch) {
  EXPECT_EQ(match(plain_detector("[0-9]{2,4}"), "x12345", 1)->span, (Span{1, 5}));
  EXPECT_FALSE(match(plain_detector("[0-9]{2,4}"), "x1", 1));
}

TEST(Matcher, BoundariesAreCharactersOfAnyScript) {
  Detector detector = plain_detector("[0-9]{2,4}");
  detector.not_after = "[a-zä]";
  detector.not_before = "[0-9ж]";
  EXPECT_FALSE(match(detector, "ä12", 2));
  EXPECT_TRUE(match(detector, "é12", 2));
  EXPECT_FALSE(match(detector, "12345", 0));
  EXPECT_FALSE(match(detector, "12ж", 0));
}

TEST(Matcher, WhatStandsBeforeAndBehindIsNoPartOfTheFinding) {
  Detector detector = plain_detector("[a-z0-9]{4,10}");
  detector.before = "pin(?: is)? ";
  detector.after = " thanks";
  EXPECT_EQ(match(detector, "pin is 4711 thanks", 0)->span, (Span{7, 11}));
  EXPECT_FALSE(match(detector, "pin is 4711 please", 0));
}

TEST(Matcher, WalksBackFromTheAnchor) {
  Detector detector = plain_detector("[a-z]{1,9}@[a-z]{1,9}");
  detector.anchors.back_over = "[a-z.]";
  EXPECT_EQ(match(detector, "to ..anna@home", 9)->span, (Span{5, 14})) << "dots cannot begin it";
  detector.anchors.back_at_most = 3;
  EXPECT_FALSE(match(detector, "to anna@home", 7)) << "too far";
}

TEST(Matcher, AtHomeAFairCandidateNeedsNoWord) {
  Detector detector = plain_detector("[0-9]{4}");
  detector.context.words = {"pin"};
  detector.context.required = true;
  detector.context.regions = {"TR", "CY"};
  const Compiled compiled(detector);
  const auto sureness = [&](std::string_view region) {
    MatcherMemo memo;
    return compiled.match("4711", 0, memo, false, region)->confidence;
  };
  EXPECT_EQ(sureness("CY"), 70);
  EXPECT_EQ(sureness("tr-TR"), 70) << "the name of a locale ends with its country";
  EXPECT_LT(sureness("DE"), Finding::sure);
  EXPECT_LT(sureness(""), Finding::sure);
}

TEST(Matcher, AChecksumThatDoesNotHoldRefuses) {
  Detector detector = plain_detector("[0-9]{4}");
  detector.checksum.sums[detector.checksum.size++].kind = DigitSum::Kind::luhn;
  EXPECT_TRUE(match(detector, "1230", 0));
  EXPECT_FALSE(match(detector, "1231", 0));
}

TEST(Matcher, WordsNearbyRaiseAndLower) {
  Detector detector = plain_detector("[0-9]{4}");
  detector.context.words = {"pin"};
  detector.context.unless = {"year"};
  EXPECT_EQ(match(detector, "it was 1234", 7)->confidence, 70);
  EXPECT_GT(match(detector, "the pin 1234", 8)->confidence, 70);
  EXPECT_GT(match(detector, "1234 is my pin", 0)->confidence, 70);
  EXPECT_LT(match(detector, "pin of year 1234", 12)->confidence, Finding::sure);
  detector.context.required = true;
  EXPECT_LT(match(detector, "it was 1234", 7)->confidence, Finding::sure);
}

TEST(Matcher, InsideAWebAddressItIsDoubtfulWhenTheRecordSaysSo) {
  Detector detector = plain_detector("[0-9]{4}");
  EXPECT_EQ(match(detector, "1234", 0, true)->confidence, 70);
  detector.doubtful_in_url = true;
  EXPECT_LT(match(detector, "1234", 0, true)->confidence, Finding::sure);
}

TEST(Matcher, KnownValuesAreDroppedOrDoubted) {
  Detector detector = plain_detector("[a-z0-9 ]{4,20}");
  detector.known.values = {"12 34"};
  detector.known.suffixes = {"example"};
  EXPECT_FALSE(match(detector, "1 2 3 4", 0)) << "only letters and digits count";
  EXPECT_FALSE(match(detector, "an example", 0));
  EXPECT_TRUE(match(detector, "an exampl", 0));
  detector.known.confidence = 20;
  EXPECT_EQ(match(detector, "1234", 0)->confidence, 20);
}

TEST(Matcher, ReadsNoPlaceTwice) {
  const Compiled compiled(plain_detector("[0-9]{2}(?:-[0-9]{2})?"));
  MatcherMemo memo;
  EXPECT_TRUE(compiled.match("12-34", 0, memo));
  EXPECT_FALSE(compiled.match("12-34", 3, memo)) << "inside the last finding";
}

TEST(Matcher, NamesFileAndFieldOfABrokenPattern) {
  Detector detector = plain_detector("[0-9]*");
  EXPECT_THAT(compile_error(detector), HasSubstr("mine.toml: 'pattern': "));
  detector = plain_detector("[0-9]");
  detector.not_after = "a-z";
  EXPECT_THAT(compile_error(detector), HasSubstr("mine.toml: 'not_after': "));
  detector.not_after.clear();
  detector.check = "luhn";
  EXPECT_THAT(compile_error(detector), HasSubstr("there is no such check"));
}

}  // namespace
}  // namespace loftgate
