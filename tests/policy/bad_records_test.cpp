// SPDX-License-Identifier: GPL-2.0-or-later
// What a person who writes a record is told when it is wrong, and how their records stand beside the bundled ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/policy/chatbot.h"
#include "common/policy/disclosure.h"
#include "tests/policy/example.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr char good[] =
    "id = \"acme\"\n"
    "name = \"Acme Chat\"\n"
    "kind = \"messaging\"\n"
    "reviewed = \"2026-11-23\"\n"
    "[[protocols]]\n"
    "id = \"prpl-acme\"\n"
    "[private]\n"
    "applies = \"yes\"\n"
    "training = \"no\"\n"
    "basis = \"stated\"\n";

RecordFile acme(const std::string& more = "") { return {"/home/me/acme.toml", good + more}; }

std::string trouble(const std::string& text) {
  const auto provider = read_provider({"acme.toml", text});
  return provider ? "" : provider.error().text;
}

TEST(BadRecord, GoodOneIsRead) {
  const auto provider = read_provider(acme());
  ASSERT_TRUE(provider) << provider.error().text;
  EXPECT_EQ(provider->private_messages.training, Stance::no);
  EXPECT_EQ(provider->public_posts.applies, Applies::no);
  EXPECT_EQ(provider->public_posts.basis, Basis::not_applicable);
  EXPECT_EQ(provider->short_name, "Acme Chat");
}

TEST(BadRecord, UnknownKeyIsNamedWithItsLine) {
  EXPECT_THAT(trouble(std::string(good) + "trainin = \"no\"\n"),
              AllOf(StartsWith("acme.toml:11: "), HasSubstr("\"trainin\""), HasSubstr("remove it")));
  EXPECT_THAT(trouble("colour = \"red\"\n" + std::string(good)), StartsWith("acme.toml:1: unknown key \"colour\""));
  EXPECT_THAT(trouble(std::string(good) + "tiers.api = { training = \"no\", trial = true }\n"),
              HasSubstr("acme.toml:11: "));
}

TEST(BadRecord, UnknownWordIsNamedWithTheKnownOnes) {
  EXPECT_THAT(trouble(std::string(good) + "e2ee = \"maybe\"\n"),
              AllOf(StartsWith("acme.toml:11: e2ee"), HasSubstr("\"maybe\""), HasSubstr("opt-in")));
}

TEST(BadRecord, WrongTypeIsNamedWithTheRightOne) {
  EXPECT_THAT(trouble(std::string(good) + "retention_days = \"30\"\n"),
              HasSubstr("acme.toml:11: retention_days must be a whole"));
  EXPECT_THAT(trouble(std::string(good) + "retention_days = -1\n"), HasSubstr("0 or more"));
  EXPECT_THAT(trouble(std::string(good) + "caveats = \"one\"\n"), HasSubstr("square brackets"));
  EXPECT_THAT(trouble(std::string(good) + "caveats = [1]\n"), HasSubstr("texts only"));
  EXPECT_THAT(trouble(std::string(good) + "statement = 7\n"), HasSubstr("quotes"));
  EXPECT_THAT(trouble(std::string(good) + "evidence = [1]\n"), HasSubstr("sections"));
  EXPECT_THAT(trouble(std::string(good) + "tiers = 7\n"), HasSubstr("section"));
  EXPECT_THAT(trouble("operator_dependent = \"yes\"\n" + std::string(good)), HasSubstr("true or false"));
}

TEST(BadRecord, MissingThingsAreNamed) {
  EXPECT_THAT(trouble("name = \"Acme\"\nkind = \"messaging\"\n"), HasSubstr("id is missing"));
  EXPECT_THAT(trouble(std::string(good) + "[[private.evidence]]\nurl = \"https://example.org\"\n"),
              HasSubstr("kind is missing"));
  EXPECT_THAT(trouble(std::string(good) + "[[ai_recipients]]\nwho = \"bots\"\n"), HasSubstr("emblem"));
  EXPECT_THAT(trouble(std::string(good) + "[public]\ntraining = \"no\"\n"), HasSubstr("applies is missing"));
}

TEST(BadRecord, BrokenTomlIsNamedWithItsLine) {
  EXPECT_THAT(trouble(std::string(good) + "statement = \"no end\n"),
              AllOf(StartsWith("acme.toml:11: "), HasSubstr("TOML")));
  EXPECT_THAT(trouble("id = \"a\"\nid = \"b\"\n"), StartsWith("acme.toml:2: "));
  EXPECT_THAT(trouble(std::string("id = \"\xff\"\n")), StartsWith("acme.toml:1: "));
  for (const char* line : {"[?]", "[[[", "name = Zoé", "naïve = 1", "a = [Ḁ]", "a = 1n\"é\"", "a = -[\"é\"]",
                           "a = \"\\é\"", "a = -=[\"é\"]", "a = [1, -=\"é\"]", "a = 1979-05-27 \"é\"", "\u00a0",
                           "x = \"\"\"", "x = '''", "=", "\t\t["}) {
    EXPECT_THAT(trouble(std::string("# é\n") + line), StartsWith("acme.toml:2: ")) << line;
  }
  EXPECT_NE(trouble(std::string(100000, '[')), "");
  EXPECT_NE(trouble("a = " + std::string(100000, '[')), "");
}

