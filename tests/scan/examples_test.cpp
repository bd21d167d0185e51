// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/examples.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {
namespace {

/// What is wrong with an example of a record that finds "shout" and a digit, with this confidence.
std::string fault(const std::string& confidence, const std::string& examples) {
  const RecordFile file{"shout.toml", "id = \"shout\"\nname = \"Shout\"\ntype = \"PASSWORD\"\nseverity = \"secret\"\nconfidence = " +
                                          confidence + "\n[find]\nwords = [\"shout\"]\n[match]\npattern = 'shout[0-9]'\n" + examples};
  const Result<Detector> detector = read_detector(file);
  EXPECT_TRUE(detector) << (detector ? "" : detector.error().text);
  const Result<Scanner> scanner = Scanner::load({{file}, {}, {}});
  for (const Example& example : detector->examples) {
    if (example.name == "it") return fault_of(*scanner, 0, *detector, example);
  }
  return "there is no example";
}

TEST(Examples, BehavingOnesAreFaultless) {
  EXPECT_EQ(fault("80", "[hits]\nit = 'a ⟦shout1⟧'\n[misses]\nno = 'b'\n"), "");
  EXPECT_EQ(fault("80", "[hits]\nyes = '⟦shout1⟧'\n[misses]\nit = 'shouting'\n"), "");
  EXPECT_EQ(fault("30", "[hits]\nyes = '⟦shout1⟧'\n[doubts]\nit = 'a ⟦shout1⟧'\n[misses]\nno = 'b'\n"), "");
}

TEST(Examples, WhatIsNotFoundIsNamed) {
  EXPECT_EQ(fault("80", "[hits]\nit = 'a ⟦shout⟧'\n[misses]\nno = 'b'\n"), "finds nothing, not 'shout'");
}

TEST(Examples, WhatShouldBeLeftAloneIsNamed) {
  EXPECT_EQ(fault("80", "[hits]\nyes = '⟦shout1⟧'\n[misses]\nit = 'a shout2'\n"), "finds 'shout2', not nothing");
}

TEST(Examples, ADoubtThatIsSureIsNamed) {
  EXPECT_EQ(fault("80", "[hits]\nyes = '⟦shout1⟧'\n[doubts]\nit = '⟦shout2⟧'\n[misses]\nno = 'b'\n"),
            "is sure of 'shout2', and should doubt it");
}

}  // namespace
}  // namespace loftgate
