// SPDX-License-Identifier: GPL-2.0-or-later
// Where a street address begins and ends.
#include <gtest/gtest.h>

#include <string>

#include "common/scan/checks.h"
#include "common/scan/street_reader.h"
#include "tests/scan/checked.h"

namespace loftgate {
namespace {

/// What a check makes of the candidate `value` in `text`, "" if it refuses it.
std::string read(CheckFunction check, std::string_view text, std::string_view value) {
  Candidate candidate = candidate_of(text, value);
  return check(candidate) >= Likelihood::fair ? std::string(candidate.value()) : "";
}

TEST(Streets, TheKindMayStandBehindTheName) {
  EXPECT_EQ(read(check_street_behind, "at 48 Old Thornapple Road now", "48"), "48 Old Thornapple Road");
  EXPECT_EQ(read(check_street_behind, "at 48 St. Brannock St., yes", "48"), "48 St. Brannock St");
  EXPECT_EQ(read(check_street_behind, "a 2 way street", "2"), "");
  EXPECT_EQ(read(check_street_behind, "v1.48 Thornapple Road", "48"), "");
  EXPECT_EQ(read(check_street_behind, "48 Road", "48"), "");
}

TEST(Streets, SmallLettersNeedATownOrAFlat) {
  EXPECT_EQ(read(check_street_behind, "48 thornapple road", "48"), "");
  EXPECT_EQ(read(check_street_behind, "48 thornapple road, apt 3", "48"), "48 thornapple road, apt 3");
}

TEST(Streets, FlatsAndTownsBelongToTheAddress) {
  EXPECT_EQ(read(check_street_behind, "48 Mill Road, Suite 5, Ashby, TX 75001 and", "48"), "48 Mill Road, Suite 5, Ashby, TX 75001");
  EXPECT_EQ(read(check_street_behind, "48 Mill Road, Leeds LS1 4AP.", "48"), "48 Mill Road, Leeds LS1 4AP");
  EXPECT_EQ(read(check_street_behind, "48 Mill Road, Anna said", "48"), "48 Mill Road");
  EXPECT_EQ(read(check_street_before, "Birkenweg 3\n50667 Köln\nDanke", "3"), "Birkenweg 3\n50667 Köln");
}

TEST(Streets, TheKindMayEndTheWord) {
  EXPECT_EQ(read(check_street_before, "am Konrad-Zuse-Platz 8", "8"), "Konrad-Zuse-Platz 8");
  EXPECT_EQ(read(check_street_before, "a Petőfi Sándor utca 12", "12"), "Petőfi Sándor utca 12");
  EXPECT_EQ(read(check_street_before, "der Arbeitsplatz 8", "8"), "");
  EXPECT_EQ(read(check_street_before, "auf der Hauptstraße 3 km", "3"), "");
  EXPECT_EQ(read(check_street_before, "Kreisallee: 3", "3"), "");
}

TEST(Streets, TheKindMayStandBeforeTheName) {
  EXPECT_EQ(read(check_street_named, "via dei Tessitori 12", "via"), "");
  EXPECT_EQ(read(check_street_named, "Via dei Tessitori 12", "Via"), "Via dei Tessitori 12");
  EXPECT_EQ(read(check_street_named, "C/ Molinos nº 7, 2", "C"), "C/ Molinos nº 7");
  EXPECT_EQ(read(check_street_named, "ул.Садовая, д. 12", "ул"), "ул.Садовая, д. 12");
  EXPECT_EQ(read(check_street_named, "rue sans nom 12", "rue"), "");
}

TEST(Streets, AFlatMakesAnyCapitalsAnAddress) {
  EXPECT_EQ(read(check_street_unit, "to 75 Brannock 12 Apt. 430 please", "Apt"), "75 Brannock 12 Apt. 430");
  EXPECT_EQ(read(check_street_unit, "in Suite 404", "Suite"), "");
}

TEST(Streets, ChinaAndJapanGoFromTheLargeToTheSmall) {
  EXPECT_EQ(read(check_street_han, "东京都千代田区1-2-3", "东京都"), "东京都千代田区1-2-3");
  EXPECT_EQ(read(check_street_han, "北京市朝阳区建国路88号院", "北京市"), "北京市朝阳区建国路88号");
  EXPECT_EQ(read(check_street_han, "北京市地铁10号线", "北京市"), "");
}

TEST(Streets, HouseNumbersAreNoAmountsOrTimes) {
  EXPECT_EQ(house_number_end("12a", 0), 3u);
  EXPECT_EQ(house_number_end("12-14 ", 0), 5u);
  for (const char* text : {"12.5", "12:30", "12%", "123456", "12ab", "x"}) EXPECT_EQ(house_number_end(text, 0), 0u) << text;
}

}  // namespace
}  // namespace loftgate
