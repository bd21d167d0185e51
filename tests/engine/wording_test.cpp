// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace loftgate {
namespace {

using testing::HasSubstr;
using testing::Not;

const Destination to{"prpl-jabber", "me@x", "meta@x", PeerKind::person};

Weighed weighed_for(Claim claim, std::vector<EntityType> types = {EntityType::phone}) {
  Weighed weighed;
  weighed.audience.is_ai = true;
  weighed.audience.reader = "Meta AI";
  weighed.audience.service_name = "Meta AI";
  weighed.exposure.claim = claim;
  weighed.exposure.severity = Severity::contact;
  for (const EntityType type : types) weighed.exposure.counted.push_back({{0, 1}, type, Severity::contact, 90, 0});
  return weighed;
}

TEST(Wording, LeadsWithWhatAndToWhom) {
  EXPECT_EQ(lead_line(weighed_for(Claim::trains), to), "Phone number to Meta AI");
  EXPECT_EQ(lead_line(weighed_for(Claim::trains, {EntityType::phone, EntityType::email}), to),
            "Phone number and 1 other detail to Meta AI");
}

TEST(Wording, EachClaimHasItsOwnSentence) {
  std::set<std::string> sentences;
  for (int claim = 0; claim <= static_cast<int>(Claim::unknown); ++claim) {
    sentences.insert(claim_line(weighed_for(static_cast<Claim>(claim))));
  }
  EXPECT_EQ(sentences.size(), static_cast<std::size_t>(Claim::unknown) + 1);
}

TEST(Wording, UnknownIsNeverWordedAsSafe) {
  for (const Claim claim : {Claim::unknown, Claim::silent, Claim::not_reviewed, Claim::ambiguous, Claim::operator_decides}) {
    EXPECT_THAT(claim_line(weighed_for(claim)), Not(HasSubstr("does not train")));
  }
}

TEST(Wording, SaysThatATalkOfPeopleIsEncryptedAndNothingOfTheKindOfABot) {
  Weighed weighed = weighed_for(Claim::operator_decides, {});
  weighed.audience.encrypted = true;
  EXPECT_THAT(badge_of(weighed).tooltip, Not(HasSubstr("ncrypted"))) << "the bot at its end reads it";
  weighed.audience.is_ai = false;
  const Badge badge = badge_of(weighed);
  EXPECT_EQ(badge.tooltip, "End-to-end encrypted: the service cannot read it.");
  EXPECT_TRUE(std::any_of(badge.why.begin(), badge.why.end(), [&](const auto& line) { return line.text == badge.tooltip; }));
}

TEST(Wording, KeepsToTheLengthsOfTheBar) {
  for (int type = 0; type < static_cast<int>(entity_type_count); ++type) {
    Weighed weighed = weighed_for(Claim::trains, {static_cast<EntityType>(type)});
    EXPECT_LE(lead_line(weighed, to).size(), 60u);
    for (int claim = 0; claim <= static_cast<int>(Claim::unknown); ++claim) {
      weighed.exposure.claim = static_cast<Claim>(claim);
      EXPECT_LE(reason_line(weighed).size(), 90u) << reason_line(weighed);
    }
  }
}

TEST(Wording, EveryKindHasANounAndALabel) {
  for (int type = 0; type < static_cast<int>(entity_type_count); ++type) {
    EXPECT_FALSE(noun(static_cast<EntityType>(type)).empty());
    EXPECT_GT(mask_label(static_cast<EntityType>(type)).size(), 2u);
  }
}

TEST(Wording, ASecretSaysWhatItLetsOthersDo) {
  Weighed weighed = weighed_for(Claim::silent, {EntityType::api_key});
  weighed.exposure.severity = Severity::secret;
  EXPECT_THAT(reason_line(weighed), HasSubstr("act as you"));
}

TEST(Wording, NeverShoutsOrPleads) {
  for (int claim = 0; claim <= static_cast<int>(Claim::unknown); ++claim) {
    Warning warning;
    fill_warning(warning, weighed_for(static_cast<Claim>(claim)), Message{}, false);
    EXPECT_THAT(warning.spoken, Not(HasSubstr("please")));
    EXPECT_EQ(warning.spoken.find('!'), std::string::npos);
  }
}

TEST(BadgeOf, AnAiThatTrainsAndOneThatIsUnclearDiffer) {
  Weighed weighed = weighed_for(Claim::trains);
  weighed.exposure.reach = Reach::ai_trains;
  EXPECT_EQ(badge_of(weighed).word, "AI trains");
  weighed.exposure.claim = Claim::silent;
  EXPECT_EQ(badge_of(weighed).word, "AI: unclear");
}

TEST(BadgeOf, WhatWasNotReadIsNotCheckedRatherThanClean) {
  Weighed weighed = weighed_for(Claim::no_training);
  weighed.exposure.checked = false;
  EXPECT_EQ(badge_of(weighed).level, Badge::Level::not_checked);
}

}  // namespace
}  // namespace loftgate
