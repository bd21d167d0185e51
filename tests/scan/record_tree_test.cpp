// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/record_tree.h"

#include <gmock/gmock.h>

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

RecordTree tree(const char* text) {
  Result<RecordTree> parsed = RecordTree::parse({"mine.toml", text});
  EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().text);
  return *std::move(parsed);
}

TEST(RecordTree, ReadsWhatIsThere) {
  RecordTree record = tree("a = \"x\"\nn = 7\nf = true\nl = [\"p\", \"q\"]\n[t]\nb = \"y\"\n[[r]]\nc = \"1\"\n[[r]]\nc = \"2\"");
  EXPECT_EQ(record.text("a"), "x");
  EXPECT_EQ(record.number_or("n", 0, 0, 10), 7);
  EXPECT_TRUE(record.flag_or("f", false));
  EXPECT_THAT(record.texts("l"), ElementsAre("p", "q"));
  EXPECT_EQ(record.table("t")->text("b"), "y");
  std::vector<RecordTree> rows = record.tables("r");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].text("c") + rows[0].text("c"), "21");
  EXPECT_FALSE(record.problem());
}

TEST(RecordTree, MissingKeysTakeTheFallback) {
  RecordTree record = tree("");
  EXPECT_EQ(record.text_or("a", "x"), "x");
  EXPECT_EQ(record.number_or("n", 3, 0, 10), 3);
  EXPECT_THAT(record.texts("l"), IsEmpty());
  EXPECT_FALSE(record.table("t"));
  EXPECT_FALSE(record.problem());
}

TEST(RecordTree, AnUnknownKeyIsAnErrorWithItsLine) {
  RecordTree record = tree("a = \"x\"\n\nspeling = 1");
  record.text("a");
  EXPECT_EQ(record.problem()->text, "mine.toml:3: the key 'speling' is not known; correct its spelling or remove it");
}

TEST(RecordTree, AnUnknownKeyInsideATableToo) {
  RecordTree record = tree("[t]\na = \"x\"\nb = \"y\"");
  record.table("t")->text("a");
  EXPECT_EQ(record.problem()->text, "mine.toml:3: the key 'b' is not known; correct its spelling or remove it");
}

TEST(RecordTree, TheFirstWrongValueCounts) {
  RecordTree record = tree("a = 7\nn = 70\nl = \"p\"");
  EXPECT_EQ(record.text_or("a", ""), "");
  EXPECT_EQ(record.number_or("n", 1, 0, 10), 1);
  record.texts("l");
  EXPECT_EQ(record.problem()->text, "mine.toml:1: 'a' must be a text in quotes");
}

TEST(RecordTree, SaysWhichKeyIsMissing) {
  RecordTree record = tree("b = \"x\"");
  record.text("a");
  EXPECT_EQ(record.problem()->text, "mine.toml:1: 'a' is missing or empty; give it a text");
}

TEST(RecordTree, ListsHoldTextsOnly) {
  RecordTree record = tree("l = [\"p\", 7]");
  record.texts("l");
  EXPECT_EQ(record.problem()->text, "mine.toml:1: 'l' must hold only texts that are not empty");
}

TEST(RecordTree, ListsOfNumbersKeepToTheirRange) {
  EXPECT_THAT(tree("l = [3, 7, 1]").numbers("l", 0, 9), ElementsAre(3, 7, 1));
  EXPECT_THAT(tree("").numbers("l", 0, 9), IsEmpty());
  for (const char* wrong : {"l = [3, 10]", "l = [3, \"7\"]", "l = 3"}) {
    RecordTree record = tree(wrong);
    record.numbers("l", 0, 9);
    EXPECT_EQ(record.problem()->text, "mine.toml:1: 'l' must be a list of whole numbers from 0 to 9");
  }
}

TEST(RecordTree, KeepsTheOrderOfTheFile) {
  EXPECT_THAT(tree("z = 1\na = 2\nm = 3").keys(), ElementsAre("z", "a", "m"));
}

TEST(RecordTree, BrokenTomlIsAnErrorWithItsLine) {
  const Result<RecordTree> parsed = RecordTree::parse({"mine.toml", "a = 1\nb = = 2"});
  ASSERT_FALSE(parsed);
  EXPECT_THAT(parsed.error().text, ::testing::StartsWith("mine.toml:2: "));
}

}  // namespace
}  // namespace loftgate
