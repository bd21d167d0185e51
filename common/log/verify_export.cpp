// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

#include "common/base/i18n.h"
#include "common/log/canonical_json.h"
#include "common/log/chain_check.h"
#include "common/log/sqlite.h"
#include "common/log/verify.h"

namespace loftgate {
namespace {

/// The first line of an export.
struct Header {
  LogMeta log;
  Omissions omitted;
  Head head;
};

bool is_true(const Json* member) { return member && member->boolean() && *member->boolean(); }

Error no_export(const std::string& path) {
  return {Code::invalid, format(tr("%s is no export of a consent log: its first line is not the header of one. Check "
                                   "that it is a JSON Lines export and whole."), path.c_str())};
}

Result<Header> read_header(const std::string& line, const std::string& path) {
  const auto json = parse_json(line);
  if (!json || json->text_of("format") != "aicl-export") return no_export(path);
  if (json->integer_of("v").value_or(0) > 1) {
    return Error{Code::newer, format(tr("%s was written by a newer Loftgate. Update Loftgate to check it."), path.c_str())};
  }
  const auto id = from_hex<std::tuple_size_v<LogId>>(json->text_of("log_id"));
  const auto base_link = from_hex<std::tuple_size_v<Digest>>(json->text_of("base_link"));
  const auto base_seq = json->integer_of("base_seq");
  if (!id || !base_link || !base_seq || *base_seq < 0 || json->text_of("hash") != "sha256") return no_export(path);
  Header header{{*id, *base_seq, *base_link}, {}, {}};
  header.omitted.rows = !is_true(json->find("complete"));
  header.omitted.identities = !is_true(json->find("identities"));
  const Json* head = json->find("head");
  const auto link = from_hex<std::tuple_size_v<Digest>>(head ? head->text_of("link") : "");
  const auto seq = head ? head->integer_of("seq") : std::nullopt;
  if (!link || !seq) return no_export(path);
  header.head = Head{*seq, *link, std::nullopt};
  return header;
}

/// A body and its salt, which only come together. False if they do not.
bool read_body(const Json& row, const char* name, const char* salt_name, std::optional<CheckedRow::Body>& body) {
  const Json* value = row.find(name);
  const Json* salt_value = row.find(salt_name);
  if (!value && !salt_value) return true;
  const auto salt = from_hex<std::tuple_size_v<Digest>>(row.text_of(salt_name));
  if (!value || !value->members() || !salt) return false;
  body = CheckedRow::Body{*salt, canonical(*value)};
  return true;
}

bool is_row_member(const Json::Member& member) {
  static constexpr std::string_view names[] = {"seq",   "link",       "c_entry", "c_who",
                                               "entry", "salt_entry", "who",     "salt_who"};
  return std::find(std::begin(names), std::end(names), member.key) != std::end(names);
}

/// nullopt if the line is none of an export: not written canonically, or with members no hash covers.
std::optional<CheckedRow> read_row(const std::string& line) {
  const auto json = parse_json(line);
  if (!json || !json->members() || canonical(*json) != line) return std::nullopt;
  if (!std::all_of(json->members()->begin(), json->members()->end(), is_row_member)) return std::nullopt;
  const auto seq = json->integer_of("seq");
  const auto link = from_hex<std::tuple_size_v<Digest>>(json->text_of("link"));
  const auto c_entry = from_hex<std::tuple_size_v<Digest>>(json->text_of("c_entry"));
  const auto c_who = from_hex<std::tuple_size_v<Digest>>(json->text_of("c_who"));
  if (!seq || *seq < 1 || !link || !c_entry || !c_who) return std::nullopt;
  CheckedRow row;
  row.seq = *seq;
  row.link = *link;
  row.c_entry = *c_entry;
  row.c_who = *c_who;
  if (!read_body(*json, "entry", "salt_entry", row.entry)) return std::nullopt;
  if (!read_body(*json, "who", "salt_who", row.who)) return std::nullopt;
  if (!row.entry) return row;
  const Json& entry = *json->find("entry");
  row.ts = entry.integer_of("ts");
  if (entry.text_of("kind") != "erasure") return row;
  row.erased_level = entry.text_of("level") == "all" ? "all" : "who";
  row.erased_seqs = entry.text_of("seqs");
  return row;
}

Result<VerifyReport> check_rows(std::ifstream& file, const Header& header, const std::optional<VerificationCode>& code) {
  Findings findings;
  ChainCheck chain(header.log, header.omitted, findings);
  if (code) chain.watch(code->seq);
  std::string line;
  for (std::int64_t number = 2; std::getline(file, line); ++number) {
    if (const auto row = read_row(line)) {
      chain.add(*row);
    } else {
      findings.add("E_SCHEMA", {number});
    }
  }
  VerifyReport report;
  chain.finish(report);
  const Head& end = chain.head();
  const bool ends_early = header.head.seq != end.seq || header.head.link != end.link;
  if (ends_early && !header.omitted.rows) findings.add("E_HEAD", {header.head.seq, end.seq});
  if (code && chain.confirms(*code)) report.anchored_seq = code->seq;
  if (header.omitted.rows) findings.add("N_FILTERED", {});
  report.findings = findings.take();
  return report;
}

}  // namespace

Result<VerifyReport> verify_export(const std::string& path, const std::string& code) {
  const auto wanted = wanted_code(code);
  if (!wanted) return wanted.error();
  std::ifstream file(path, std::ios::binary);
  if (!file) return log_error(errno, path);
  std::string line;
  if (!std::getline(file, line)) return no_export(path);
  const auto header = read_header(line, path);
  if (!header) return header.error();
  return check_rows(file, *header, *wanted);
}

}  // namespace loftgate
