// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/overlaps.h"

#include <gmock/gmock.h>

namespace loftgate {
namespace {

using ::testing::ElementsAre;

Finding finding(std::uint32_t begin, std::uint32_t end, int confidence, Severity severity = Severity::contact) {
  return {{begin, end}, EntityType::phone, severity, static_cast<std::uint8_t>(confidence), 0};
}

std::vector<Span> left(std::vector<Finding> findings) {
  std::vector<Span> spans;
  for (const Finding& one : without_overlaps(std::move(findings))) spans.push_back(one.span);
  return spans;
}

TEST(Overlaps, FindingsComeInOrder) {
  EXPECT_THAT(left({finding(10, 20, 90), finding(0, 5, 60)}), ElementsAre(Span{0, 5}, Span{10, 20}));
}

TEST(Overlaps, TheSurerOneWins) { EXPECT_THAT(left({finding(0, 10, 60), finding(5, 9, 90)}), ElementsAre(Span{5, 9})); }

TEST(Overlaps, OfEquallySureOnesTheLongerWins) {
  EXPECT_THAT(left({finding(0, 5, 90), finding(2, 12, 90)}), ElementsAre(Span{2, 12}));
}

TEST(Overlaps, ASecretWinsOverTheAddressInside) {
  EXPECT_THAT(left({finding(4, 9, 95), finding(0, 12, 85, Severity::secret)}), ElementsAre(Span{0, 12}));
}

TEST(Overlaps, ADoubtfulSecretLosesToASureNumber) {
  EXPECT_THAT(left({finding(4, 9, 80), finding(0, 12, 30, Severity::secret)}), ElementsAre(Span{4, 9}));
}

TEST(Overlaps, WhatALoserCoveredIsFreeForOthers) {
  EXPECT_THAT(left({finding(0, 6, 60), finding(5, 11, 70), finding(10, 16, 90)}), ElementsAre(Span{0, 6}, Span{10, 16}));
}

TEST(Overlaps, NeighboursStay) {
  EXPECT_THAT(left({finding(0, 5, 60), finding(5, 9, 90)}), ElementsAre(Span{0, 5}, Span{5, 9}));
}

}  // namespace
}  // namespace loftgate
