// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/canonical_json.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

std::string rewritten(const std::string& text) {
  const auto json = parse_json(text);
  return json ? canonical(*json) : "refused";
}

}  // namespace

TEST(CanonicalJson, OrdersKeysAsUtf16DoesAndNotAsBytesDo) {
  // U+FB33 comes after U+1F600 in UTF-16, whose first unit is D83D, and before it in UTF-8.
  EXPECT_EQ(rewritten("{\"\uFB33\":1,\"\U0001F600\":2,\"z\":3,\"zz\":4,\"\":5}"),
            "{\"\":5,\"z\":3,\"zz\":4,\"\U0001F600\":2,\"\uFB33\":1}");
}

TEST(CanonicalJson, WritesControlCharactersAsTheStandardDoes) {
  EXPECT_EQ(rewritten(R"(["\b\t\n\f\r\u0001\u001F\u007f\/"])"), "[\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f/\"]");
}

TEST(CanonicalJson, KeepsTheWholeRangeOfSafeIntegersAndNoMore) {
  EXPECT_EQ(rewritten("[9007199254740991,-9007199254740991]"), "[9007199254740991,-9007199254740991]");
  EXPECT_EQ(rewritten("[9007199254740992]"), "refused");
  EXPECT_EQ(rewritten("[-9007199254740992]"), "refused");
  EXPECT_EQ(rewritten("[99999999999999999999]"), "refused");
}

TEST(CanonicalJson, RefusesFractionsBrokenTextAndDeepNesting) {
  for (const std::string& text : {std::string("[1.5]"), std::string("{"), std::string(), std::string("[\"\xff\"]"),
                                  std::string(17, '[') + std::string(17, ']')}) {
    EXPECT_EQ(rewritten(text), "refused");
  }
  EXPECT_EQ(rewritten(std::string(16, '[') + std::string(16, ']')), std::string(16, '[') + std::string(16, ']'));
}

TEST(CanonicalJson, BracketsInsideStringsAreNoNesting) {
  const std::string text = "[\"" + std::string(100, '[') + "\\\"{\"]";
  EXPECT_EQ(rewritten(text), text);
}

}  // namespace loftgate
