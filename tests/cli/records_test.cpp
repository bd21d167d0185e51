// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class Records : public CommandLine {
 protected:
  std::string record(const std::string& pattern, const std::string& hit) {
    return "id = \"badge\"\nname = \"Badge number\"\ntype = \"USERNAME\"\nseverity = \"identity\"\nconfidence = 80\n"
           "[find]\nwords = [\"badge-\"]\n[match]\npattern = '" + pattern + "'\n[hits]\nplain = \"" + hit +
           "\"\n[misses]\nshort = \"badge-12\"\n";
  }
};

TEST_F(Records, AreListedWithTypeAndSeverity) {
  EXPECT_THAT(loftgate({"records", "list"}).out, ContainsRegex("payment-card +CREDIT_CARD +identity +detectors/finance/payment-card.toml\n"));
  EXPECT_THAT(loftgate({"records", "list", "--json"}).out, HasSubstr("\"id\":\"health\""));
}

TEST_F(Records, OfOnesOwnAreListedToo) {
  const std::string folder = home() + "/.purple/loftgate/records/detectors";
  ASSERT_EQ(g_mkdir_with_parents(folder.c_str(), 0700), 0);
  file(".purple/loftgate/records/detectors/badge.toml", record("badge-[0-9]{4}", "⟦badge-1234⟧"));
  EXPECT_THAT(loftgate({"records", "list"}).out, ContainsRegex("badge +USERNAME +identity +/"));
  EXPECT_THAT(loftgate({"records", "show", "badge"}).out, HasSubstr("Badge number"));
}

TEST_F(Records, OfTheAdministratorTakeTheUsersPlace) {
  for (const char* folder : {"/.purple/loftgate/records/detectors", "/etc/loftgate/records/detectors"}) {
    ASSERT_EQ(g_mkdir_with_parents((home() + folder).c_str(), 0755), 0);
  }
  file(".purple/loftgate/records/detectors/badge.toml", record("badge-[0-9]{4}", "⟦badge-1234⟧"));
  EXPECT_THAT(loftgate({"scan"}, "badge-1234").out, HasSubstr("[badge]"));
  file("etc/loftgate/records/detectors/badge.toml", record("badge-[0-9]{5}", "⟦badge-12345⟧"));
  EXPECT_EQ(loftgate({"scan"}, "badge-1234").out, "");
  EXPECT_THAT(loftgate({"scan"}, "badge-12345").out, HasSubstr("[badge]"));
  EXPECT_THAT(loftgate({"records", "show", "badge"}).out, HasSubstr("[0-9]{5}")) << "the one that is in use";
}

TEST_F(Records, OfTheAdministratorThatAreBrokenAreNamedOnceAndLeaveTheUsers) {
  for (const char* folder : {"/.purple/loftgate/records/detectors", "/etc/loftgate/records/detectors"}) {
    ASSERT_EQ(g_mkdir_with_parents((home() + folder).c_str(), 0755), 0);
  }
  file(".purple/loftgate/records/detectors/badge.toml", record("badge-[0-9]{4}", "⟦badge-1234⟧"));
  file("etc/loftgate/records/detectors/door.toml", "id = \n");
  const Outcome run = loftgate({"check", "--to", "prpl-jabber:me:anna@localhost"}, "badge-1234");
  EXPECT_THAT(run.out, HasSubstr("User name"));
  const std::size_t first = run.err.find("door.toml:1:");
  ASSERT_NE(first, std::string::npos) << run.err;
  EXPECT_EQ(run.err.find("door.toml:1:", first + 1), std::string::npos) << run.err;
}

TEST_F(Records, AreShownAsTheyStand) {
  EXPECT_THAT(loftgate({"records", "show", "payment-card"}).out, HasSubstr("type = \"CREDIT_CARD\""));
  EXPECT_THAT(loftgate({"records", "show", "meta-whatsapp"}).out, HasSubstr("WhatsApp"));
  const Outcome missing = loftgate({"records", "show", "nothing"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.err, HasSubstr("there is no record \"nothing\""));
}

TEST_F(Records, GoodOnesPassTheCheck) {
  const Outcome run = loftgate({"records", "check", file("badge.toml", record("badge-[0-9]{4}", "⟦badge-1234⟧"))});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("badge.toml: is good"));
}

TEST_F(Records, TheNearestFolderTellsTheKind) {
  ASSERT_EQ(g_mkdir_with_parents((home() + "/topics/detectors").c_str(), 0755), 0);
  const Outcome run = loftgate({"records", "check", file("topics/detectors/badge.toml", record("badge-[0-9]{4}", "⟦badge-1234⟧"))});
  EXPECT_EQ(run.code, 0) << run.err;
}

TEST_F(Records, AMisbehavingExampleIsNamed) {
  const Outcome run = loftgate({"records", "check", file("badge.toml", record("badge-[0-9]{4}", "⟦badge-⟧"))});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("badge.toml: example 'plain' finds nothing, not 'badge-'; mend"));
}

TEST_F(Records, AnUnboundedPatternIsRefusedWithTheRemedy) {
  const Outcome run = loftgate({"records", "check", file("badge.toml", record("badge-[0-9]+", "⟦badge-1⟧"))});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("badge.toml: 'pattern': "));
  EXPECT_THAT(run.err, HasSubstr("{"));
}

TEST_F(Records, ABrokenFileIsNamedWithItsLine) {
  const Outcome run = loftgate({"records", "check", file("a.toml", "id = \n"), home() + "/none.toml"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("a.toml:1: "));
  EXPECT_THAT(run.err, HasSubstr("none.toml: cannot be read"));
}

TEST_F(Records, AnUnknownWordIsExplained) {
  EXPECT_EQ(loftgate({"records"}).code, 64);
  EXPECT_EQ(loftgate({"records", "--help"}).code, 0);
}

}  // namespace loftgate
