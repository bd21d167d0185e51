// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include <algorithm>

#include "common/log/canonical_json.h"
#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class Services : public CommandLine {};

TEST_F(Services, ListsEveryServiceOnALine) {
  const Outcome run = loftgate({"services"});
  EXPECT_EQ(run.code, 0);
  EXPECT_GE(std::count(run.out.begin(), run.out.end(), '\n'), 60);
  EXPECT_THAT(run.out, ContainsRegex("meta-whatsapp +[0-9]{4}-[0-9]{2}-[0-9]{2}  Meta: WhatsApp\n"));
}

TEST_F(Services, ShowsWhatAServiceSaysWithItsSources) {
  const Outcome run = loftgate({"services", "meta-ai"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.out, HasSubstr("(meta-ai)"));
  EXPECT_THAT(run.out, HasSubstr("What is written to its AI\n"));
  EXPECT_THAT(run.out, HasSubstr("Source: https://"));
}

TEST_F(Services, FindsAServiceByItsNameInAnyCase) {
  EXPECT_THAT(loftgate({"services", "META", "ai"}).out, HasSubstr("(meta-ai)"));
  EXPECT_THAT(loftgate({"services", "whatsapp"}).out, HasSubstr("(meta-whatsapp)"));
}

TEST_F(Services, ListsTheCandidatesOfAVagueName) {
  const Outcome run = loftgate({"services", "a"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("More than one"));
  EXPECT_THAT(run.out, HasSubstr("meta-ai"));
}

TEST_F(Services, SaysSoWhenThereIsNoSuchService) {
  const Outcome run = loftgate({"services", "no such thing"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("No service is called \"no such thing\""));
}

TEST_F(Services, GivesProgramsTheWholeRecord) {
  const Outcome run = loftgate({"services", "--json", "meta-ai"});
  const auto record = parse_json(run.out.substr(0, run.out.size() - 1));
  ASSERT_TRUE(record) << run.out;
  EXPECT_EQ(record->text_of("id"), "meta-ai");
  const Json* practice = record->find("ai_chat");
  ASSERT_TRUE(practice);
  EXPECT_NE(practice->text_of("training"), "");
  EXPECT_FALSE(practice->find("evidence")->list()->empty());
}

TEST_F(Services, GoesOnWithoutABrokenRecordOfTheUser) {
  const std::string folder = home() + "/.purple/loftgate/records/providers";
  ASSERT_EQ(g_mkdir_with_parents(folder.c_str(), 0700), 0);
  file(".purple/loftgate/records/providers/mine.toml", "id = \n");
  const Outcome run = loftgate({"services", "meta-ai"});
  EXPECT_EQ(run.code, 0);
  EXPECT_THAT(run.err, HasSubstr("mine.toml"));
  EXPECT_THAT(run.out, HasSubstr("(meta-ai)"));
}

}  // namespace loftgate
