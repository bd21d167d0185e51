// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/rows.h"

#include <algorithm>

#include "common/base/i18n.h"
#include "common/log/entry_body.h"
#include "common/log/schema.h"
#include "common/log/standing_rules.h"

namespace loftgate {
namespace {

/// A body on its way into a table: its bytes, its salt and what the chain keeps of it.
struct Sealed {
  explicit Sealed(const Json& body) : text(canonical(body)) {}
  std::string text;
  Digest salt = random_bytes<std::tuple_size_v<Digest>>();
  Digest commitment = loftgate::commitment(salt, text);
};

template <std::size_t N>
bool read_bytes(const Statement& row, int column, std::array<std::uint8_t, N>& out) {
  const std::string_view bytes = row.blob(column);
  if (bytes.size() != N) return false;
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return true;
}

Result<void> insert_chain(const Database& db, std::int64_t seq, const Sealed& entry, const Sealed& who,
                          const Digest& link) {
  auto insert = db.prepare("INSERT INTO chain(seq, c_entry, c_who, link) VALUES(?1, ?2, ?3, ?4)");
  if (!insert) return insert.error();
  insert->bind(1, seq);
  insert->bind_blob(2, entry.commitment.data(), entry.commitment.size());
  insert->bind_blob(3, who.commitment.data(), who.commitment.size());
  insert->bind_blob(4, link.data(), link.size());
  return insert->run();
}

/// The columns beside the body only repeat it, for filters.
Result<void> insert_entry(const Database& db, std::int64_t seq, const Sealed& sealed, const Json& body) {
  auto insert = db.prepare(
      "INSERT INTO entry(seq, salt, body, ts, kind, service, choice, actor, risk) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  if (!insert) return insert.error();
  insert->bind(1, seq);
  insert->bind_blob(2, sealed.salt.data(), sealed.salt.size());
  insert->bind(3, sealed.text);
  insert->bind(4, body.integer_of("ts").value_or(0));
  insert->bind(5, body.text_of("kind"));
  insert->bind_or_null(6, body.text_of("service"));
  insert->bind_or_null(7, body.text_of("choice"));
  insert->bind(8, body.text_of("actor"));
  insert->bind_or_null(9, body.text_of("risk"));
  return insert->run();
}

Result<void> insert_who(const Database& db, std::int64_t seq, const Sealed& sealed, const Json& body) {
  auto insert = db.prepare("INSERT INTO who(seq, salt, body, account, contact) VALUES(?1, ?2, ?3, ?4, ?5)");
  if (!insert) return insert.error();
  insert->bind(1, seq);
  insert->bind_blob(2, sealed.salt.data(), sealed.salt.size());
  insert->bind(3, sealed.text);
  insert->bind_or_null(4, body.text_of("account"));
  insert->bind_or_null(5, body.text_of("contact"));
  return insert->run();
}

}  // namespace

Digest digest_at(const Statement& row, int column) {
  Digest digest{};
  read_bytes(row, column, digest);
  return digest;
}

Result<LogMeta> read_meta(const Database& db) {
  auto rows = db.prepare("SELECT k, v FROM meta");
  if (!rows) return rows.error();
  LogMeta meta;
  bool named = false;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    const std::string key = rows->text(0);
    if (key == "log_id") named = read_bytes(*rows, 1, meta.id);
    if (key == "base_seq") meta.base_seq = rows->integer(1);
    if (key == "base_link") read_bytes(*rows, 1, meta.base_link);
  }
  if (!named) return wrong_file(LogFile::foreign, db.path());
  return meta;
}

Result<void> write_meta(const Database& db, const LogMeta& meta, std::int64_t created, const Json& previous) {
  auto insert = db.prepare(
      "INSERT INTO meta(k, v) "
      "VALUES('log_id', ?1), ('created', ?2), ('base_seq', ?3), ('base_link', ?4), ('prev_log', ?5)");
  if (!insert) return insert.error();
  insert->bind_blob(1, meta.id.data(), meta.id.size());
  insert->bind(2, created);
  insert->bind(3, meta.base_seq);
  insert->bind_blob(4, meta.base_link.data(), meta.base_link.size());
  insert->bind(5, canonical(previous));
  return insert->run();
}

Result<Head> read_head(const Database& db, const LogMeta& meta) {
  auto last = db.prepare(
      "SELECT seq, link, (SELECT ts FROM entry ORDER BY seq DESC LIMIT 1) FROM chain ORDER BY seq DESC LIMIT 1");
  if (!last) return last.error();
  const auto row = last->step();
  if (!row) return row.error();
  if (!*row) return Head{meta.base_seq, meta.base_link, std::nullopt};
  Head head{last->integer(0), digest_at(*last, 1), std::nullopt};
  if (!last->is_null(2)) head.ts = last->integer(2);
  return head;
}

Result<Head> add_row(const Database& db, const LogMeta& meta, const Head& head, const Json& entry, const Json& who) {
  const Sealed sealed_entry(entry);
  const Sealed sealed_who(who);
  if (sealed_entry.text.size() > max_entry_bytes) {
    return Error{Code::invalid, format(tr("The record is larger than the %zu bytes a log entry may have. Report this "
                                          "with the version of Loftgate."), max_entry_bytes)};
  }
  Head next{head.seq + 1, {}, entry.integer_of("ts")};
  next.link = link_after(meta.id, next.seq, head.link, sealed_entry.commitment, sealed_who.commitment);
  if (const auto done = insert_chain(db, next.seq, sealed_entry, sealed_who, next.link); !done) return done.error();
  if (const auto done = insert_entry(db, next.seq, sealed_entry, entry); !done) return done.error();
  if (const auto done = insert_who(db, next.seq, sealed_who, who); !done) return done.error();
  if (const auto done = apply(db, rule_change(next.seq, entry, who)); !done) return done.error();
  return next;
}

Result<bool> tail_holds(const Database& db, const LogMeta& meta, std::int64_t count) {
  auto rows = db.prepare("SELECT seq, c_entry, c_who, link FROM chain ORDER BY seq DESC LIMIT ?1");
  if (!rows) return rows.error();
  rows->bind(1, count + 1);
  struct Row {
    std::int64_t seq;
    Digest link, c_entry, c_who;
  };
  std::optional<Row> newer;   // its predecessor's link comes with the next, older row
  const auto follows = [&meta](const Row& row, std::int64_t before_seq, const Digest& before) {
    return row.seq == before_seq + 1 && link_after(meta.id, row.seq, before, row.c_entry, row.c_who) == row.link;
  };
  for (std::int64_t seen = 0;; ++seen) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return !newer || seen > count || follows(*newer, meta.base_seq, meta.base_link);
    const std::int64_t seq = rows->integer(0);
    const Digest link = digest_at(*rows, 3);
    if (newer && !follows(*newer, seq, link)) return false;
    newer = Row{seq, link, digest_at(*rows, 1), digest_at(*rows, 2)};
  }
}

Result<std::optional<Digest>> link_of(const Database& db, const LogMeta& meta, std::int64_t seq) {
  if (seq == meta.base_seq) return std::optional(meta.base_link);
  auto find = db.prepare("SELECT link FROM chain WHERE seq=?1");
  if (!find) return find.error();
  find->bind(1, seq);
  const auto row = find->step();
  if (!row) return row.error();
  return *row ? std::optional(digest_at(*find, 0)) : std::nullopt;
}

}  // namespace loftgate