TEST(BadRecord, LettersOfAnyLanguageStandWhereTomlAllowsThem) {
  for (const char* more : {"statement = \"é\" # é", "statement = 'é'", "statement = \"\"\"é\n\"é\" é\"\"\"\"",
                           "caveats = [\"é\", 'é']", "caveats = [\n  \"é\", # é\n  \"\\\"é\",\n]",
                           "tiers.\"é\" = { training = \"no\", note = \"é\" }"}) {
    EXPECT_EQ(trouble(std::string(good) + more + "\n"), "") << more;
  }
}

TEST(BadRecord, NoDateIsNamed) {
  EXPECT_THAT(trouble("id = \"a\"\nname = \"a\"\nkind = \"a\"\nreviewed = \"yesterday\"\n"),
              StartsWith("acme.toml:4: reviewed is no date"));
}

TEST(BadRecord, NoNetworkIsNamed) {
  EXPECT_THAT(trouble(std::string(good) + "[[hosts]]\npattern = \"127.0.0.0/99\"\nmatch = \"cidr\"\n"),
              StartsWith("acme.toml:12: pattern"));
}

TEST(BadRecord, BrokenPatternOfADisclosureIsNamed) {
  const auto record = read_disclosure({"x.toml", "id = \"x\"\nlanguage = \"en\"\npattern = '('\n"});
  ASSERT_FALSE(record);
  EXPECT_THAT(record.error().text, StartsWith("x.toml:3: pattern cannot be compiled"));
}

TEST(BadRecord, UnknownServiceOfAChatbotIsNamed) {
  const RecordFile bot{"bot.toml", "id = \"bot\"\nname = \"Bot\"\nstatus = \"active\"\n"
                                   "[[networks]]\nnetwork = \"acme\"\nservices = [\"nobody\"]\n"};
  const auto book = PolicyBook::load({acme()}, {bot}, {}, {});
  ASSERT_FALSE(book);
  EXPECT_THAT(book.error().text, AllOf(HasSubstr("bot"), HasSubstr("\"nobody\"")));
}

TEST(UserRecord, AddsAService) {
  auto providers = bundled_records("providers");
  providers.push_back(acme());
  const auto book = PolicyBook::load(providers, bundled_records("chatbots"));
  ASSERT_TRUE(book) << book.error().text;
  EXPECT_EQ(book->providers().size(), 70u);
  EXPECT_EQ(book->audience(read_example("prpl-acme|me|friend").message, "").service_name, "Acme Chat");
}

TEST(UserRecord, TakesThePlaceOfTheBundledOne) {
  auto providers = bundled_records("providers");
  std::string text = good;
  text.replace(text.find("acme"), 4, "irc-libera").replace(text.find("prpl-acme"), 9, "prpl-irc");
  providers.push_back({"/home/me/irc-libera.toml", text});
  const auto book = PolicyBook::load(providers, bundled_records("chatbots"));
  ASSERT_TRUE(book) << book.error().text;
  EXPECT_EQ(book->providers().size(), 69u);
  EXPECT_EQ(book->provider("irc-libera")->name, "Acme Chat");
  EXPECT_EQ(book->provider("nobody"), nullptr);
}

TEST(PolicyVersion, ChangesWithWhatMattersAndNothingElse) {
  const auto version = [](const std::string& more) { return read_provider(acme(more))->version; };
  const std::string before = version("");
  EXPECT_EQ(version("statement = \"Other words.\"\n"), before);
  EXPECT_EQ(version("[[private.evidence]]\nurl = \"https://example.org\"\nkind = \"primary-policy\"\n"), before);
  for (const char* change : {"retention_days = 3\n", "third_party = \"yes\"\n", "other_ml = \"yes\"\n",
                             "tiers.api = { training = \"yes\" }\n",
                             "[ai_chat]\napplies = \"yes\"\ntraining = \"yes\"\n",
                             "[opt_out]\navailable = \"yes\"\n",
                             "[public]\napplies = \"yes\"\ntraining = \"opt-in\"\n"}) {
    EXPECT_NE(version(change), before) << change;
  }
}

}  // namespace
}  // namespace loftgate
