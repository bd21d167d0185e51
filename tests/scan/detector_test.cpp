// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/detector.h"

#include <gmock/gmock.h>

#include "common/scan/scanner.h"

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char good[] = R"(id = "badge"
name = "Badge number"
type = "USERNAME"
severity = "identity"
confidence = 80
[find]
words = ["badge-"]
[match]
pattern = 'badge-[0-9]{4}'
[hits]
plain = "my ⟦badge-12¦34⟧ and ⟦badge-5678⟧"
at_home = { text = "⟦badge-1234⟧", region = "DE" }
[misses]
short = "badge-12"
)";

std::string with(std::string_view from, std::string_view to) {
  std::string text = good;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string problem_of(const std::string& text) {
  const Result<Detector> detector = read_detector({"badge.toml", text});
  return detector ? "" : detector.error().text;
}

TEST(DetectorRecord, IsReadWithItsExamples) {
  const Result<Detector> detector = read_detector({"badge.toml", good});
  ASSERT_TRUE(detector) << detector.error().text;
  EXPECT_EQ(detector->id, "badge");
  EXPECT_EQ(detector->type, EntityType::username);
  EXPECT_EQ(detector->severity, Severity::identity);
  EXPECT_THAT(detector->anchors.words, ElementsAre("badge-"));
  ASSERT_EQ(detector->examples.size(), 3u);
  EXPECT_EQ(detector->examples[0].text, "my badge-1234 and badge-5678");
  EXPECT_THAT(detector->examples[0].marked, ElementsAre(Span{3, 13}, Span{18, 28}));
  EXPECT_EQ(detector->examples[1].region, "DE");
  EXPECT_EQ(detector->examples[2].kind, Example::Kind::miss);
}

TEST(DetectorRecord, KeywordsAreAnchorsAndWholeWords) {
  const RecordFile file{"names.toml", R"(id = "names"
name = "Project name"
type = "CONFIDENTIAL"
severity = "identity"
confidence = 80
[match]
keywords = ["Blue Heron", "C++ [old]", "Überflieger*"]
[hits]
plain = "about ⟦blue heron⟧"
[misses]
piece = "blue herons"
)"};
  const Result<Detector> detector = read_detector(file);
  ASSERT_TRUE(detector) << detector.error().text;
  const Result<Scanner> scanner = Scanner::load({{file}, {}, {}});
  ASSERT_TRUE(scanner) << scanner.error().text;
  const auto found = [&](std::string_view text) { return scanner->scan(text).findings.size(); };
  EXPECT_EQ(found("BLUE HERON and c++ [old], ÜBERFLIEGERN"), 3u);
  EXPECT_EQ(found("bluest heron, blue herons, xblue heron"), 0u);
}

TEST(DetectorRecord, AShortKeywordIsRefused) {
  EXPECT_THAT(problem_of(with("pattern = 'badge-[0-9]{4}'", "keywords = [\"ab*\"]")), HasSubstr("'keywords' must have at least 3"));
}

struct Broken {
  const char* name;
  std::string from, to, says;
};
void PrintTo(const Broken& broken, std::ostream* out) { *out << broken.to; }

class BrokenDetector : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenDetector, IsRefusedWithLineAndRemedy) {
  const Broken& broken = GetParam();
  const std::string problem = problem_of(with(broken.from, broken.to));
  EXPECT_THAT(problem, ::testing::MatchesRegex("badge\\.toml:[0-9]+: .*"));
  EXPECT_THAT(problem, HasSubstr(broken.says));
}

INSTANTIATE_TEST_SUITE_P(
    Records, BrokenDetector,
    ::testing::Values(
        Broken{"id_with_space", "\"badge\"", "\"my badge\"", "a-z, 0-9"}, Broken{"no_name", "name = \"Badge number\"", "", "'name' is missing"},
        Broken{"type", "USERNAME", "NICK", "not a type of findings"}, Broken{"severity", "\"identity\"", "\"high\"", "\"contact\""},
        Broken{"confidence", "80", "180", "from 1 to 100"}, Broken{"no_confidence", "confidence = 80", "", "'confidence' is missing"},
        Broken{"no_anchor", "words = [\"badge-\"]", "", "has no anchor"}, Broken{"short_anchor", "\"badge-\"", "\"ba\"", "at least 3 bytes"},
        Broken{"sign", "words = [\"badge-\"]", "signs = [\"!\"]", "use 'words'"}, Broken{"run", "words = [\"badge-\"]", "runs = [\"hex\"]", "knows \"digits\""},
        Broken{"no_find", "[find]\nwords = [\"badge-\"]", "", "'find' is missing"}, Broken{"no_pattern", "pattern =", "after =", "'pattern' is missing"},
        Broken{"unknown_key", "[match]", "[match]\nregex = \"x\"", "the key 'regex' is not known"},
        Broken{"unmarked_hit", "my ⟦badge-12¦34⟧ and ⟦badge-5678⟧", "my badge", "must mark"},
        Broken{"open_mark", "⟧\", region", "\", region", "must mark"}, Broken{"marked_miss", "\"badge-12\"", "\"⟦badge-12⟧\"", "is a miss"},
        Broken{"no_misses", "[misses]\nshort = \"badge-12\"", "", "'misses' is missing"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace loftgate
