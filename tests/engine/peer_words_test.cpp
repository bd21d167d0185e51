// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/peer_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "common/engine/wording.h"

namespace loftgate {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;

Audience recognised_by(Sign sign, const std::string& detail = "") {
  Audience audience;
  audience.is_ai = sign != Sign::none;
  audience.sign = sign;
  audience.sign_detail = detail;
  return audience;
}

std::vector<WhyLine> lines_of(const Audience& audience) {
  std::vector<WhyLine> lines;
  add_peer_lines(lines, audience);
  return lines;
}

testing::Matcher<const std::vector<WhyLine>&> say(const std::string& part) {
  return Contains(Field(&WhyLine::text, HasSubstr(part)));
}

TEST(PeerWords, EachMarkOfANetworkHasItsOwnSentence) {
  std::set<std::string> sentences;
  const std::vector<std::string> marks{"list-emblem", "userinfo", "xmpp-disco", "irc-335", "irc-who-b", "irc-tag"};
  for (const std::string& mark : marks) sentences.insert(sign_sentence(recognised_by(Sign::emblem, mark)));
  EXPECT_EQ(sentences.size(), marks.size());
}

TEST(PeerWords, ADisclosureIsToldWithItsDay) {
  const std::string told = sign_sentence(recognised_by(Sign::disclosure, "en-self-iam 2026-11-23"));
  EXPECT_THAT(told, AllOf(HasSubstr("called itself an AI on "), HasSubstr("2026"), HasSubstr("en-self-iam")));
  EXPECT_EQ(sign_sentence(recognised_by(Sign::disclosure, "en-self-iam")), "This contact called itself an AI (en-self-iam).");
  EXPECT_THAT(sign_sentence(recognised_by(Sign::disclosure, "en-self-iam someday")), HasSubstr("(en-self-iam)"));
}

TEST(PeerWords, WhatMayBeWrongCanBeCorrected) {
  for (const Sign sign : {Sign::disclosure, Sign::emblem, Sign::peer_id})
    EXPECT_THAT(correction_sentence(recognised_by(sign, "x")), HasSubstr("/lg person here"));
  EXPECT_THAT(correction_sentence(recognised_by(Sign::reads_along, "helper")), HasSubstr("/lg person helper"));
  EXPECT_THAT(correction_sentence(recognised_by(Sign::user_mark)), HasSubstr("/lg unmark"));
  EXPECT_EQ(correction_sentence(recognised_by(Sign::protocol)), "");
  EXPECT_EQ(correction_sentence(recognised_by(Sign::none)), "");
  Weighed weighed;
  weighed.audience = recognised_by(Sign::emblem, "irc-335");
  EXPECT_THAT(why_lines(weighed, true), say("/lg person"));
}

TEST(PeerWords, OfBotsInARoomNoMoreIsSaidThanIsKnown) {
  Audience audience;
  audience.bots = {"helper"};
  EXPECT_EQ(bots_sentence(audience), "A bot is in the room: helper. What it reads is not known.");
  audience.bots = {"a", "b", "c", "d", "e", "f", "g"};
  EXPECT_EQ(bots_sentence(audience), "7 bots are in the room: a, b, c, d, e …. What they read is not known.");
}

TEST(PeerWords, WhoGetsInAndWhereABridgeLeadsIsTold) {
  Audience audience;
  audience.access = RoomAccess::closed;
  audience.logged = true;
  audience.bridged = true;
  EXPECT_THAT(lines_of(audience), AllOf(say("Not everybody may"), say("keeps a log"), say("another network")));
  audience.access = RoomAccess::open;
  EXPECT_THAT(lines_of(audience), say("Anybody may come in"));
}

TEST(PeerWords, ABadgeNamesTheBotsOfARoomOfPeople) {
  Weighed weighed;
  weighed.audience.bots = {"helper"};
  EXPECT_THAT(badge_of(weighed).tooltip, HasSubstr("A bot is in the room: helper."));
}

}  // namespace
}  // namespace loftgate
