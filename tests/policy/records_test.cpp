// SPDX-License-Identifier: GPL-2.0-or-later
// Every example of every record is a test case.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "common/policy/chatbot.h"
#include "common/policy/disclosure.h"
#include "tests/policy/example.h"

namespace loftgate {
namespace {

class ProviderRecord : public testing::TestWithParam<ExampleCase> {};
class ChatbotRecord : public testing::TestWithParam<ExampleCase> {};
class TriggerRecord : public testing::TestWithParam<ExampleCase> {};
class DisclosureRecord : public testing::TestWithParam<ExampleCase> {};

std::string case_name(const testing::TestParamInfo<ExampleCase>& info) { return info.param.name(); }

template <class Records>
std::vector<ExampleCase> cases_of(const Records& records) {
  std::vector<ExampleCase> cases;
  for (const auto& record : records) add_cases(cases, record.id, record.examples);
  return cases;
}

template <class T>
std::vector<T> read_bundle(std::string_view folder, Result<T> (*read)(const RecordFile&)) {
  std::vector<T> records;
  for (const RecordFile& file : bundled_records(folder)) {
    Result<T> record = read(file);
    if (record) records.push_back(std::move(*record));
  }
  return records;
}

const std::vector<DisclosurePattern>& disclosures() {
  static const auto records = read_bundle<DisclosurePattern>("disclosures", read_disclosure);
  return records;
}

/// Two bots may answer to the same word; a record that shares an example with another shares the answer.
bool shares_example(const std::string& id, const std::string& example) {
  const auto& bots = bundled_book().chatbots();
  return std::any_of(bots.begin(), bots.end(), [&](const Chatbot& bot) {
    return bot.id == id && std::count(bot.examples.matches.begin(), bot.examples.matches.end(), example) > 0;
  });
}

std::string service_of(const WrittenExample& example) {
  if (example.host.empty()) return bundled_book().audience(example.message, example.text).service;
  const Provider* provider = bundled_book().provider_at(example.host);
  return provider ? provider->id : "";
}

TEST_P(ProviderRecord, NamesTheService) {
  const WrittenExample example = read_example(GetParam().example);
  EXPECT_EQ(service_of(example) == GetParam().record, GetParam().matches)
      << GetParam().example << " is read by \"" << service_of(example) << "\"";
}

TEST_P(ChatbotRecord, TellsTheBot) {
  const WrittenExample example = read_example(GetParam().example);
  const Audience audience = bundled_book().audience(example.message, example.text);
  if (GetParam().matches) {
    EXPECT_TRUE(audience.is_ai) << GetParam().example;
    EXPECT_TRUE(shares_example(audience.chatbot, GetParam().example))
        << GetParam().example << " is " << audience.chatbot;
  } else {
    EXPECT_NE(audience.chatbot, GetParam().record) << GetParam().example;
  }
}

TEST_P(TriggerRecord, CallsAnAiIntoTheRoom) {
  const WrittenExample example = read_example(GetParam().example);
  const Audience audience = bundled_book().audience(example.message, example.text);
  EXPECT_EQ(audience.sign == Sign::mention, GetParam().matches) << GetParam().example;
  EXPECT_EQ(audience.surface == Surface::ai_chat, GetParam().matches) << GetParam().example;
}

TEST_P(DisclosureRecord, IsFoundInItsOwnSentences) {
  const auto& all = disclosures();
  const auto record = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.id == GetParam().record; });
  ASSERT_NE(record, all.end());
  EXPECT_EQ(finds(*record, readable_part(GetParam().example, record->strong)), GetParam().matches)
      << GetParam().example;
  const std::optional<Disclosure> disclosure = bundled_book().disclosure(GetParam().example);
  const bool found = disclosure && disclosure->strong >= record->strong;
  EXPECT_TRUE(found || !GetParam().matches) << GetParam().example;
}

INSTANTIATE_TEST_SUITE_P(All, ProviderRecord, testing::ValuesIn(cases_of(bundled_book().providers())), case_name);
INSTANTIATE_TEST_SUITE_P(All, ChatbotRecord, testing::ValuesIn(cases_of(bundled_book().chatbots())), case_name);
INSTANTIATE_TEST_SUITE_P(All, TriggerRecord,
                         testing::ValuesIn(cases_of(read_bundle<Trigger>("triggers", read_trigger))), case_name);
INSTANTIATE_TEST_SUITE_P(All, DisclosureRecord, testing::ValuesIn(cases_of(disclosures())), case_name);

TEST(Records, AreAllThere) {
  EXPECT_EQ(bundled_book().providers().size(), 69u);
  EXPECT_EQ(bundled_book().chatbots().size(), 46u);
  EXPECT_EQ(disclosures().size(), 29u);
}

TEST(Records, ProvideAnExampleOfWhatTheyDoNotMean) {
  for (const Provider& one : bundled_book().providers()) EXPECT_FALSE(one.examples.misses.empty()) << one.id;
  for (const Chatbot& one : bundled_book().chatbots()) EXPECT_FALSE(one.examples.misses.empty()) << one.id;
}

TEST(Records, AreNamedAfterTheirIds) {
  for (const char* folder : {"providers", "chatbots", "disclosures", "triggers"}) {
    for (const RecordFile& file : bundled_records(folder)) {
      const std::size_t begin = file.name.find('/') + 1;
      const std::string stem = file.name.substr(begin, file.name.rfind('.') - begin);
      EXPECT_NE(file.text.find("\nid = \"" + stem + "\"\n"), std::string::npos) << file.name;
    }
  }
}

TEST(Records, CiteASourceForEveryStatedPractice) {
  for (const Provider& provider : bundled_book().providers()) {
    for (const Practice* practice : {&provider.public_posts, &provider.private_messages, &provider.ai_chat}) {
      if (practice->basis != Basis::stated) continue;
      EXPECT_FALSE(practice->evidence.empty()) << provider.id;
      EXPECT_FALSE(practice->statement.empty()) << provider.id;
    }
  }
}

TEST(Records, HaveAVersionThatFitsTheLog) {
  for (const Provider& provider : bundled_book().providers()) {
    EXPECT_LE(provider.version.size(), 32u);
    EXPECT_THAT(provider.version, testing::MatchesRegex("2026-11-23-[0-9a-f]{12}")) << provider.id;
  }
}

}  // namespace
}  // namespace loftgate
