// SPDX-License-Identifier: GPL-2.0-or-later
// However hostile a text is, reading it for disclosures ends after a bounded number of steps. Steps are found by the
// limit that suffices; the worst of every pattern is in the XML report (--gtest_output=xml).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "common/policy/disclosure.h"
#include "tests/policy/example.h"

namespace loftgate {
namespace {

constexpr std::size_t limits[] = {1000, 10000, 30000, 100000, disclosure_step_limit};

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

/// What makes a pattern begin over and over: beginnings of its own sentences, and what it skips over.
std::vector<std::string> hostile_pieces(const DisclosurePattern& pattern) {
  std::vector<std::string> pieces{" ", "\xC2\xA0", "\n", "a", "я", "私", "AI ", ".", "-", "\"", "`", "\xF0\x9F\x95\x8A"};
  for (const std::string& sentence : pattern.examples.matches) {
    for (std::size_t size = 1; size < sentence.size(); ++size) {
      if ((sentence[size] & 0xC0) == 0x80) continue;
      pieces.push_back(sentence.substr(0, size));
      if (sentence[size] == ' ') pieces.push_back(sentence.substr(0, size + 1) + std::string(200, ' '));
    }
  }
  return pieces;
}

TEST(DisclosureBounds, HoldForEveryPatternInHostileText) {
  for (const RecordFile& file : bundled_records("disclosures")) {
    std::vector<DisclosurePattern> patterns;
    for (const std::size_t limit : limits) {
      auto pattern = read_disclosure_with(file, limit);
      ASSERT_TRUE(pattern) << pattern.error().text;
      patterns.push_back(std::move(*pattern));
    }
    std::size_t worst = 0;
    for (const std::string& piece : hostile_pieces(patterns[0])) {
      const std::string text = readable_part(repeated(piece, 64 * 1024), patterns[0].strong);
      while (worst < std::size(limits) && !search(patterns[worst], text)) ++worst;
      ASSERT_LT(worst, std::size(limits)) << patterns[0].id << " gives up on " << piece;
    }
    RecordProperty(patterns[0].id, std::to_string(limits[worst]));
    EXPECT_LT(limits[worst], disclosure_step_limit) << patterns[0].id << " comes too near to its limit";
  }
}

TEST(DisclosureBounds, DoNotGrowWithTheMessage) {
  for (const std::size_t size : {std::size_t{64} * 1024, std::size_t{1} << 20}) {
    for (const char* piece : {"I am an AI ", "as an AI language model ", "\"", "> ", "`", " ", "я "}) {
      EXPECT_LE(readable_part(repeated(piece, size), true).size(), disclosure_bound) << piece;
    }
  }
}

/// A pattern of the user's own whose steps double with every letter.
DisclosurePattern runaway() {
  auto pattern = read_disclosure({"runaway.toml", "id = \"runaway\"\nlanguage = \"en\"\nstrong = true\n"
                                                  "pattern = '(?:a+)+(?:a+)+b|robot'\n"});
  EXPECT_TRUE(pattern);
  return std::move(*pattern);
}

TEST(DisclosureBounds, EndAPatternThatRunsAwayAndItFoundNothing) {
  const DisclosurePattern pattern = runaway();
  EXPECT_TRUE(finds(pattern, "I am a robot"));
  const std::string hostile = std::string(4000, 'a') + " robot";
  EXPECT_EQ(search(pattern, hostile), std::nullopt);
  EXPECT_FALSE(finds(pattern, hostile));
}

TEST(DisclosureBounds, CannotBeRaisedByARecord) {
  auto pattern = read_disclosure({"bold.toml", "id = \"bold\"\nlanguage = \"en\"\nstrong = true\n"
                                               "pattern = '(*LIMIT_MATCH=4000000000)(?:a+)+(?:a+)+b|robot'\n"});
  ASSERT_TRUE(pattern) << pattern.error().text;
  EXPECT_EQ(search(*pattern, std::string(4000, 'a') + " robot"), std::nullopt);
}

TEST(DisclosureBounds, EveryLanguageHasHitsAndMisses) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> examples;
  for (const RecordFile& file : bundled_records("disclosures")) {
    const auto pattern = read_disclosure(file);
    ASSERT_TRUE(pattern) << pattern.error().text;
    EXPECT_FALSE(pattern->examples.matches.empty()) << pattern->id;
    EXPECT_FALSE(pattern->examples.misses.empty()) << pattern->id;
    examples[pattern->language].first += pattern->examples.matches.size();
    examples[pattern->language].second += pattern->examples.misses.size();
  }
  EXPECT_EQ(examples.size(), 18U);
}

}  // namespace
}  // namespace loftgate
