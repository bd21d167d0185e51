// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/exposure.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

const Date today = *parse_date("2026-11-23");

Audience ai(Stance training, Basis basis = Basis::stated) {
  Audience audience;
  audience.is_ai = true;
  audience.service = "meta-ai";
  audience.surface = Surface::ai_chat;
  audience.practice.training = training;
  audience.practice.basis = basis;
  audience.reviewed = today;
  return audience;
}

Audience people(Stance training, Basis basis = Basis::stated) {
  Audience audience = ai(training, basis);
  audience.is_ai = false;
  audience.surface = Surface::private_messages;
  return audience;
}

TEST(ReachOf, AnAiThatTrainsOrDoesNotSayIsTheWidest) {
  EXPECT_EQ(reach_of(ai(Stance::yes), today), Reach::ai_trains);
  EXPECT_EQ(reach_of(ai(Stance::opt_out), today), Reach::ai_trains);
  EXPECT_EQ(reach_of(ai(Stance::unknown, Basis::silent), today), Reach::ai_trains);
}

TEST(ReachOf, BeyondABridgeNothingIsKnown) {
  Audience audience = people(Stance::no);
  EXPECT_EQ(reach_of(audience, today), Reach::provider);
  audience.bridged = true;
  EXPECT_EQ(reach_of(audience, today), Reach::open_or_unknown);
  EXPECT_EQ(claim_of(audience), Claim::unknown);
  audience.is_local = true;
  EXPECT_EQ(reach_of(audience, today), Reach::open_or_unknown);
  EXPECT_EQ(claim_of(audience), Claim::unknown);
  audience.encrypted = true;
  EXPECT_EQ(reach_of(audience, today), Reach::closed) << "a bridge cannot read what only the two ends can";
}

TEST(ReachOf, AnAiThatSaysItDoesNotTrainIsBelieved) {
  EXPECT_EQ(reach_of(ai(Stance::no), today), Reach::ai_no_training);
  EXPECT_EQ(reach_of(ai(Stance::opt_in), today), Reach::ai_no_training);
}

TEST(ReachOf, FactsOlderThan180DaysNoLongerVouchForAnAi) {
  Audience audience = ai(Stance::no);
  audience.reviewed = today - std::chrono::days(facts_age_limit_days);
  EXPECT_EQ(reach_of(audience, today), Reach::ai_no_training);
  audience.reviewed = today - std::chrono::days(facts_age_limit_days + 1);
  EXPECT_EQ(reach_of(audience, today), Reach::ai_trains);
  EXPECT_TRUE(assess({}, true, audience, today).facts_aged);
  audience.reviewed.reset();
  EXPECT_EQ(reach_of(audience, today), Reach::ai_trains);
}

TEST(ReachOf, OldFactsDoNotMakePrivateChatsNoisy) {
  Audience audience = people(Stance::no);
  audience.reviewed = today - std::chrono::days(1000);
  EXPECT_EQ(reach_of(audience, today), Reach::provider);
}

TEST(ReachOf, ALocalModelStaysClosed) {
  Audience audience = ai(Stance::no);
  audience.is_local = true;
  EXPECT_EQ(reach_of(audience, today), Reach::closed);
  EXPECT_EQ(claim_of(audience), Claim::stays_here);
}

TEST(ReachOf, EncryptionHidesFromTheServerButNotFromABotAtTheEnd) {
  Audience person = people(Stance::yes);
  person.encrypted = true;
  EXPECT_EQ(reach_of(person, today), Reach::closed);
  Audience bot = ai(Stance::yes);
  bot.encrypted = true;
  EXPECT_EQ(reach_of(bot, today), Reach::ai_trains);
}

TEST(ReachOf, APublicRoomIsOpenWhateverTheServiceSays) {
  Audience room = people(Stance::no);
  room.surface = Surface::public_posts;
  EXPECT_EQ(reach_of(room, today), Reach::open_or_unknown);
}

TEST(ReachOf, NothingKnownIsNeverSafe) {
  EXPECT_EQ(reach_of(Audience{}, today), Reach::open_or_unknown);
  EXPECT_EQ(reach_of(people(Stance::unknown, Basis::silent), today), Reach::open_or_unknown);
}

TEST(ClaimOf, UnknownSilentAndNotReviewedStayThreeClaims) {
  EXPECT_EQ(claim_of(ai(Stance::unknown, Basis::silent)), Claim::silent);
  EXPECT_EQ(claim_of(ai(Stance::unknown, Basis::not_reviewed)), Claim::not_reviewed);
  EXPECT_EQ(claim_of(ai(Stance::unknown, Basis::stated)), Claim::unknown);
  EXPECT_EQ(claim_of(ai(Stance::unknown, Basis::operator_dependent)), Claim::operator_decides);
  EXPECT_EQ(claim_of(Audience{}), Claim::unknown);
}

TEST(Assess, CountsOnlyWhatIsSureAndTakesTheGravest) {
  Finding phone{{0, 5}, EntityType::phone, Severity::contact, 90, 0};
  Finding maybe_card{{6, 20}, EntityType::credit_card, Severity::identity, Finding::sure - 1, 0};
  const Exposure exposure = assess({phone, maybe_card}, true, ai(Stance::yes), today);
  EXPECT_EQ(exposure.severity, Severity::contact);
  EXPECT_EQ(exposure.counted.size(), 1u);
}

}  // namespace
}  // namespace loftgate
