// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

class Scan : public CommandLine {};

TEST_F(Scan, PrintsFindingsAsCompilersPrintErrors) {
  const std::string path = file("notes.txt", "hello\nwrite to ann.b@posteo.net soon\n");
  const Outcome run = loftgate({"scan", path});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.out, StartsWith(path + ":2:10: contact: E-mail address ["));
  EXPECT_THAT(run.out, MatchesRegex(".*\\[[a-z0-9-]+\\]\n"));
  EXPECT_EQ(run.err, "");
}

TEST_F(Scan, NeverPrintsTheTextItself) {
  const Outcome run = loftgate({"scan"}, "write to ann.b@posteo.net soon\n");
  EXPECT_THAT(run.out, StartsWith("stdin:1:10: "));
  EXPECT_THAT(run.out + run.err, Not(HasSubstr("posteo")));
}

TEST_F(Scan, CountsColumnsInCharacters) {
  EXPECT_THAT(loftgate({"scan"}, "h\u00e9\u00e9, \U0001F600 ann.b@posteo.net").out, StartsWith("stdin:1:8: "));
}

TEST_F(Scan, SaysNothingAboutCleanText) {
  const Outcome run = loftgate({"scan", file("a", "see you at five\n"), file("b", "")});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out + run.err, "");
}

TEST_F(Scan, GoesOnAfterAFileThatCannotBeRead) {
  const std::string missing = home() + "/missing.txt";
  const Outcome run = loftgate({"scan", missing, file("b", "ann.b@posteo.net")});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr(missing + ": cannot be read"));
  EXPECT_THAT(run.out, HasSubstr("b:1:1: "));
}

TEST_F(Scan, ReadsAnyBytes) {
  const Outcome run = loftgate({"scan"}, std::string("\xff\x00\xfe ann.b@posteo.net", 20));
  EXPECT_THAT(run.out, StartsWith("stdin:1:5: "));
}

TEST_F(Scan, PrintsSpansInCodePointsForPrograms) {
  const Outcome run = loftgate({"scan", "--jsonl"},
                           "{\"id\":\"a\",\"text\":\"h\\u00e9 ann.b@posteo.net\",\"lang\":\"en\"}\n"
                           "{\"id\":7,\"text\":\"nothing\"}\n");
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out,
            "{\"id\":\"a\",\"spans\":[{\"start\":3,\"end\":19,\"type\":\"EMAIL\"}]}\n"
            "{\"id\":7,\"spans\":[]}\n");
  EXPECT_EQ(run.err, "");
}

TEST_F(Scan, ReadsTheLastLineWithoutALineFeed) {
  EXPECT_EQ(loftgate({"scan", "--jsonl"}, "{\"id\":1,\"text\":\"x\"}").out, "{\"id\":1,\"spans\":[]}\n");
}

TEST_F(Scan, TakesTheRegionOfTheLineOrOfTheOption) {
  const std::string national = "\"text\":\"call me on 020 7946 0018\"";
  const std::string line = "{\"id\":1," + national + "}\n";
  EXPECT_THAT(loftgate({"scan", "--jsonl", "--region", "GB"}, line).out, HasSubstr("PHONE"));
  EXPECT_THAT(loftgate({"scan", "--jsonl"}, "{\"id\":1," + national + ",\"region\":\"GB\"}\n").out, HasSubstr("PHONE"));
}

TEST_F(Scan, NamesEveryBadLineAndReadsTheOthers) {
  const std::string path = file("in.jsonl",
                                "{\"id\":1,\"text\":\"fine\"}\n"
                                "secretword\n"
                                "\n"
                                "{\"id\":2}\n"
                                "{\"text\":\"secretword\"}\n"
                                "{\"id\":3,\"text\":5}\n"
                                "[]\n"
                                "{\"id\":4,\"text\":\"secretword\\u0000more\"}\n"
                                "{\"id\":5,\"text\":\"\xff secretword\"}\n"
                                "{\"id\":6,\"text\":\"a \\\\u0000 b\"}\n");
  const Outcome run = loftgate({"scan", "--jsonl", path});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "{\"id\":1,\"spans\":[]}\n{\"id\":6,\"spans\":[]}\n");
  for (const char* line : {":2: ", ":4: ", ":5: ", ":6: ", ":7: ", ":8: ", ":9: "}) {
    EXPECT_THAT(run.err, HasSubstr(path + line));
  }
  EXPECT_THAT(run.err, Not(HasSubstr("secretword")));
}

TEST_F(Scan, AnswersLineByLineToAProgramThatWaits) {
  using ProcessPtr = CPtr<GSubprocess, g_object_unref>;
  using StreamPtr = CPtr<GDataInputStream, g_object_unref>;
  const ProcessPtr process(g_subprocess_new(
      static_cast<GSubprocessFlags>(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE), nullptr,
      LOFTGATE_CLI, "scan", "--jsonl", nullptr));
  ASSERT_TRUE(process);
  GOutputStream* in = g_subprocess_get_stdin_pipe(process.get());
  const StreamPtr out(g_data_input_stream_new(g_subprocess_get_stdout_pipe(process.get())));
  for (const char* id : {"1", "2"}) {
    const std::string line = std::string("{\"id\":") + id + ",\"text\":\"hi\"}\n";
    ASSERT_TRUE(g_output_stream_write_all(in, line.data(), line.size(), nullptr, nullptr, nullptr));
    EXPECT_EQ(take(g_data_input_stream_read_line(out.get(), nullptr, nullptr, nullptr)),
              line.substr(0, 7) + ",\"spans\":[]}");
  }
  g_output_stream_close(in, nullptr, nullptr);
  EXPECT_TRUE(g_subprocess_wait_check(process.get(), nullptr, nullptr));
}

TEST_F(Scan, NamesABrokenRecordOfTheUser) {
  const std::string folder = home() + "/.purple/loftgate/records/detectors";
  ASSERT_EQ(g_mkdir_with_parents(folder.c_str(), 0700), 0);
  file(".purple/loftgate/records/detectors/mine.toml", "id = \n");
  const Outcome run = loftgate({"scan"}, "hello");
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("mine.toml"));
}

}  // namespace loftgate
