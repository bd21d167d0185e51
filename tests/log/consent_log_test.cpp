// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/consent_log.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "common/log/canonical_json.h"
#include "common/log/chain.h"
#include "common/log/entry_body.h"
#include "common/log/open_log.h"
#include "tests/log/log_fixture.h"

namespace loftgate {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

mode_t mode_of(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
}

std::vector<std::int64_t> numbers(const std::vector<LogRow>& rows) {
  std::vector<std::int64_t> all;
  for (const LogRow& row : rows) all.push_back(row.seq);
  return all;
}

}  // namespace

TEST_F(LogTest, BeginsWithAGenesisEntry) {
  auto log = open();
  ASSERT_TRUE(log) << log.error().text;
  const auto first = log->show(1);
  ASSERT_TRUE(first) << first.error().text;
  EXPECT_THAT(*first->entry, HasSubstr(R"("kind":"genesis")"));
  EXPECT_THAT(*first->entry, HasSubstr(R"("prev_log":null)"));
  EXPECT_EQ(*first->who, R"({"v":1})");
}

TEST_F(LogTest, NumbersChoicesInOrder) {
  auto log = open();
  ASSERT_TRUE(log);
  EXPECT_EQ(*log->append(a_decision(), the_bot()), 2);
  EXPECT_EQ(*log->append(a_decision(LoggedChoice::cancel), the_bot()), 3);
}

TEST_F(LogTest, WritesTheEntryAsCanonicalJson) {
  auto log = open();
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  const auto row = log->show(2);
  const auto body = parse_json(*row->entry);
  ASSERT_TRUE(body);
  EXPECT_EQ(canonical(*body), *row->entry);
  EXPECT_TRUE(is_uuid(body->text_of("id")));
  EXPECT_EQ(body->integer_of("ts"), clock.moment.us);
  EXPECT_EQ(body->integer_of("tz"), 60);
  EXPECT_EQ(body->text_of("clk"), "ok");
  EXPECT_EQ(body->text_of("app"), LOFTGATE_VERSION);
  EXPECT_THAT(*row->entry, HasSubstr(R"("categories":["email","phone"])"));
  EXPECT_EQ(*row->who, R"({"account":"alice@home.example","contact":"bot@chatgpt.example","v":1})");
}

TEST_F(LogTest, KeepsEverythingWhenOpenedAgain) {
  write(3);
  write(2);
  const auto log = open(ConsentLog::Access::read);
  ASSERT_TRUE(log) << log.error().text;
  EXPECT_THAT(numbers(*log->list({})), ElementsAre(6, 5, 4, 3, 2, 1));
}

TEST_F(LogTest, IsForTheUsersEyesOnly) {
  auto log = open();
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  EXPECT_EQ(mode_of(folder()), 0700u);
  for (const char* name : {"consent-1.db", "consent-1.db-wal", "consent-1.db-shm", "consent.lock", "consent.head"}) {
    EXPECT_EQ(mode_of(folder() + "/" + name), 0600u) << name;
  }
}

