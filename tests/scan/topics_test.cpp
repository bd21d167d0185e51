// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/topics.h"

#include <gmock/gmock.h>

#include "common/scan/scanner.h"

namespace loftgate {
namespace {

using ::testing::HasSubstr;

constexpr char record[] = R"(id = "faith"
name = "Faith"
type = "RELIGION"
severity = "special"
confidence = 75
[[language]]
code = "en"
persons = ["i"]
owners = ["my"]
relatives = ["sister"]
has = ["joined"]
is = ["am", "is", "m"]
has_alone = ["confessed"]
conditions = ["the flock"]
states = ["devout*"]
fillers = ["very"]
unless = ["film"]
[hits]
plain = "I am ⟦devout⟧"
[misses]
plain = "a devout film"
)";

std::optional<Finding> found(std::string_view text) {
  static const Result<Scanner> scanner = Scanner::load({}, {{"faith.toml", record}});
  EXPECT_TRUE(scanner) << (scanner ? "" : scanner.error().text);
  const ScanResult result = scanner->scan(text);
  if (result.findings.empty()) return std::nullopt;
  return result.findings.front();
}

TEST(Topics, ATermSaidOfAPersonIsFound) {
  EXPECT_EQ(found("I am devout")->span, (Span{5, 11}));
  EXPECT_EQ(found("I am devout")->type, EntityType::religion);
  EXPECT_TRUE(found("my sister is very, very devout"));
  EXPECT_TRUE(found("I'm devout"));
  EXPECT_TRUE(found("I’m devout"));
  EXPECT_TRUE(found("I joined the flock"));
}

TEST(Topics, OpenTermsReachToTheEndOfTheWord) { EXPECT_EQ(found("I am devoutly so")->span, (Span{5, 13})); }

TEST(Topics, ATermAloneIsSilent) {
  EXPECT_FALSE(found("a devout crowd"));
  EXPECT_FALSE(found("devout"));
  EXPECT_FALSE(found("the shop is devout"));
  EXPECT_FALSE(found("so I am. devout people"));
}

TEST(Topics, LinksThatNameAPersonNeedNoOther) { EXPECT_TRUE(found("confessed the flock")); }

TEST(Topics, LanguagesMayPutTheVerbLast) { EXPECT_TRUE(found("that I the flock joined")); }

TEST(Topics, OtherMeaningsAreSilent) { EXPECT_FALSE(found("I am devout in this film")); }

TEST(Topics, PartsOfWordsAreNoTerms) {
  EXPECT_FALSE(found("I joined the flocks"));
  EXPECT_FALSE(found("I am undevout"));
}

TEST(Topics, ARecordWithoutALanguageIsRefused) {
  std::string text = record;
  text.erase(text.find("[[language]]"), text.find("[hits]") - text.find("[[language]]"));
  EXPECT_THAT(read_topic({"faith.toml", text}).error().text, HasSubstr("'language' is missing"));
}

TEST(Topics, AnUnknownKeyIsRefusedWithItsLine) {
  std::string text = record;
  text.replace(text.find("fillers"), 7, "filler");
  EXPECT_THAT(read_topic({"faith.toml", text}).error().text, HasSubstr("faith.toml:16: the key 'filler' is not known"));
}

}  // namespace
}  // namespace loftgate
