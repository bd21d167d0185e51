// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phone_plan.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {

TEST(PhonePlan, FindsTheCallingCode) {
  EXPECT_EQ(plan_of_number("4930901820")->code, "49");
  EXPECT_EQ(plan_of_number("14155552671")->code, "1");
  EXPECT_EQ(plan_of_number("35312345678")->code, "353");
  EXPECT_EQ(plan_of_number("999123"), nullptr);
  EXPECT_EQ(plan_of_number(""), nullptr);
}

TEST(PhonePlan, FindsTheCountry) {
  EXPECT_EQ(plan_of_region("DE")->trunk, "0");
  EXPECT_EQ(plan_of_region("JM")->code, "1");
  EXPECT_EQ(plan_of_region("XX"), nullptr);
  EXPECT_EQ(plan_of_region(""), nullptr);
  EXPECT_EQ(plan_of_region("D"), nullptr);
}

TEST(PhonePlan, NoCodeBeginsAnother) {
  for (int number = 100; number < 1000; ++number) {
    const PhonePlan* plan = plan_of_number(std::to_string(number));
    if (plan) { EXPECT_TRUE(std::to_string(number).starts_with(plan->code)) << number; }
  }
}

}  // namespace loftgate
