// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

#include <gtest/gtest.h>

namespace loftgate {

TEST(Checks, EveryNameLeadsToItsCheck) {
  for (const std::string_view name : check_names()) {
    ASSERT_NE(check_named(name), nullptr) << name;
    EXPECT_EQ(check_named(name)->name, name);
  }
  EXPECT_EQ(check_named("luhn"), nullptr);
}

TEST(Checks, StayInsideAnyText) {
  const std::string_view texts[] = {"@", ":", "-", "0", "+", "\xFF\xFE", "(((", "a:b", "://", "e", "....", "::::::::::",
                                    "0123456789", "a.b@c", "ABCDEFGHIJKLMNOPQ", "1-2-3-4-5-6-7-8-9-0-1-2-3-4-5-6-7-8-9-0-1-2-3"};
  for (const std::string_view name : check_names()) {
    for (const std::string_view text : texts) {
      Candidate candidate{text, {0, static_cast<std::uint32_t>(text.size())}, "DE"};
      check_named(name)->judge(candidate);
      EXPECT_LE(candidate.span.end, text.size()) << name << " on " << text;
      EXPECT_LE(candidate.span.begin, candidate.span.end) << name << " on " << text;
    }
  }
}

}  // namespace loftgate
