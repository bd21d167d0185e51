// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/answer.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

Choice choice(std::string_view words) {
  const auto read = read_answer(words);
  return read ? std::get<Choice>(*read) : Choice{};
}

TEST(Answer, AnActAloneCountsOnce) {
  EXPECT_EQ(choice("send").act, Act::send);
  EXPECT_EQ(choice("send").remember, Remember::once);
  EXPECT_EQ(choice(" mask ").act, Act::mask);
  EXPECT_EQ(choice("mistaken").act, Act::mistaken);
  EXPECT_FALSE(choice("mistaken").mistaken) << "of no kind at all";
}

TEST(Answer, WordsAfterTheActAreScopeConsentOrTheReader) {
  const Choice read = choice("send Meta AI 1h unrecorded");
  EXPECT_EQ(read.remember, Remember::one_hour);
  EXPECT_TRUE(read.without_record);
  EXPECT_EQ(read.typed_reader, "Meta AI");
}

TEST(Answer, AScopeAloneIsForTheNextAnswer) {
  const auto read = read_answer("remember contact");
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<Remember>(*read), Remember::contact);
}

TEST(Answer, QuestionsAreNotAnswers) {
  EXPECT_EQ(std::get<Question>(*read_answer("why")), Question::why);
  EXPECT_EQ(std::get<Question>(*read_answer("status")), Question::status);
  EXPECT_EQ(std::get<Question>(*read_answer("")), Question::usage);
}

TEST(Answer, AMarkIsForTheContactOrForAMemberNamedAfterIt) {
  EXPECT_EQ(std::get<MarkAs>(*read_answer("ai")).mark, Mark::ai);
  EXPECT_EQ(std::get<MarkAs>(*read_answer("unmark")).mark, Mark::none);
  const auto read = std::get<MarkAs>(*read_answer("person  Ada of the loft "));
  EXPECT_EQ(read.mark, Mark::person);
  EXPECT_EQ(read.member, "Ada of the loft");
  EXPECT_FALSE(read_answer("persons"));
}

TEST(Answer, OtherWordsMeanNothing) {
  EXPECT_FALSE(read_answer("yes"));
  EXPECT_FALSE(read_answer("remember forever"));
  EXPECT_FALSE(read_answer("remember"));
}

}  // namespace
}  // namespace loftgate
