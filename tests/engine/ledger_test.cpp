// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace loftgate {
namespace {

using testing::HasSubstr;

Entry sent_entry() {
  Entry entry;
  entry.service = "meta-ai";
  entry.protocol = "prpl-jabber";
  entry.surface = "bot";
  entry.choice = LoggedChoice::send;
  entry.scope = Scope::once;
  entry.purposes = {"ai-training"};
  entry.categories = {"phone"};
  entry.size = "16-63";
  entry.notice = "sha256:" + std::string(64, '0');
  entry.kb = "unknown";
  return entry;
}

TEST(Ledger, RecordsAndReadsBackStandingChoices) {
  TempFolder folder;
  SystemClock clock;
  Ledger ledger([&] { return folder.path() + "/loftgate"; }, clock);
  Entry entry = sent_entry();
  entry.rule = new_uuid();
  entry.scope = Scope::contact;
  ASSERT_TRUE(ledger.record(entry, {"me@x", "bot@x", ""}));
  ASSERT_EQ(ledger.rules().size(), 1u);
  EXPECT_EQ(ledger.rules()[0].id, entry.rule);
}

TEST(Ledger, TellsOfMissedChoicesAsSoonAsItCanWriteAgain) {
  TempFolder folder;
  SystemClock clock;
  // A file where the folder should be: true for root as well, whom no mode stops.
  std::string place = folder.path() + "/in-the-way";
  ASSERT_TRUE(g_file_set_contents(place.c_str(), "x", 1, nullptr));
  Ledger ledger([&] { return place; }, clock);
  const auto refused = ledger.record(sent_entry(), {});
  ASSERT_FALSE(refused);
  ledger.count_missed(refused.error());
  ledger.count_missed(refused.error());
  place = folder.path() + "/loftgate";
  ASSERT_TRUE(ledger.record(sent_entry(), {}));
  ledger.close();
  auto log = ConsentLog::open(place, clock, ConsentLog::Access::read);
  ASSERT_TRUE(log);
  LogQuery gaps;
  gaps.kind = "gap";
  const auto rows = log->list(gaps);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_THAT(*(*rows)[0].entry, HasSubstr("\"count\":2"));
}

}  // namespace
}  // namespace loftgate
