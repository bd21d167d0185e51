// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/persons.h"

#include <gmock/gmock.h>

#include <string>

#include "common/scan/scanner.h"

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char record[] = R"(id = "names-xx"
name = "Name"
type = "PERSON"
severity = "none"
confidence = 70
[names]
first = ["Zelda", "Orlan", "Żaneta"]
first_words = ["Maple"]
last = ["Quist"]
last_words = ["Stone"]
last_endings = ["ovic"]
no_last = ["monday"]
no_name = ["and"]
particles = ["van", "der"]
suffixes = ["jr"]
places = ["hotel"]
place_endings = ["straat"]
places_before = ["lake"]
joined_last = ["山本"]
joined_stops = ["です"]
[cues]
told = ["my name is", "私は"]
labels = ["name:"]
titles = ["mr."]
before = ["meet"]
behind = ["said"]
honorifics = ["さん"]
[hits]
plain = "⟦Zelda Quist⟧"
[misses]
plain = "Zelda"
)";

std::vector<std::string> found(const std::string& text) {
  static const Result<Scanner> scanner = Scanner::load({{}, {}, {{"names-xx.toml", record}}});
  EXPECT_TRUE(scanner) << (scanner ? "" : scanner.error().text);
  std::vector<std::string> values;
  for (const Finding& finding : scanner->scan(text).findings) {
    EXPECT_EQ(finding.type, EntityType::person);
    values.push_back(text.substr(finding.span.begin, finding.span.size()));
  }
  return values;
}

TEST(Persons, AFullNameIsFoundWhole) {
  EXPECT_THAT(found("ask Zelda Brandt now"), ElementsAre("Zelda Brandt"));
  EXPECT_THAT(found("ask Zelda van der Brandt now"), ElementsAre("Zelda van der Brandt"));
  EXPECT_THAT(found("ask Zelda M. O'Brandt-Quist."), ElementsAre("Zelda M. O'Brandt-Quist"));
  EXPECT_THAT(found("Orlan Brandt Jr. called"), ElementsAre("Orlan Brandt Jr."));
  EXPECT_THAT(found("ŻANETA QUIST"), ElementsAre("ŻANETA QUIST"));
}

TEST(Persons, SmallLettersNeedAKnownLastName) {
  EXPECT_THAT(found("zelda quist"), ElementsAre("zelda quist"));
  EXPECT_THAT(found("żaneta tomovic"), ElementsAre("żaneta tomovic"));
  EXPECT_THAT(found("zelda stone"), IsEmpty());
  EXPECT_THAT(found("zelda brandt"), IsEmpty());
}

TEST(Persons, AFirstNameAloneNeedsAWordBesideIt) {
  EXPECT_THAT(found("Zelda can wait"), IsEmpty());
  EXPECT_THAT(found("Zelda: hi"), IsEmpty());
  EXPECT_THAT(found("meet Zelda there"), ElementsAre("Zelda"));
  EXPECT_THAT(found("Zelda said so"), ElementsAre("Zelda"));
}

TEST(Persons, ANameThatIsAWordNeedsAKnownLastName) {
  EXPECT_THAT(found("Maple Brandt"), IsEmpty());
  EXPECT_THAT(found("Maple Quist"), ElementsAre("Maple Quist"));
  EXPECT_THAT(found("we meet Maple Brandt"), ElementsAre("Maple Brandt"));
}

TEST(Persons, AKnownLastNameVouchesForAnyFirstName) {
  EXPECT_THAT(found("ask Nonku Quist now"), ElementsAre("Nonku Quist"));
  EXPECT_THAT(found("ask Quist now"), IsEmpty());
  EXPECT_THAT(found("And Quist came"), IsEmpty());
  EXPECT_THAT(found("the Grand Nonku Quist tour"), IsEmpty());
}

TEST(Persons, PlacesAndOrdinaryWordsAreNoLastNames) {
  EXPECT_THAT(found("in the Zelda Hotel"), IsEmpty());
  EXPECT_THAT(found("Zelda Quist Hotel"), IsEmpty());
  EXPECT_THAT(found("Zelda Brandtstraat"), IsEmpty());
  EXPECT_THAT(found("Lake Zelda Brandt"), IsEmpty());
  EXPECT_THAT(found("Zelda Monday"), IsEmpty());
}

TEST(Persons, PiecesOfAddressesPathsAndNumbersAreSilent) {
  for (const char* text : {"@Zelda Quist", "/home/Zelda Quist/x", "Zelda Quist@example.org", "12 Zelda Quist", "#Zelda Quist"}) {
    EXPECT_THAT(found(text), IsEmpty()) << text;
  }
}

TEST(Persons, WhoeverAPhraseNamesIsFound) {
  EXPECT_THAT(found("my name is Kelx Ombra and I"), ElementsAre("Kelx Ombra"));
  EXPECT_THAT(found("MY NAME IS \"Kelx\""), ElementsAre("Kelx"));
  EXPECT_THAT(found("my name is zelda quist"), ElementsAre("zelda quist"));
  EXPECT_THAT(found("my name is zelda ombra."), ElementsAre("zelda ombra"));
  EXPECT_THAT(found("my name is zelda by the way"), ElementsAre("zelda"));
  EXPECT_THAT(found("my name is not important"), IsEmpty());
  EXPECT_THAT(found("thanks, Mr. Ombra"), ElementsAre("Ombra"));
}

TEST(Persons, LabelsCountAtTheBeginningOfALine) {
  EXPECT_THAT(found("id: 4\nName: Kelx Ombra\nsize: 3"), ElementsAre("Kelx Ombra"));
  EXPECT_THAT(found("the file name: Kelx Ombra"), IsEmpty());
  EXPECT_THAT(found("name: kelx"), IsEmpty());
}

TEST(Persons, NamesWithoutSpacesNeedAnHonorificOrAPhrase) {
  EXPECT_THAT(found("昨日山本さんに"), ElementsAre("山本"));
  EXPECT_THAT(found("私は山本直樹です"), ElementsAre("山本直樹"));
  EXPECT_THAT(found("山本に登る"), IsEmpty());
}

TEST(Persons, ARecordWithoutTablesIsRefused) {
  std::string text = record;
  text.erase(text.find("[names]"), text.find("[hits]") - text.find("[names]"));
  EXPECT_THAT(read_names({"n.toml", text}).error().text, HasSubstr("'names' is missing"));
}

TEST(Persons, AnchorsAreAtLeastThreeBytesLong) {
  std::string text = record;
  text.replace(text.find("\"Zelda\""), 7, "\"Ze\"");
  EXPECT_THAT(read_names({"n.toml", text}).error().text, HasSubstr("at least 3 bytes"));
}

}  // namespace
}  // namespace loftgate
