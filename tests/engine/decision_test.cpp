// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/decision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <utility>

namespace loftgate {
namespace {

using enum Strength;

struct Table {
  Preset preset;
  Strength cells[5][reach_count];
};

// Written out in full, so that a slip in the rules that derive quiet and strict shows here.
const Table tables[] = {
    {Preset::balanced,
     {{silent, silent, badge, badge, notice},
      {silent, silent, notice, notice, ask},
      {silent, badge, ask, ask, ask},
      {silent, notice, ask, ask, ask},
      {badge, ask, ask, ask, ask_inhibited}}},
    {Preset::quiet,
     {{silent, silent, badge, badge, notice},
      {silent, silent, notice, notice, notice},
      {silent, badge, notice, notice, notice},
      {silent, notice, notice, notice, notice},
      {badge, ask, ask, ask, ask_inhibited}}},
    {Preset::strict,
     {{silent, silent, badge, badge, ask},
      {silent, silent, ask, ask, ask},
      {silent, badge, ask, ask, ask},
      {silent, ask, ask, ask, ask},
      {ask, ask, ask, ask, ask_inhibited}}},
};

struct Cell {
  Preset preset;
  int severity;
  int reach;
  Strength expected;
};

std::vector<Cell> all_cells() {
  std::vector<Cell> cells;
  for (const Table& table : tables) {
    for (int severity = 0; severity < 5; ++severity) {
      for (int reach = 0; reach < static_cast<int>(reach_count); ++reach) {
        cells.push_back({table.preset, severity, reach, table.cells[severity][reach]});
      }
    }
  }
  return cells;
}

class Matrix : public testing::TestWithParam<Cell> {};

TEST_P(Matrix, AnswersAsDesigned) {
  const Cell& c = GetParam();
  EXPECT_EQ(cell(c.preset, static_cast<Severity>(c.severity), static_cast<Reach>(c.reach)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(EveryCell, Matrix, testing::ValuesIn(all_cells()), [](const auto& param) {
  return std::string(preset_name(param.param.preset)) + "_S" + std::to_string(param.param.severity) + "_E" +
         std::to_string(param.param.reach);
});

Exposure exposed(Severity severity, Reach reach) {
  Exposure exposure;
  exposure.severity = severity;
  exposure.reach = reach;
  return exposure;
}

constexpr std::int64_t minute_us = 60LL * 1000000;

TEST(Decide, SaysNothingWhenSwitchedOff) {
  Circumstances off;
  off.enabled = false;
  EXPECT_EQ(decide(exposed(Severity::secret, Reach::ai_trains), off).strength, silent);
}

TEST(Decide, AnnouncesAnAiOnce) {
  Circumstances first;
  EXPECT_EQ(decide(exposed(Severity::none, Reach::ai_trains), first).strength, notice);
  first.already_noticed = true;
  const Decision again = decide(exposed(Severity::none, Reach::ai_trains), first);
  EXPECT_EQ(again.strength, badge);
  EXPECT_EQ(again.by, DecidedBy::announced_before);
}

TEST(Decide, NeverHoldsATextInWhichNothingWasFound) {
  for (const Preset preset : {Preset::balanced, Preset::quiet, Preset::strict}) {
    for (int reach = 0; reach < static_cast<int>(reach_count); ++reach) {
      Circumstances now;
      now.preset = preset;
      EXPECT_FALSE(decide(exposed(Severity::none, static_cast<Reach>(reach)), now).holds());
    }
  }
}

TEST(Decide, AfterThreeAsksADayContactDetailsGetANotice) {
  Circumstances now;
  now.history.contact_asks_today = 2;
  EXPECT_EQ(decide(exposed(Severity::contact, Reach::ai_trains), now).strength, ask);
  now.history.contact_asks_today = 3;
  const Decision spent = decide(exposed(Severity::contact, Reach::ai_trains), now);
  EXPECT_EQ(spent.strength, notice);
  EXPECT_EQ(spent.by, DecidedBy::budget_day);
}

TEST(Decide, WithinTenMinutesTheSameServiceGetsANotice) {
  Circumstances now;
  now.now_us = 100 * minute_us;
  now.history.last_contact_ask_us = 91 * minute_us;
  EXPECT_EQ(decide(exposed(Severity::contact, Reach::ai_trains), now).by, DecidedBy::budget_gap);
  now.history.last_contact_ask_us = 90 * minute_us;
  EXPECT_EQ(decide(exposed(Severity::contact, Reach::ai_trains), now).strength, ask);
}

TEST(Decide, AClockSetBackDoesNotSpendTheBudget) {
  Circumstances now;
  now.now_us = 10 * minute_us;
  now.history.last_contact_ask_us = 500 * minute_us;
  EXPECT_EQ(decide(exposed(Severity::contact, Reach::ai_trains), now).strength, ask);
}

TEST(Decide, TheBudgetNeverLetsGraverDetailsPass) {
  Circumstances now;
  now.history.contact_asks_today = 50;
  for (const Severity severity : {Severity::identity, Severity::special, Severity::secret}) {
    EXPECT_TRUE(decide(exposed(severity, Reach::ai_trains), now).holds());
  }
}

TEST(Decide, WhatWasAskedAboutAndNotSentIsAskedAgainBeyondTheBudget) {
  Circumstances now;
  now.history.contact_asks_today = 3;
  now.asked_before = true;
  EXPECT_TRUE(decide(exposed(Severity::contact, Reach::ai_trains), now).holds());
}

TEST(Decide, PausedStillAsksAboutSecrets) {
  Circumstances now;
  now.paused = true;
  EXPECT_EQ(decide(exposed(Severity::identity, Reach::ai_trains), now).strength, badge);
  EXPECT_EQ(decide(exposed(Severity::secret, Reach::ai_trains), now).strength, ask_inhibited);
}

TEST(Decide, ATextThatCouldNotBeReadIsNeverSilent) {
  Exposure exposure = exposed(Severity::none, Reach::closed);
  exposure.checked = false;
  const Decision decision = decide(exposure, {});
  EXPECT_EQ(decision.strength, badge);
  EXPECT_EQ(decision.by, DecidedBy::unchecked);
}

TEST(Unread, IsWeighedByWhoGetsItAlone) {
  const std::pair<Preset, std::array<Strength, reach_count>> rows[] = {
      {Preset::balanced, {silent, silent, notice, notice, ask}},
      {Preset::quiet, {silent, silent, notice, notice, notice}},
      {Preset::strict, {silent, silent, ask, ask, ask}},
  };
  for (const auto& [preset, cells] : rows) {
    for (std::size_t reach = 0; reach < reach_count; ++reach) {
      EXPECT_EQ(unread_cell(preset, static_cast<Reach>(reach)), cells[reach]) << preset_name(preset) << " E" << reach;
    }
  }
}

TEST(Unread, NeverMakesWhatWasFoundQuieterNorTheOtherWayRound) {
  for (int severity = 0; severity < 5; ++severity) {
    for (int reach = 0; reach < static_cast<int>(reach_count); ++reach) {
      Exposure exposure = exposed(static_cast<Severity>(severity), static_cast<Reach>(reach));
      const Strength found = decide(exposure, {}).strength;
      exposure.unread = true;
      EXPECT_EQ(decide(exposure, {}).strength, std::max(found, unread_cell(Preset::balanced, exposure.reach)));
    }
  }
}

TEST(Unread, IsNotAskedAboutWhilePausedAndSaysNothingWhenSwitchedOff) {
  Exposure exposure = exposed(Severity::none, Reach::ai_trains);
  exposure.unread = true;
  Circumstances now;
  now.paused = true;
  EXPECT_FALSE(decide(exposure, now).holds());
  now.enabled = false;
  EXPECT_EQ(decide(exposure, now).strength, silent);
}

TEST(Unread, ASpentBudgetDoesNotLetItPass) {
  Exposure exposure = exposed(Severity::contact, Reach::ai_trains);
  exposure.unread = true;
  Circumstances now;
  now.history.contact_asks_today = 50;
  EXPECT_TRUE(decide(exposure, now).holds());
}

TEST(PresetNames, GoBothWays) {
  for (const Preset preset : {Preset::balanced, Preset::quiet, Preset::strict}) {
    EXPECT_EQ(preset_named(preset_name(preset)), preset);
  }
  EXPECT_EQ(preset_named("loud"), std::nullopt);
}

}  // namespace
}  // namespace loftgate
