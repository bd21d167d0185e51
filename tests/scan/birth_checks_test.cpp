// SPDX-License-Identifier: GPL-2.0-or-later
// Which dates are dates of birth, and where they end.
#include <gtest/gtest.h>

#include <string>

#include "common/scan/checks.h"
#include "tests/scan/checked.h"

namespace loftgate {
namespace {

/// The date that is found behind the first two letters of `text`; "?" before it if it needs more around it.
std::string date_in(std::string_view text, std::string_view cue) {
  Candidate candidate = candidate_of(text, cue);
  const Likelihood likelihood = check_birth_date(candidate);
  if (likelihood == Likelihood::none) return "";
  return (likelihood == Likelihood::weak ? "?" : "") + std::string(candidate.value());
}

TEST(BirthDates, ComeInEveryOrder) {
  for (const char* date : {"3/4/1985", "31.12.85", "12-31-1985", "1985-04-03", "1985/4/3", "3. 4. 1985", "3 May 1985", "3rd of May, 1985",
                           "May 3rd, 1985", "MAY 3 1985", "3 de mayo de 1985", "3. März 1985", "1985. május 3", "1985年4月3日",
                           "1985년 4월 3일", "٣/٤/١٩٨٥", "1er janvier 1985", "5 мая 1985"}) {
    EXPECT_EQ(date_in("born on " + std::string(date) + ", yes", "bo"), date);
  }
}

TEST(BirthDates, ImpossibleDatesAreNone) {
  for (const char* date : {"32/13/1985", "13/13/1985", "3/4/1685", "3/4/19855", "3/4", "1985", "3 Mayo", "0/0/1985", "May", "3 apples 1985"}) {
    const std::string found = date_in("born on " + std::string(date), "bo");
    EXPECT_TRUE(found.empty() || found.front() == '?') << date << " " << found;
  }
}

TEST(BirthDates, WithoutAYearTheyNeedMore) {
  EXPECT_EQ(date_in("born on May 3rd", "bo"), "?May 3rd");
  EXPECT_EQ(date_in("born on 3 May.", "bo"), "?3 May");
}

TEST(BirthDates, OnlySmallWordsAndPlacesMayStandBetween) {
  EXPECT_EQ(date_in("born in Leeds on 3/4/1985", "bo"), "3/4/1985");
  EXPECT_EQ(date_in("born and moved 3/4/1985", "bo"), "");
  EXPECT_EQ(date_in("born! 3/4/1985", "bo"), "");
  EXPECT_EQ(date_in("born 7 times on 3/4/1985", "bo"), "");
  EXPECT_EQ(date_in("stubborn 3/4/1985", "bo"), "");
}

}  // namespace
}  // namespace loftgate
