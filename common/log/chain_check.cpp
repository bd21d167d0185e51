// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/chain_check.h"

#include <algorithm>
#include <charconv>

#include "common/base/i18n.h"

namespace loftgate {
namespace {

/// Reads a number without sign or leading zero from the front of `text`.
std::optional<std::int64_t> eat_seq(std::string_view& text) {
  std::int64_t value = 0;
  if (text.empty() || text[0] < '1' || text[0] > '9') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

std::optional<std::vector<SeqRange>> parse_ranges(std::string_view text) {
  std::vector<SeqRange> ranges;
  for (;;) {
    const auto first = eat_seq(text);
    if (!first) return std::nullopt;
    SeqRange range{*first, *first};
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      const auto last = eat_seq(text);
      if (!last || *last < *first) return std::nullopt;
      range.last = *last;
    }
    ranges.push_back(range);
    if (text.empty()) return ranges;
    if (text[0] != ',') return std::nullopt;
    text.remove_prefix(1);
  }
}

void SeqSet::settle() {
  std::sort(ranges_.begin(), ranges_.end(), [](const SeqRange& a, const SeqRange& b) { return a.first < b.first; });
  std::vector<SeqRange> joined;
  for (const SeqRange& range : ranges_) {
    if (!joined.empty() && range.first <= joined.back().last + 1) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  ranges_ = std::move(joined);
}

bool SeqSet::holds(std::int64_t seq) const {
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), seq,
                                      [](std::int64_t value, const SeqRange& range) { return value < range.first; });
  return after != ranges_.begin() && std::prev(after)->last >= seq;
}

ChainCheck::ChainCheck(const LogMeta& log, Omissions omitted, Findings& findings)
    : log_(log), omitted_(omitted), findings_(findings), head_{log.base_seq, log.base_link, std::nullopt} {}

void ChainCheck::add(const CheckedRow& row) {
  ++rows_;
  check_order(row);
  head_.seq = row.seq;
  head_.link = row.link;
  if (const auto asked = watched_.find(row.seq); asked != watched_.end()) asked->second = row.link;
  if (row.entry) {
    check_entry(row);
  } else {
    no_entry_.push_back(row.seq);
  }
  if (!row.who) {
    no_who_.push_back(row.seq);
  } else if (commitment(row.who->salt, row.who->text) != row.c_who) {
    findings_.add("E_WHO", {row.seq});
  }
}

void ChainCheck::check_order(const CheckedRow& row) {
  const bool next = row.seq == head_.seq + 1;
  const bool filtered_out = omitted_.rows && row.seq > head_.seq + 1;
  if (!next && !filtered_out) findings_.add("E_GAP", {head_.seq + 1, row.seq});
  if (filtered_out) return;   // the link it continues was left out of the export
  if (link_after(log_.id, row.seq, head_.link, row.c_entry, row.c_who) != row.link) findings_.add("E_LINK", {row.seq});
}

void ChainCheck::check_entry(const CheckedRow& row) {
  if (commitment(row.entry->salt, row.entry->text) != row.c_entry) findings_.add("E_ENTRY", {row.seq});
  if (!row.erased_level.empty()) cover(row);
  if (row.ts && head_.ts && *row.ts < *head_.ts) findings_.add("N_CLOCK_BACK", {row.seq});
  if (row.ts) head_.ts = row.ts;
}

void ChainCheck::cover(const CheckedRow& row) {
  const auto ranges = parse_ranges(row.erased_seqs);
  const auto reaches = [&row](const SeqRange& range) { return range.last >= row.seq; };
  if (!ranges || std::any_of(ranges->begin(), ranges->end(), reaches)) findings_.add("E_RANGE", {row.seq});
  if (!ranges) return;
  for (SeqRange range : *ranges) {
    range.last = std::min(range.last, row.seq - 1);
    if (range.last < range.first) continue;
    erased_who_.add(range);
    if (row.erased_level == "all") erased_all_.add(range);
  }
}

void ChainCheck::finish(VerifyReport& report) {
  erased_all_.settle();
  erased_who_.settle();
  std::int64_t erased = 0;
  for (const std::int64_t seq : no_entry_) {
    if (!erased_all_.holds(seq) && !omitted_.rows) findings_.add("E_MISSING_ENTRY", {seq});
  }
  for (const std::int64_t seq : no_who_) {
    if (erased_who_.holds(seq)) {
      ++erased;
    } else if (omitted_.identities) {
      ++report.withheld;
    } else if (!omitted_.rows) {
      findings_.add("E_MISSING_WHO", {seq});
    }
  }
  report.erased = erased;
  report.rows = rows_;
  report.head_seq = head_.seq;
  report.head_link = to_hex(head_.link);
}

std::optional<Digest> ChainCheck::watched(std::int64_t seq) const {
  if (seq == log_.base_seq) return log_.base_link;
  const auto found = watched_.find(seq);
  return found == watched_.end() ? std::nullopt : found->second;
}

bool ChainCheck::confirms(const VerificationCode& code) {
  const auto link = watched(code.seq);
  if (link && code.matches(*link)) return true;
  if (link || !omitted_.rows) findings_.add("E_ANCHOR", {code.seq, head_.seq});
  return false;
}

Result<std::optional<VerificationCode>> wanted_code(const std::string& text) {
  if (text.empty()) return std::optional<VerificationCode>();
  const auto code = parse_verification_code(text);
  if (code) return code;
  return Error{Code::invalid, tr("That is no verification code. A code looks like 15-6HRUDQ2SSWH6ZHCG; \"loftgate log "
                                 "status\" shows the present one.")};
}

}  // namespace loftgate
