// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(CommandLine, HelpNamesEveryVerb) {
  const Outcome run = loftgate({"--help"});
  EXPECT_EQ(run.code, 0);
  for (const char* verb : {"scan", "check", "services", "log"}) EXPECT_THAT(run.out, HasSubstr(verb));
}

TEST_F(CommandLine, EveryVerbExplainsItself) {
  const std::vector<std::vector<std::string>> verbs = {{"scan"},        {"check"},       {"services"},  {"log"},
                                                       {"log", "list"}, {"log", "show"}, {"log", "verify"},
                                                       {"log", "status"}};
  for (std::vector<std::string> words : verbs) {
    const std::string name = "loftgate " + words[0] + (words.size() > 1 ? " " + words[1] : "");
    words.push_back("--help");
    const Outcome run = loftgate(words);
    EXPECT_EQ(run.code, 0) << name;
    EXPECT_THAT(run.out, HasSubstr(name));
  }
}

TEST_F(CommandLine, VersionIsTheProjects) {
  const Outcome run = loftgate({"--version"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "loftgate " LOFTGATE_VERSION "\n");
}

TEST_F(CommandLine, WrongUseIsExplainedWithCode64) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"fly"},
      {"--fly"},
      {"scan", "--fly"},
      {"check"},
      {"check", "--to", "nobody"},
      {"check", "--to", "prpl-irc:me"},
      {"check", "--to", "prpl-irc:me:you", "--preset", "loud"},
      {"check", "--to", "prpl-irc:me:you", "text"},
      {"services", "--fly"},
      {"log"},
      {"log", "fly"},
      {"log", "list", "--since", "yesterday"},
      {"log", "list", "--limit", "0"},
      {"log", "list", "everything"},
      {"log", "show"},
      {"log", "show", "1", "2"},
      {"log", "verify", "now"},
  };
  for (const auto& words : wrong) {
    const Outcome run = loftgate(words);
    std::string command;
    for (const std::string& word : words) command += " " + word;
    EXPECT_EQ(run.code, 64) << command;
    EXPECT_EQ(run.out, "") << command;
    EXPECT_THAT(run.err, HasSubstr("--help")) << command;
  }
}

TEST_F(CommandLine, ControlCharactersOfNamesDoNotReachTheTerminal) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"\x1b[2Jfly"}, {"services", "\x1b[2Jfly\u202e"}, {"scan", "\x1b[2Jfly"}, {"scan", "--\x1b[2J"}}) {
    const Outcome run = loftgate(words);
    EXPECT_THAT(run.err, HasSubstr("\\x1b[2J"));
    EXPECT_THAT(run.err, Not(HasSubstr("\x1b")));
    EXPECT_THAT(run.err, Not(HasSubstr("\u202e")));
  }
}

}  // namespace loftgate
