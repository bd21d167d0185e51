// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checksum.h"

#include <gtest/gtest.h>

#include <string>

#include "common/scan/record_tree.h"

namespace loftgate {
namespace {

Checksum checksum(const std::string& record) {
  Result<RecordTree> tree = RecordTree::parse({"mine.toml", record});
  EXPECT_TRUE(tree) << (tree ? "" : tree.error().text);
  const Checksum read = read_checksum(*tree);
  EXPECT_FALSE(tree->problem()) << (tree->problem() ? tree->problem()->text : "");
  return read;
}

std::string problem(const std::string& record) {
  Result<RecordTree> tree = RecordTree::parse({"mine.toml", record});
  EXPECT_TRUE(tree);
  read_checksum(*tree);
  return tree->problem() ? tree->problem()->text : "";
}

TEST(Checksum, LuhnSumOfCards) {
  const Checksum luhn = checksum("[[checksum]]\nkind = \"luhn\"");
  EXPECT_TRUE(holds(luhn, "4539 1488-0343.6467"));
  EXPECT_TRUE(holds(luhn, "４５３９１４８８０３４３６４６７")) << "digits of any script";
  EXPECT_FALSE(holds(luhn, "4539148803436468"));
  EXPECT_FALSE(holds(luhn, "0000000000000000")) << "one digit over and over";
}

TEST(Checksum, VerhoeffFindsAnySwap) {
  const Checksum verhoeff = checksum("[[checksum]]\nkind = \"verhoeff\"");
  EXPECT_TRUE(holds(verhoeff, "2363"));
  EXPECT_TRUE(holds(verhoeff, "84736430954837284567892"));
  EXPECT_FALSE(holds(verhoeff, "2633"));
  EXPECT_FALSE(holds(verhoeff, "236A")) << "digits only";
}

TEST(Checksum, HybridSumsOfDigitsAndOfLetters) {
  const Checksum digits = checksum("[[checksum]]\nkind = \"mod-11-10\"");
  EXPECT_TRUE(holds(digits, "794623"));
  EXPECT_FALSE(holds(digits, "794624"));
  const Checksum letters = checksum("[[checksum]]\nkind = \"mod-37-36\"");
  EXPECT_TRUE(holds(letters, "a12425gabc1234002m"));
  EXPECT_FALSE(holds(letters, "A12425GABC1234002N"));
}

TEST(Checksum, ACharacterForEachRemainder) {
  const Checksum dni = checksum("[[checksum]]\nweights = [14, 6, 19, 18, 11, 8, 10, 1]\nmodulus = 23\n"
                                "characters = \"TRWAGMYFPDXBNJZSQVHLCKE\"\nletters = { X = 0, Y = 1, Z = 2 }");
  EXPECT_TRUE(holds(dni, "12345678-z"));
  EXPECT_TRUE(holds(dni, "X1234567L")) << "letters with values of their own";
  EXPECT_FALSE(holds(dni, "12345678A"));
}

TEST(Checksum, WhatASumMayLeave) {
  const Checksum routing = checksum("[[checksum]]\nweights = [3, 7, 1]\nmodulus = 10\nremainders = [0]");
  EXPECT_TRUE(holds(routing, "322070381")) << "weights begin anew in front";
  EXPECT_FALSE(holds(routing, "322070382"));
}

TEST(Checksum, SecondWeightsWhereTheFirstHaveNoCharacter) {
  const Checksum code = checksum("[[checksum]]\nweights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]\nmodulus = 11\n"
                                 "characters = \"0123456789-\"\nsecond_weights = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]");
  EXPECT_TRUE(holds(code, "37605030299"));
  EXPECT_FALSE(holds(code, "37605030298"));
  EXPECT_TRUE(holds(code, "33309240064")) << "the first sum leaves 10";
}

TEST(Checksum, TwoSumsWithTheirOwnPlaces) {
  const Checksum number = checksum(
      "[[checksum]]\nlast = 9\nweights = [3, 7, 6, 1, 8, 9, 4, 5, 2]\nmodulus = 11\ncharacters = \"0-987654321\"\n"
      "[[checksum]]\nlast = 10\nweights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]\nmodulus = 11\ncharacters = \"0-987654321\"\n"
      "[date]\nlayout = \"DDMMYY\"\nadd_to_day = [40]");
  EXPECT_TRUE(holds(number, "151086 95088"));
  EXPECT_FALSE(holds(number, "151086 95077")) << "first sum";
  EXPECT_FALSE(holds(number, "151086 95089")) << "second sum";
  EXPECT_FALSE(holds(number, "151086 950")) << "too short";
}

TEST(Checksum, TheCheckDigitMayStandAnywhere) {
  const Checksum number = checksum("[[checksum]]\nweights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]\nlast = 10\ncheck_at = 4\n"
                                   "modulus = 11\ncharacters = \"0123456789-\"");
  EXPECT_TRUE(holds(number, "1237 010180"));
  EXPECT_FALSE(holds(number, "2237 010180"));
}

TEST(Checksum, CrossSumsOfProducts) {
  const Checksum number = checksum("[[checksum]]\nweights = [2, 1]\nmodulus = 10\nremainders = [0]\ncross_sums = true\n"
                                   "first = 2");
  EXPECT_TRUE(holds(number, "X18"));
  EXPECT_TRUE(holds(number, "X59")) << "twice five is ten, whose digits make one";
  EXPECT_FALSE(holds(number, "X50"));
}

TEST(Checksum, DatesMustBeOnes) {
  const Checksum born = checksum("[date]\nlayout = \".YYMMDD\"\nadd_to_month = [20, 40]\nadd_to_day = [40]");
  EXPECT_TRUE(holds(born, "1-920229"));
  EXPECT_TRUE(holds(born, "1-922269"));
  EXPECT_FALSE(holds(born, "1-930229")) << "no leap year";
  EXPECT_FALSE(holds(born, "1-921329"));
  EXPECT_FALSE(holds(born, "1-920200"));
  const Checksum full = checksum("[date]\nlayout = \"YYYYMMDD\"");
  EXPECT_TRUE(holds(full, "19840712"));
  EXPECT_FALSE(holds(full, "17840712"));
  EXPECT_FALSE(holds(full, "19000229"));
}

TEST(Checksum, DaysOfTheYear) {
  const Checksum born = checksum("[date]\nlayout = \"YYDDD\"\nadd_to_day = [500]");
  EXPECT_TRUE(holds(born, "72222"));
  EXPECT_TRUE(holds(born, "72722"));
  EXPECT_FALSE(holds(born, "72400"));
}

TEST(Checksum, LettersOfOtherScriptsAreWrong) {
  EXPECT_FALSE(holds(checksum("[[checksum]]\nkind = \"luhn\""), "453914880343646ж7"));
}

TEST(ChecksumRecord, SaysWhatIsWrong) {
  EXPECT_NE(problem("[[checksum]]\nkind = \"crc\"").find("'kind' must be"), std::string::npos);
  EXPECT_NE(problem("[[checksum]]\nweights = [1]").find("'modulus' is missing"), std::string::npos);
  EXPECT_NE(problem("[[checksum]]\nmodulus = 11\nremainders = [0]").find("'weights' is missing"), std::string::npos);
  EXPECT_NE(problem("[[checksum]]\nmodulus = 11\nweights = [1]").find("needs 'characters'"), std::string::npos);
  EXPECT_NE(problem("[[checksum]]\nmodulus = 11\nweights = [1]\ncharacters = \"012\"").find("as many as"),
            std::string::npos);
  EXPECT_NE(problem("[[checksum]]\nkind = \"luhn\"\nletters = { AB = 1 }").find("one letter"), std::string::npos);
  EXPECT_NE(problem("[date]\nlayout = \"YYYDD\"").find("'layout'"), std::string::npos);
  EXPECT_NE(problem("[date]\nlayout = \"YYMMDD\"\nadd_to_day = [4000]").find("whole numbers"), std::string::npos);
}

}  // namespace
}  // namespace loftgate
