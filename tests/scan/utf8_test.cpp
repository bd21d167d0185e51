// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/utf8.h"

#include <gtest/gtest.h>

namespace loftgate {

TEST(CodePointAt, ReadsOneToFourBytes) {
  const std::string text = "aé€😀";
  EXPECT_EQ(code_point_at(text, 0).value, U'a');
  EXPECT_EQ(code_point_at(text, 1).value, U'é');
  EXPECT_EQ(code_point_at(text, 3).value, U'€');
  EXPECT_EQ(code_point_at(text, 6).value, U'😀');
  EXPECT_EQ(code_point_at(text, 6).size, 4u);
  EXPECT_EQ(code_point_at(text, 10).size, 0u);
}

TEST(CodePointAt, TakesBrokenBytesOneByOne) {
  for (const std::string text : {"\xFF", "\xC3", "\xE2\x82", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80"}) {
    EXPECT_EQ(code_point_at(text, 0).size, 1u);
    EXPECT_GE(code_point_at(text, 0).value, broken_byte);
  }
}

TEST(CodePointBefore, FindsTheBeginning) {
  const std::string text = "aé€😀";
  EXPECT_EQ(code_point_before(text, 10).value, U'😀');
  EXPECT_EQ(code_point_before(text, 6).value, U'€');
  EXPECT_EQ(code_point_before(text, 1).value, U'a');
  EXPECT_EQ(code_point_before(text, 0).size, 0u);
}

TEST(CodePointBefore, TakesBrokenBytesOneByOne) {
  EXPECT_EQ(code_point_before("a\x80", 2).size, 1u);
  EXPECT_GE(code_point_before("a\x80", 2).value, broken_byte);
}

TEST(DigitValue, KnowsFourScripts) {
  EXPECT_EQ(digit_value(U'7'), 7);
  EXPECT_EQ(digit_value(U'٧'), 7);
  EXPECT_EQ(digit_value(U'۷'), 7);
  EXPECT_EQ(digit_value(U'７'), 7);
  EXPECT_EQ(digit_value(U'x'), -1);
  EXPECT_EQ(digit_value(U'½'), -1);
}

TEST(LowerCase, ChangesLettersAndKeepsBrokenBytes) {
  EXPECT_EQ(lower_case("ÄRGER Пароль ΚΩΔ"), "ärger пароль κωδ");
  EXPECT_EQ(lower_case("A\xFFZ"), "a\xFFz");
}

}  // namespace loftgate
