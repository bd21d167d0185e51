// SPDX-License-Identifier: GPL-2.0-or-later
// The library's own example numbers, of every region: what its metadata knows, the scanner finds.
#include <gtest/gtest.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/base/records.h"
#include "common/scan/bundled_image.h"
#include "common/scan/phone_library.h"
#include "common/scan/scanner.h"

namespace loftgate {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

struct ExampleNumber {
  std::string region, national, international, plain;
};

std::vector<ExampleNumber> all_examples() {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  std::set<std::string> regions;
  util.GetSupportedRegions(&regions);
  std::vector<ExampleNumber> all;
  for (const std::string& region : regions) {
    for (const auto type : {PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE}) {
      PhoneNumber number;
      if (!util.GetExampleNumberForType(region, type, &number)) continue;
      ExampleNumber example{region, {}, {}, {}};
      util.Format(number, PhoneNumberUtil::NATIONAL, &example.national);
      util.Format(number, PhoneNumberUtil::INTERNATIONAL, &example.international);
      util.Format(number, PhoneNumberUtil::E164, &example.plain);
      all.push_back(example);
    }
  }
  return all;
}

/// One load for all tests, with the module as an installation has it.
const Scanner& scanner() {
  static const Scanner bundled = [] {
    look_for_phone_module({LOFTGATE_PHONE});
    return Scanner::of_image(bundled_scan_image());
  }();
  return bundled;
}

/// True if exactly `number` is found in "BEFORE number BEHIND", and surely.
bool finds(const std::string& before, const std::string& number, const std::string& region = "") {
  for (const Finding& finding : scanner().scan(before + number + " after six", {region}).findings) {
    if (finding.type == EntityType::phone && finding.confidence >= Finding::sure &&
        finding.span.begin == before.size() && finding.span.size() == number.size()) {
      return true;
    }
  }
  return false;
}

std::size_t digits_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

}  // namespace

TEST(PhoneExamples, InInternationalFormAreFoundOfEveryRegion) {
  const std::vector<ExampleNumber> all = all_examples();
  ASSERT_GT(all.size(), 450u);
  for (const ExampleNumber& example : all) {
    EXPECT_TRUE(finds("it is ", example.international)) << example.region << ' ' << example.international;
    EXPECT_TRUE(finds("it is ", example.plain)) << example.region << ' ' << example.plain;
  }
}

TEST(PhoneExamples, AreFoundAtHomeBesideAWordForThem) {
  for (const ExampleNumber& example : all_examples()) {
    if (digits_of(example.national) < 7) continue;   // what small islands dial is too short to be told from an id
    EXPECT_TRUE(finds("call me on ", example.national, example.region)) << example.region << ' ' << example.national;
  }
}

TEST(PhoneExamples, AreMostlyFoundAtHomeWithoutAnyWord) {
  std::size_t found = 0;
  const std::vector<ExampleNumber> all = all_examples();
  for (const ExampleNumber& example : all) found += finds("it is ", example.national, example.region);
  EXPECT_GE(found * 100, all.size() * 90);
}

TEST(PhoneExamples, TheModuleRefusesWhatTheLibraryCallsInvalid) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  scanner();
  std::set<std::string> regions;
  util.GetSupportedRegions(&regions);
  for (const std::string& region : regions) {
    PhoneNumber number;
    if (!util.GetInvalidExampleNumber(region, &number)) continue;
    std::string plain;
    util.Format(number, PhoneNumberUtil::E164, &plain);
    const PhoneQuestions renewed;
    const auto known = ask_phone_module(plain, "ZZ");
    ASSERT_TRUE(known);
    EXPECT_FALSE(*known & LOFTGATE_PHONE_VALID) << region << ' ' << plain;
  }
}

}  // namespace loftgate
