// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phone_library.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/scan/bundled_scanner.h"
#include "tests/scan/checked.h"

namespace loftgate {
namespace {

bool is_mapped(const std::string& name) {
  std::ifstream maps("/proc/self/maps");
  std::stringstream text;
  text << maps.rdbuf();
  return text.str().find(name) != std::string::npos;
}

/// The sure confidences of the telephone numbers of a text, in order.
std::vector<int> confidences(const std::string& text, std::string_view region = "") {
  std::vector<int> found;
  for (const Finding& finding : bundled_scanner().scan(text, {region}).findings) {
    if (finding.type == EntityType::phone) found.push_back(finding.confidence);
  }
  return found;
}

/// Whatever a test looked for, the next one has no module.
class PhoneLibrary : public ::testing::Test {
 protected:
  void TearDown() override { look_for_phone_module({}); }
};

}  // namespace

TEST_F(PhoneLibrary, WithoutAModuleThePlanAnswers) {
  look_for_phone_module({"/nowhere/loftgate-phone.so", "loftgate-phone.so"});
  EXPECT_EQ(ask_phone_module("+4930901820", "ZZ"), std::nullopt);
  EXPECT_EQ(confidences("it is +49 30 901820"), std::vector{95});
  EXPECT_EQ(checked(check_phone_national, "it is 030 901820", "030 901820", "DE"), Likelihood::fair);
}

TEST_F(PhoneLibrary, IsLookedForBesideTheCodeAndAmongTheUsersPlugins) {
  const std::vector<std::string> places = phone_module_places("/home/ann/.purple/loftgate");
  EXPECT_GE(places.size(), 3u);
  EXPECT_EQ(places.back(), "/home/ann/.purple/loftgate/../plugins/loftgate-libs/loftgate-phone.so");
  for (const std::string& place : places) EXPECT_TRUE(place.ends_with("/loftgate-libs/loftgate-phone.so")) << place;
}

#ifdef LOFTGATE_PHONE

TEST_F(PhoneLibrary, KnowsWhatIsValidWhereAndHowItIsWritten) {
  look_for_phone_module({LOFTGATE_PHONE});
  constexpr int all = LOFTGATE_PHONE_POSSIBLE | LOFTGATE_PHONE_VALID | LOFTGATE_PHONE_GROUPED;
  EXPECT_EQ(ask_phone_module("+49 30 901820", "ZZ"), all);
  EXPECT_EQ(ask_phone_module("030 901820", "DE"), all);
  EXPECT_EQ(ask_phone_module("03 0901 820", "DE"), LOFTGATE_PHONE_POSSIBLE | LOFTGATE_PHONE_VALID);
  EXPECT_EQ(ask_phone_module("1123456789", "TR"), LOFTGATE_PHONE_POSSIBLE);
  EXPECT_EQ(ask_phone_module("123", "DE").value_or(-1) & LOFTGATE_PHONE_VALID, 0);
  EXPECT_EQ(ask_phone_module("", "DE"), 0);
}

TEST_F(PhoneLibrary, TellsUnusedNumbersFromUsedOnes) {
  EXPECT_EQ(checked(check_phone_national, "it is 123 45 67 89", "123 45 67 89", "ES"), Likelihood::fair) << "the plan alone";
  look_for_phone_module({LOFTGATE_PHONE});
  EXPECT_EQ(checked(check_phone_national, "it is 123 45 67 89", "123 45 67 89", "ES"), Likelihood::weak);
  EXPECT_EQ(checked(check_phone_national, "it is 98765 43210", "98765 43210"), Likelihood::fair) << "an Indian mobile";
}

// In a process of its own: other tests open the module.
TEST(PhoneLibraryDeathTest, IsNotLoadedBeforeANumberNeedsIt) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto scan_and_look = [] {
    look_for_phone_module({LOFTGATE_PHONE});
    confidences("On 2011-03-27 version 2.6.32 was bug 12345, said anna@posteo.net at 10:15 for $1234567");
    if (is_mapped("loftgate-phone") || is_mapped("libphonenumber")) std::_Exit(1);
    confidences("it is +49 30 901820");
    std::_Exit(is_mapped("loftgate-phone") && is_mapped("libphonenumber") ? 0 : 2);
  };
  EXPECT_EXIT(scan_and_look(), ::testing::ExitedWithCode(0), "");
}

TEST_F(PhoneLibrary, IsAskedABoundedNumberOfTimesInOneScan) {
  look_for_phone_module({LOFTGATE_PHONE});
  std::string text;
  for (int i = 0; i < PhoneQuestions::most + 10; ++i) text += "+49 1 2345678; ";   // in no range that is in use
  for (int round = 0; round < 2; ++round) {
    const std::vector<int> found = confidences(text);
    ASSERT_EQ(found.size(), PhoneQuestions::most + 10u);
    EXPECT_EQ(found[PhoneQuestions::most - 1], 80) << "the module doubts it";
    EXPECT_EQ(found[PhoneQuestions::most], 95) << "the plan alone is content";
  }
}

TEST_F(PhoneLibrary, AnswersOnManyThreads) {
  look_for_phone_module({LOFTGATE_PHONE});
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&right] {
      for (int i = 0; i < 50; ++i) right += confidences("it is 612 34 56 78", "ES") == std::vector{70};
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 200);
}

#endif

}  // namespace loftgate
