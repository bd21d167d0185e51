// SPDX-License-Identifier: GPL-2.0-or-later
// RE2 is the oracle: for every pattern of every bundled record, on lines made from its own examples, the longest
// match at every place must be the same.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "common/scan/utf8.h"
#include "tests/scan/bundled_scanner.h"
#include "tests/scan/matching.h"

namespace loftgate {
namespace {

/// RE2 counts to 1000 only; a longer count is said in two.
std::string with_short_counts(std::string pattern) {
  static const RE2 long_count(R"re((\[[^\]]*\])\{(\d+),1(\d{3})\})re");
  RE2::GlobalReplace(&pattern, long_count, R"(\1{\2,1000}\1{0,\3})");
  return pattern;
}

/// RE2 knows more digits than the scanner; it gets the class spelled out.
std::string for_re2(std::string pattern) {
  pattern = with_short_counts(std::move(pattern));
  constexpr std::string_view digits = "\\p{Nd}", spelled = "0-9٠-٩۰-۹０-９";
  for (std::size_t at = 0; (at = pattern.find(digits, at)) != std::string::npos; at += spelled.size()) {
    const std::size_t open = pattern.rfind('[', at), close = pattern.rfind(']', at);
    const bool inside = open != std::string::npos && (close == std::string::npos || close < open);
    pattern.replace(at, digits.size(), inside ? std::string(spelled) : "[" + std::string(spelled) + "]");
  }
  return pattern;
}

/// A line put together from pieces of examples, with some characters changed, swapped or left out.
std::string made_line(const std::vector<std::string>& pieces, std::mt19937& random) {
  static const std::string spice[] = {"0", "9", "a", "Z", "-", ".", ":", "@", "+", "/", " ", "_", "ä", "é", "Ж", "密", "７", "😀", "\n"};
  std::string line;
  for (unsigned i = 1 + random() % 2; i > 0; --i) {
    const std::string& piece = pieces[random() % pieces.size()];
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t size = code_point_at(piece, at).size;
      const unsigned fate = random() % 40;
      if (fate == 0) line += spice[random() % std::size(spice)];
      if (fate != 1) line.append(piece, at, size);
      if (fate == 2) line.append(piece, at, size);
      at += size;
    }
  }
  return line.substr(0, 300);
}

void expect_the_same_spans(const std::string& pattern, const Detector& detector, std::mt19937& random) {
  const Dfa dfa = compiled(pattern, detector.any_case);
  RE2::Options options;
  options.set_longest_match(true);
  options.set_case_sensitive(!detector.any_case);
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  const RE2 oracle(for_re2(pattern), options);
  ASSERT_TRUE(oracle.ok()) << oracle.error();
  std::vector<std::string> pieces;
  for (const Example& example : detector.examples) pieces.push_back(example.text);
  for (int round = 0; round < 20; ++round) {
    const std::string line = made_line(pieces, random);
    for (std::size_t at = 0; at < line.size(); at += code_point_at(line, at).size) {
      re2::StringPiece match;
      const bool found = oracle.Match(line, at, line.size(), RE2::ANCHOR_START, &match, 1);
      const std::optional<std::size_t> end = longest_end(dfa, line, at);
      ASSERT_EQ(end.has_value(), found) << "at " << at << " of: " << line;
      if (found) { ASSERT_EQ(*end, at + match.size()) << "at " << at << " of: " << line; }
    }
  }
}

class RegexOracle : public ::testing::TestWithParam<BundledRecord> {};

TEST_P(RegexOracle, FindsTheSameSpans) {
  const Detector detector = GetParam().read();
  std::mt19937 random(4711);
  for (const auto& [field, pattern] : {std::pair{"before", detector.before}, std::pair{"pattern", detector.pattern},
                                       std::pair{"after", detector.after}}) {
    SCOPED_TRACE(field);
    if (!pattern.empty()) expect_the_same_spans(pattern, detector, random);
  }
}

std::vector<BundledRecord> with_patterns() {
  std::vector<BundledRecord> records = all_bundled_records();
  std::erase_if(records, [](const BundledRecord& record) { return record.kind != BundledRecord::Kind::detector; });
  return records;
}

INSTANTIATE_TEST_SUITE_P(Bundled, RegexOracle, ::testing::ValuesIn(with_patterns()),
                         [](const auto& test) { return test_name(test.param); });

}  // namespace
}  // namespace loftgate
