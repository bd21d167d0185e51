// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/c/cmocka_bridge.h"
#include "tests/c/suites.h"

namespace loftgate {
namespace {

const bool registered = register_suite("CScanner", scanner_suite, scanner_suite_size) &&
                        register_suite("CLog", log_suite, log_suite_size);

int torn_down = 0;

void passes(void**) { assert_int_equal(1, 1); }
void fails(void**) { assert_string_equal("what was", "what should be"); }
void skips(void**) { skip(); }
int cannot_set_up(void**) { return -1; }
int tears_down(void**) {
  ++torn_down;
  return 0;
}

}  // namespace

TEST(CmockaBridge, HasRegisteredTheSuites) { EXPECT_TRUE(registered); }

TEST(CmockaBridge, SaysNothingOfATestThatPasses) {
  EXPECT_EQ(failure_of(cmocka_unit_test(passes)), std::nullopt);
}

TEST(CmockaBridge, TellsValuesAndPlaceOfAFailedAssertion) {
  const auto failure = failure_of(cmocka_unit_test(fails));
  ASSERT_TRUE(failure);
  EXPECT_THAT(*failure, testing::HasSubstr("\"what was\" != \"what should be\""));
  EXPECT_THAT(*failure, testing::HasSubstr("suites_test.cpp"));
}

TEST(CmockaBridge, TearsDownAfterAFailure) {
  torn_down = 0;
  EXPECT_TRUE(failure_of(cmocka_unit_test_teardown(fails, tears_down)));
  EXPECT_EQ(torn_down, 1);
}

TEST(CmockaBridge, AFailedSetUpAndASkippedTestAreFailures) {
  EXPECT_TRUE(failure_of(cmocka_unit_test_setup(passes, cannot_set_up)));
  EXPECT_TRUE(failure_of(cmocka_unit_test(skips)));
}

}  // namespace loftgate
