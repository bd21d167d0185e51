// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/dfa.h"

#include <gmock/gmock.h>

#include "tests/scan/matching.h"

namespace loftgate {
namespace {

using ::testing::HasSubstr;

TEST(Dfa, MatchesWholeTexts) {
  const Dfa dfa = compiled("ab{1,3}(?:c|de)?");
  for (const char* text : {"ab", "abb", "abbbc", "abde"}) EXPECT_TRUE(matches(dfa, text)) << text;
  for (const char* text : {"", "a", "abbbb", "abd", "abcc"}) EXPECT_FALSE(matches(dfa, text)) << text;
}

TEST(Dfa, ReadsCharactersNotBytes) {
  const Dfa dfa = compiled(".[äöü]日");
  EXPECT_TRUE(matches(dfa, "xä日"));
  EXPECT_TRUE(matches(dfa, "😀ü日"));
  EXPECT_FALSE(matches(dfa, "x\xC3日"));
}

TEST(Dfa, IgnoresCaseInEveryScriptWhenAsked) {
  const Dfa dfa = compiled("straße пароль", true);
  EXPECT_TRUE(matches(dfa, "STRAßE ПАРОЛЬ"));
  EXPECT_FALSE(matches(compiled("abc"), "ABC"));
}

TEST(Dfa, ReadsDigitsOfAllScripts) {
  const Dfa dfa = compiled("\\p{Nd}{3}");
  for (const char* text : {"123", "１２３", "٣٤٥", "۳۴۵"}) EXPECT_TRUE(matches(dfa, text)) << text;
}

TEST(Dfa, RefusesPatternsThatNeedTooManyStates) {
  const Result<Dfa> dfa = compile_regex("[ab]{0,20}a[ab]{16}", false);
  ASSERT_FALSE(dfa);
  EXPECT_THAT(dfa.error().text, HasSubstr("more than 4000 states"));
}

TEST(Dfa, RefusesRepeatsThatMultiply) {
  const Result<Dfa> dfa = compile_regex("(?:(?:(?:[a-z]?){40}){40}){2}x", false);
  ASSERT_FALSE(dfa);
  EXPECT_THAT(dfa.error().text, HasSubstr("smaller bounds"));
}

TEST(Dfa, NamesThePatternThatCannotBeUsed) {
  EXPECT_THAT(compile_regex("ab*", false).error().text, HasSubstr("'ab*'"));
}

TEST(Dfa, BytesNoStateTellsApartShareAClass) {
  EXPECT_EQ(compiled("[a-z]{3}").classes, 2u);
  EXPECT_EQ(compiled("(?:abc|cab|bca)x").classes, 5u) << "a, b, c, x and the others";
  EXPECT_EQ(compiled("(?:[aA][bB]){4}").classes, 3u) << "cases, where they match alike";
}

}  // namespace
}  // namespace loftgate