TEST_F(LogTest, LeavesOneDatabaseFileAtRest) {
  write(1);
  EXPECT_FALSE(std::filesystem::exists(database() + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(database() + "-shm"));
}

TEST_F(LogTest, MarksAClockThatWentBackOrJumped) {
  auto log = open();
  const auto mark = [&](std::int64_t step) {
    clock.moment.us += step;
    const auto seq = log->append(a_decision(), the_bot());
    return std::string(parse_json(*log->show(*seq)->entry)->text_of("clk"));
  };
  constexpr std::int64_t hour = 3600LL * 1000000;
  EXPECT_EQ(mark(hour), "ok");
  EXPECT_EQ(mark(-hour), "back");
  EXPECT_EQ(mark(24 * 3650 * hour), "jump");
  clock.moment.us = -hour;   // 1969
  EXPECT_EQ(mark(0), "back");
}

TEST_F(LogTest, SaysHowItStands) {
  write(2);
  const auto log = open(ConsentLog::Access::read);
  const auto status = log->status();
  ASSERT_TRUE(status) << status.error().text;
  EXPECT_EQ(status->rows, 3);
  EXPECT_EQ(status->head_seq, 3);
  EXPECT_EQ(status->erased, 0);
  EXPECT_EQ(status->journal_mode, "wal");
  EXPECT_EQ(status->anchored_seq, 3);
  EXPECT_EQ(status->database, database());
  EXPECT_THAT(status->log_id, SizeIs(32));
  const auto code = parse_verification_code(status->verification_code);
  ASSERT_TRUE(code);
  EXPECT_TRUE(code->matches(*from_hex<32>(status->head_link)));
}

TEST_F(LogTest, ListsPagesAndFilters) {
  auto log = open();
  for (int i = 0; i < 4; ++i) {
    clock.moment.us += 1000000;
    Entry entry = a_decision(i % 2 ? LoggedChoice::cancel : LoggedChoice::send);
    entry.service = i < 2 ? "meta.messenger" : "openai.chatgpt";
    ASSERT_TRUE(log->append(entry, i == 3 ? Who{"alice@home.example", "bob@home.example", ""} : the_bot()));
  }
  LogQuery page;
  page.limit = 2;
  EXPECT_THAT(numbers(*log->list(page)), ElementsAre(5, 4));
  page.before = 4;
  EXPECT_THAT(numbers(*log->list(page)), ElementsAre(3, 2));
  LogQuery by;
  by.service = "meta.messenger";
  EXPECT_THAT(numbers(*log->list(by)), ElementsAre(3, 2));
  by.choice = "cancel";
  EXPECT_THAT(numbers(*log->list(by)), ElementsAre(3));
  LogQuery contact;
  contact.contact = "bob@home.example";
  EXPECT_THAT(numbers(*log->list(contact)), ElementsAre(5));
  LogQuery when;
  when.since = clock.moment.us - 1000000;
  when.until = clock.moment.us;
  EXPECT_THAT(numbers(*log->list(when)), ElementsAre(4));
  LogQuery kind;
  kind.kind = "genesis";
  kind.actor = "app";
  EXPECT_THAT(numbers(*log->list(kind)), ElementsAre(1));
}

TEST_F(LogTest, ShowsARecordByItsId) {
  auto log = open();
  ASSERT_TRUE(log->append(a_decision(), the_bot()));
  const auto body = parse_json(*log->show(2)->entry);
  const auto row = log->show(std::string(body->text_of("id")));
  ASSERT_TRUE(row) << row.error().text;
  EXPECT_EQ(row->seq, 2);
  EXPECT_EQ(log->show(new_uuid()).error().code, Code::not_found);
  EXPECT_EQ(log->show("nonsense").error().code, Code::invalid);
  EXPECT_EQ(log->show(99).error().code, Code::not_found);
}

TEST_F(LogTest, RemembersAChoice) {
  auto log = open();
  const std::string rule = new_uuid();
  Entry entry = a_remembered_choice(rule);
  entry.expires = clock.moment.us + 10;
  const auto seq = log->append(entry, the_bot());
  ASSERT_TRUE(seq) << seq.error().text;
  const auto rules = log->rules();
  ASSERT_THAT(*rules, SizeIs(1));
  const StandingRule& found = rules->front();
  EXPECT_EQ(found.id, rule);
  EXPECT_EQ(found.scope, Scope::contact);
  EXPECT_EQ(found.choice, LoggedChoice::redact);
  EXPECT_EQ(found.service, "openai.chatgpt");
  EXPECT_THAT(found.categories, ElementsAre("email", "phone"));
  EXPECT_EQ(found.kb, "2026-05-01");
  EXPECT_EQ(found.who.contact, "bot@chatgpt.example");
  EXPECT_EQ(found.who.account, "alice@home.example");
  EXPECT_EQ(found.set_seq, *seq);
  clock.moment.us += 10;
  EXPECT_THAT(*log->rules(), IsEmpty());
}

TEST_F(LogTest, ARuleThatActsByItselfChangesNoRule) {
  auto log = open();
  const std::string rule = new_uuid();
  ASSERT_TRUE(log->append(a_remembered_choice(rule), the_bot()));
  Entry applied = a_remembered_choice(rule);
  applied.actor = Actor::rule;
  ASSERT_TRUE(log->append(applied, the_bot()));
  EXPECT_EQ(log->rules()->at(0).set_seq, 2);
}

TEST_F(LogTest, ForgetsARuleThatWasWithdrawnExpiredOrInvalidated) {
  auto log = open();
  for (const EntryKind kind : {EntryKind::rule_withdrawn, EntryKind::rule_expired, EntryKind::rule_invalidated}) {
    const std::string rule = new_uuid();
    ASSERT_TRUE(log->append(a_remembered_choice(rule), the_bot()));
    EXPECT_THAT(*log->rules(), SizeIs(1));
    const auto ended = log->append(end_of_rule(rule, kind), {});
    ASSERT_TRUE(ended) << ended.error().text;
    EXPECT_THAT(*log->rules(), IsEmpty());
  }
}

TEST_F(LogTest, RecordsAGap) {
  auto log = open();
  Entry gap;
  gap.kind = EntryKind::gap;
  gap.actor = Actor::app;
  gap.reason = "disk-full";
  gap.count = 2;
  gap.from = 1780000000000000;
  gap.to = 1780000001000000;
  const auto seq = log->append(gap, {});
  ASSERT_TRUE(seq) << seq.error().text;
  EXPECT_THAT(*log->show(*seq)->entry, HasSubstr(R"("reason":"disk-full")"));
}

TEST_F(LogTest, RefusesWhatTheFormatHasNoPlaceFor) {
  auto log = open();
  const auto refused = [&](auto change, const char* field) {
    Entry entry = a_decision();
    change(entry);
    const auto seq = log->append(entry, the_bot());
    ASSERT_FALSE(seq) << field;
    EXPECT_EQ(seq.error().code, Code::invalid) << field;
    EXPECT_THAT(seq.error().text, HasSubstr(field));
  };
  refused([](Entry& e) { e.service = "My Service"; }, "service");
  refused([](Entry& e) { e.choice.reset(); }, "choice");
  refused([](Entry& e) { e.scope.reset(); }, "scope");
  refused([](Entry& e) { e.categories = {"a b"}; }, "categories");
  refused([](Entry& e) { e.rule = "1"; }, "rule");
  refused([](Entry& e) { e.notice = "sha256:1"; }, "notice");
  refused([](Entry& e) { e.size = "7"; }, "size");
  refused([](Entry& e) { e.kb = std::string(33, 'k'); }, "kb");
  refused([](Entry& e) { e.expires = std::int64_t{1} << 53; }, "expires");
  refused([](Entry& e) { e.kind = EntryKind::erasure; }, "kind");
  refused([](Entry& e) { e.kind = EntryKind::gap; }, "reason");
  EXPECT_EQ(log->status()->rows, 1);
}

TEST_F(LogTest, CutsLongAndBrokenNamesBetweenCharacters) {
  auto log = open();
  const std::string euros = [] {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "€";
    return text;
  }();
  const auto seq = log->append(a_decision(), {std::string(9000, '\x01'), euros, "room\xff\x00x"});
  ASSERT_TRUE(seq) << seq.error().text;
  const auto who = parse_json(*log->show(*seq)->who);
  ASSERT_TRUE(who);
  EXPECT_EQ(who->text_of("contact").size() % 3, 0u);
  EXPECT_LE(who->text_of("contact").size(), 1024u);
  EXPECT_EQ(who->text_of("conv"), "room\xEF\xBF\xBD");
}

TEST_F(LogTest, IsTheSameWhereAWriteAheadFileCannotWork) {
  auto log = open_for_writing(folder(), clock, Journal::truncate);
  ASSERT_TRUE(log) << log.error().text;
  EXPECT_FALSE(log->wal);
  EXPECT_EQ(*log->db.text("PRAGMA journal_mode"), "truncate");
  EXPECT_EQ(*log->db.integer("PRAGMA synchronous"), 2);
}

TEST(Filesystems, ThoseSharedBetweenHostsGetNoWriteAheadFile) {
  EXPECT_FALSE(filesystem_allows_wal(0x6969));       // NFS
  EXPECT_FALSE(filesystem_allows_wal(0xFF534D42));   // CIFS
  EXPECT_TRUE(filesystem_allows_wal(0xEF53));        // ext4
}

}  // namespace loftgate
