// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/clock.h"

#include <gtest/gtest.h>

namespace loftgate {

TEST(ParseDate, ReadsYearMonthAndDay) {
  EXPECT_EQ(iso_date(*parse_date("2026-11-23")), "2026-11-23");
  EXPECT_EQ(iso_date(*parse_date("2026-11")), "2026-11-01");
  EXPECT_EQ(iso_date(*parse_date("2026")), "2026-01-01");
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text : {"", "26", "2026-13", "2026-02-30", "2026/01/01", "2026-1-1", "-026", "2026-11-23x"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(LocalDay, FollowsTheOffset) {
  const Moment late{1780012800LL * 1000000 - 1, 120};   // one microsecond before midnight UTC
  const Moment same_in_utc{late.us, 0};
  EXPECT_EQ(late.local_day() - same_in_utc.local_day(), std::chrono::days(1));
}

}  // namespace loftgate
