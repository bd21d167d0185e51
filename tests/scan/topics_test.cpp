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
after_alone = ["is mine"]
negations = ["not"]
titles = ["mrs"]
conditions = ["the flock"]
states = ["devout*"]
acts = ["keeps bees"]
told = ["my beehive"]
fillers = ["very", "older"]
unless = ["film"]
[hits]
plain = "I am ⟦devout⟧"
[misses]
plain = "a devout film"
)";

std::optional<Finding> found_by(const std::vector<RecordFile>& topics, std::string_view text) {
  const Result<Scanner> scanner = Scanner::load({{}, topics, {}});
  EXPECT_TRUE(scanner) << (scanner ? "" : scanner.error().text);
  const ScanResult result = scanner->scan(text);
  if (result.findings.empty()) return std::nullopt;
  return result.findings.front();
}

/// The bundled words of all topics would add to those of the record.
const RecordFile no_people{"people.toml", "id = \"people\"\n"};

std::optional<Finding> found(std::string_view text) { return found_by({{"faith.toml", record}, no_people}, text); }

/// As `found`, of a record in a language without links and without spaces.
std::optional<Finding> found_bare(std::string_view text) {
  constexpr char bare[] = R"(id = "faith"
name = "Faith"
type = "RELIGION"
severity = "special"
confidence = 75
[[language]]
code = "zh"
bare = true
persons = ["我"]
fillers = ["也", "是"]
after_alone = ["に改宗し"]
states = ["佛教徒"]
[hits]
plain = "我是⟦佛教徒⟧"
[misses]
plain = "佛教徒"
)";
  return found_by({{"faith.toml", bare}, no_people}, text);
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

TEST(Topics, WhatAPersonDoesNeedsNoLink) {
  EXPECT_TRUE(found("I very keeps bees"));
  EXPECT_FALSE(found("he keeps bees"));
}

TEST(Topics, WhatNamesThePersonItselfNeedsNobody) {
  EXPECT_TRUE(found("look at my beehive"));
  EXPECT_FALSE(found("look at my beehive in this film"));
}

TEST(Topics, ALinkBehindMayNameThePerson) { EXPECT_TRUE(found("devout is mine")); }

TEST(Topics, ADeniedLinkIsSilent) { EXPECT_FALSE(found("not confessed the flock")); }

TEST(Topics, ATitleMakesTheNameBehindItAPerson) {
  EXPECT_TRUE(found("Mrs Novak is devout"));
  EXPECT_FALSE(found("Novak is devout"));
}

TEST(Topics, AWordMayStandBetweenOwnerAndRelative) {
  EXPECT_TRUE(found("my older sister is devout"));
  EXPECT_FALSE(found("sister is devout"));
}

TEST(Topics, SomeLanguagesNeedNoLinkAndNoSpaces) {
  EXPECT_EQ(found_bare("我也是佛教徒啊")->span, (Span{9, 18}));
  EXPECT_TRUE(found_bare("我佛教徒"));
  EXPECT_TRUE(found_bare("佛教徒に改宗しました"));
  EXPECT_FALSE(found_bare("我看佛教徒"));
}

TEST(Topics, WhatAllTopicsShareIsAddedToTheirLanguages) {
  const RecordFile people{"topics/people.toml", "id = \"people\"\n[[language]]\ncode = \"en\"\npersons = [\"the baker\"]\n"};
  EXPECT_TRUE(found_by({{"faith.toml", record}, people}, "the baker is devout"));
  EXPECT_FALSE(found("the baker is devout"));
}

TEST(Topics, TheRecordOfPeopleIsKnownByItsName) {
  EXPECT_TRUE(is_people_record({"topics/people.toml", ""}));
  EXPECT_TRUE(is_people_record({"/home/anna/records/topics/people.toml", ""}));
  EXPECT_FALSE(is_people_record({"topics/townspeople.toml", ""}));
}

TEST(Topics, APeopleRecordHoldsNoTerms) {
  const RecordFile file{"people.toml", "id = \"people\"\n[[language]]\ncode = \"en\"\nstates = [\"devout\"]\n"};
  EXPECT_THAT(read_people(file).error().text, HasSubstr("people.toml:4: the key 'states' is not known"));
}

TEST(Topics, ARecordWithoutALanguageIsRefused) {
  std::string text = record;
  text.erase(text.find("[[language]]"), text.find("[hits]") - text.find("[[language]]"));
  EXPECT_THAT(read_topic({"faith.toml", text}).error().text, HasSubstr("'language' is missing"));
}

TEST(Topics, AnUnknownKeyIsRefusedWithItsLine) {
  std::string text = record;
  text.replace(text.find("fillers"), 7, "filler");
  EXPECT_THAT(read_topic({"faith.toml", text}).error().text, HasSubstr("faith.toml:21: the key 'filler' is not known"));
}

}  // namespace
}  // namespace loftgate
