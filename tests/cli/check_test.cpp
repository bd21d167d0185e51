// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>

#include "common/log/canonical_json.h"
#include "tests/cli/run_loftgate.h"

namespace loftgate {

using ::testing::HasSubstr;
using ::testing::Not;

class Check : public CommandLine {
 protected:
  // Its bundled record says that it trains on what is written to it.
  static constexpr const char* to_ai = "prpl-hehoe-whatsmeow:me:13135550002@s.whatsapp.net";
  static constexpr const char* to_friend = "prpl-jabber:me@example.org:friend@example.org";
  static constexpr const char* phone = "call me on +31 6 12345678\n";
  static constexpr const char* token = "use ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5 for now\n";
};

TEST_F(Check, LetsOrdinaryTextToAFriendGo) {
  const Outcome run = loftgate({"check", "--to", to_friend}, "see you at five\n");
  EXPECT_LE(run.code, 1) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("Reader: friend@example.org"));
  EXPECT_THAT(run.out, Not(HasSubstr("Mask and send")));
}

TEST_F(Check, AsksAboutAPhoneNumberToAnAi) {
  const Outcome run = loftgate({"check", "--to", to_ai}, phone);
  EXPECT_EQ(run.code, 2) << run.err;
  EXPECT_THAT(run.out, HasSubstr("Found: Phone number"));
  EXPECT_THAT(run.out, HasSubstr("Meta AI says it trains AI on this."));
  EXPECT_THAT(run.out, HasSubstr("What it says: "));
  EXPECT_THAT(run.out, HasSubstr("hold it and ask"));
  EXPECT_THAT(run.out, HasSubstr("\ncall me on [phone]\n"));
  EXPECT_THAT(run.out, Not(HasSubstr("12345678")));
}

TEST_F(Check, AsksForTheNameBeforeASecretGoesToAnAi) {
  const Outcome run = loftgate({"check", "--to", to_ai}, token);
  EXPECT_EQ(run.code, 3) << run.out;
  EXPECT_THAT(run.out, HasSubstr("typed"));
}

TEST_F(Check, IsQuieterWithAQuieterPreset) {
  EXPECT_LE(loftgate({"check", "--to", to_ai, "--preset", "quiet"}, phone).code,
            loftgate({"check", "--to", to_ai, "--preset", "strict"}, phone).code);
}

TEST_F(Check, TakesTheShortNameOfAProtocol) {
  EXPECT_EQ(loftgate({"check", "--to", "hehoe-whatsmeow:me:13135550002@s.whatsapp.net"}, phone).code, 2);
}

TEST_F(Check, TakesTextAsTextNotAsMarkup) {
  const Outcome run = loftgate({"check", "--to", to_ai}, "<b>call</b> +31 6 12345678 &amp; wait");
  EXPECT_THAT(run.out, HasSubstr("\n<b>call</b> [phone] &amp; wait\n"));
}

TEST_F(Check, KeepsLinesAndEscapesWhatWouldActOnATerminal) {
  const Outcome run = loftgate({"check", "--to", to_ai}, "one\n\x1b[2J\t+31 6 12345678");
  EXPECT_THAT(run.out, HasSubstr("\none\n\\x1b[2J\t[phone]\n"));
}

TEST_F(Check, SaysTheSameToPrograms) {
  const Outcome run = loftgate({"check", "--json", "--to", to_ai}, phone);
  EXPECT_EQ(run.code, 2);
  const auto answer = parse_json(run.out.substr(0, run.out.size() - 1));
  ASSERT_TRUE(answer) << run.out;
  EXPECT_EQ(answer->text_of("strength"), "ask");
  EXPECT_EQ(answer->text_of("decided_by"), "matrix");
  EXPECT_EQ(answer->text_of("masked"), "call me on [phone]");
  ASSERT_TRUE(answer->find("found") && answer->find("found")->list());
  EXPECT_EQ(answer->find("found")->list()->size(), 1u);
  ASSERT_TRUE(answer->find("is_ai"));
  EXPECT_TRUE(*answer->find("is_ai")->boolean());
}

TEST_F(Check, RefusesTextThatIsNotUtf8) {
  const Outcome run = loftgate({"check", "--to", to_ai}, "\xff\xfe");
  EXPECT_EQ(run.code, 70);
  EXPECT_THAT(run.err, HasSubstr("UTF-8"));
}

TEST_F(Check, WritesNothingIntoTheHome) {
  loftgate({"check", "--to", to_ai}, token);
  const CPtr<GDir, g_dir_close> folder(g_dir_open(home().c_str(), 0, nullptr));
  EXPECT_EQ(copy(g_dir_read_name(folder.get())), "");
}

}  // namespace loftgate
