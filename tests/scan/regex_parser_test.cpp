// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/regex_parser.h"

#include <gmock/gmock.h>

namespace loftgate {
namespace {

using ::testing::HasSubstr;

struct Refused {
  const char* name;
  const char* pattern;
  const char* says;
};
void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.pattern; }

class RegexParserRefuses : public ::testing::TestWithParam<Refused> {};

TEST_P(RegexParserRefuses, AndSaysWhatToDo) {
  const Result<RegexNode> tree = parse_regex(GetParam().pattern, false);
  ASSERT_FALSE(tree);
  EXPECT_EQ(tree.error().code, Code::invalid);
  EXPECT_THAT(tree.error().text, HasSubstr(GetParam().says));
}

// Not a parameter: CMake reads a case's printed value as a line, which a last backslash would continue.
TEST(RegexParser, RefusesABackslashBeforeNothing) {
  const Result<RegexNode> tree = parse_regex("a\\", false);
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().text, HasSubstr("backslash"));
}

TEST(RegexParser, RefusesAPatternOfNothing) {
  const Result<RegexNode> tree = parse_regex("", false);
  ASSERT_FALSE(tree);
  EXPECT_THAT(tree.error().text, HasSubstr("nothing at all"));
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, RegexParserRefuses,
    ::testing::Values(Refused{"star", "ab*", "'{0,64}'"}, Refused{"plus", "ab+", "'{1,64}'"},
                      Refused{"open_count", "ab{2,}", "largest number"}, Refused{"count_too_large", "a{5000}", "2048"},
                      Refused{"falling_count", "a{5,2}", "rise"}, Refused{"caret", "^a", "not_after"},
                      Refused{"dollar", "a$", "not_before"}, Refused{"word_boundary", "\\ba", "not_after"},
                      Refused{"open_group", "(a", "no ')'"}, Refused{"stray_close", "a)", "without its '('"},
                      Refused{"open_class", "[a", "no ']'"}, Refused{"falling_range", "[z-a]", "smaller"},
                      Refused{"nothing_to_repeat", "?a", "nothing to repeat"}, Refused{"lookahead", "(?=a)", "plain groups"},
                      Refused{"back_reference", "(a)\\1", "not known"}, Refused{"optional_only", "a?", "nothing at all"},
                      Refused{"empty_choice", "a|", "nothing at all"}, Refused{"other_property", "\\p{Lu}", "Nd"},
                      Refused{"no_code_point", "\\x{110000}", "no code point"}, Refused{"broken_utf8", "a\xFF", "not UTF-8"},
                      Refused{"too_long", "(a{2000}){3}", "4096"}),
    [](const auto& test) { return test.param.name; });

TEST(RegexParser, SaysWhereThePatternGoesWrong) {
  EXPECT_THAT(parse_regex("abc*", false).error().text, HasSubstr("at character 4"));
}

TEST(RegexParser, RefusesGroupsNestedWithoutEnd) {
  EXPECT_FALSE(parse_regex(std::string(100000, '(') + "a" + std::string(100000, ')'), false));
}

TEST(RegexParser, ReadsClassesWithRangesSignsAndEscapes) {
  const Result<CharClass> set = parse_char_class("[]a-c\\-\\]é\\d-]");
  ASSERT_TRUE(set) << set.error().text;
  for (const char32_t c : {U']', U'a', U'b', U'c', U'-', U'é', U'7'}) EXPECT_TRUE(set->contains(c));
  EXPECT_FALSE(set->contains('d'));
}

TEST(RegexParser, InvertsClassesInEveryCase) {
  const Result<RegexNode> tree = parse_regex("[^a]", true);
  ASSERT_TRUE(tree);
  const CharClass& characters = tree->children.front().characters;
  EXPECT_FALSE(characters.contains('a'));
  EXPECT_FALSE(characters.contains('A'));
  EXPECT_TRUE(characters.contains('b'));
}

TEST(RegexParser, AClassAloneStandsInBrackets) {
  EXPECT_FALSE(parse_char_class("a-z"));
  EXPECT_FALSE(parse_char_class("[a-z]x"));
}

}  // namespace
}  // namespace loftgate
