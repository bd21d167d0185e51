// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loftgate {
namespace {

using testing::ElementsAre;

const Destination bot{"prpl-jabber", "me@x", "bot@x", PeerKind::person};
const Destination room{"prpl-jabber", "me@x", "bot@x", PeerKind::room};
constexpr std::int64_t now_us = 1'000'000'000;

Weighed phone_to_meta() {
  Weighed weighed;
  weighed.audience.service = "meta-ai";
  weighed.audience.version = "2026-11-23-aaaaaaaaaaaa";
  weighed.exposure.severity = Severity::contact;
  weighed.exposure.counted = {{{0, 4}, EntityType::phone, Severity::contact, 90, 0}};
  return weighed;
}

StandingRule rule(Scope scope, LoggedChoice choice) {
  StandingRule made;
  made.id = "r1";
  made.scope = scope;
  made.choice = choice;
  made.service = "meta-ai";
  made.categories = {"phone"};
  made.kb = "2026-11-23-aaaaaaaaaaaa";
  made.who = who_of(bot);
  return made;
}

TEST(StandingAnswer, ARuleForThisContactAnswers) {
  const std::vector rules{rule(Scope::contact, LoggedChoice::send)};
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {}, now_us).rule, &rules[0]);
}

TEST(StandingAnswer, AGrantToAPersonNeverCoversARoomOfTheSameName) {
  const std::vector rules{rule(Scope::contact, LoggedChoice::send)};
  EXPECT_EQ(standing_answer(rules, room, phone_to_meta(), {}, now_us).rule, nullptr);
}

TEST(StandingAnswer, AGrantNeverCoversAnotherService) {
  const std::vector rules{rule(Scope::contact, LoggedChoice::send)};
  Weighed mentioned = phone_to_meta();
  mentioned.audience.service = "openai";
  EXPECT_EQ(standing_answer(rules, bot, mentioned, {}, now_us).rule, nullptr);
}

TEST(StandingAnswer, EveryKindFoundMustBeCovered) {
  const std::vector rules{rule(Scope::service, LoggedChoice::send)};
  Weighed more = phone_to_meta();
  more.exposure.counted.push_back({{9, 12}, EntityType::email, Severity::contact, 90, 0});
  EXPECT_EQ(standing_answer(rules, bot, more, {}, now_us).rule, nullptr);
}

TEST(StandingAnswer, APermissionMadeUnderAnotherPolicyIsStale) {
  std::vector rules{rule(Scope::service, LoggedChoice::send)};
  rules[0].kb = "2025-01-01-bbbbbbbbbbbb";
  const StandingAnswer answer = standing_answer(rules, bot, phone_to_meta(), {}, now_us);
  EXPECT_EQ(answer.rule, nullptr);
  EXPECT_TRUE(answer.stale);
}

TEST(StandingAnswer, APolicyThatWasOnlyReadAgainIsTheSamePolicy) {
  std::vector rules{rule(Scope::service, LoggedChoice::send)};
  rules[0].kb = "2025-01-01-aaaaaaaaaaaa";
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {}, now_us).rule, &rules[0]);
}

TEST(StandingAnswer, MaskingSurvivesAPolicyChangeAndOutweighsSending) {
  std::vector rules{rule(Scope::service, LoggedChoice::send), rule(Scope::service, LoggedChoice::redact)};
  rules[1].kb = "2025-01-01-bbbbbbbbbbbb";
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {}, now_us).rule, &rules[1]);
}

TEST(StandingAnswer, AnExpiredRuleIsSilent) {
  std::vector rules{rule(Scope::contact, LoggedChoice::send)};
  rules[0].expires = now_us;
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {}, now_us).rule, nullptr);
}

TEST(StandingAnswer, AConversationRuleEndsWithItsSession) {
  const std::vector rules{rule(Scope::conversation, LoggedChoice::send)};
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {}, now_us).rule, nullptr);
  EXPECT_EQ(standing_answer(rules, bot, phone_to_meta(), {"r1"}, now_us).rule, &rules[0]);
}

TEST(StandingAnswer, ASecretIsNeverCovered) {
  std::vector rules{rule(Scope::service, LoggedChoice::send)};
  rules[0].categories = {"api-key"};
  Weighed secret = phone_to_meta();
  secret.exposure.severity = Severity::secret;
  secret.exposure.counted = {{{0, 4}, EntityType::api_key, Severity::secret, 90, 0}};
  EXPECT_EQ(standing_answer(rules, bot, secret, {}, now_us).rule, nullptr);
}

TEST(Offers, ShrinkAsTheDetailGrowsGraver) {
  Audience known;
  known.service = "meta-ai";
  using enum Remember;
  EXPECT_THAT(offers_for(Severity::contact, known), ElementsAre(once, conversation, one_hour, contact, service));
  EXPECT_THAT(offers_for(Severity::special, known), ElementsAre(once, conversation, one_hour));
  EXPECT_THAT(offers_for(Severity::secret, known), ElementsAre(once));
  EXPECT_THAT(offers_for(Severity::contact, Audience{}), ElementsAre(once, conversation, one_hour, contact));
}

TEST(Terms, PermissionsEndAndMaskingLasts) {
  EXPECT_EQ(terms_of({Act::mask, Remember::contact, "", false}, now_us).expires, std::nullopt);
  EXPECT_EQ(terms_of({Act::send, Remember::contact, "", false}, now_us).expires, now_us + 90LL * 24 * 3600 * 1000000);
  EXPECT_EQ(terms_of({Act::mask, Remember::one_hour, "", false}, now_us).expires, now_us + 3600LL * 1000000);
}

TEST(Categories, AreTokensSortedAndUnique) {
  Exposure exposure;
  for (const EntityType type : {EntityType::phone, EntityType::credit_card, EntityType::phone}) {
    exposure.counted.push_back({{0, 1}, type, Severity::contact, 90, 0});
  }
  EXPECT_THAT(categories_of(exposure), ElementsAre("credit-card", "phone"));
}

}  // namespace
}  // namespace loftgate
