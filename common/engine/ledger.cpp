// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/ledger.h"

#include <utility>

namespace loftgate {
namespace {

/// Other windows and the command line may add or end rules; a minute is soon enough to notice.
constexpr std::int64_t rules_fresh_us = 60LL * 1000000;

const char* gap_reason(Code code) {
  switch (code) {
    case Code::full: return "disk-full";
    case Code::read_only: return "read-only";
    case Code::busy: return "busy";
    case Code::corrupt: return "damaged";
    case Code::newer: return "newer-format";
    case Code::permission: return "permission";
    default: return "io-error";
  }
}

}  // namespace

Ledger::Ledger(std::function<std::string()> folder, const Clock& clock) : folder_(std::move(folder)), clock_(clock) {}

Result<void> Ledger::open() {
  if (log_) return {};
  auto opened = ConsentLog::open(folder_(), clock_, ConsentLog::Access::append);
  if (!opened) return opened.error();
  log_.emplace(std::move(*opened));
  return {};
}

Result<void> Ledger::record_gap() {
  if (!gap_) return {};
  Entry entry;
  entry.kind = EntryKind::gap;
  entry.actor = Actor::app;
  entry.reason = gap_->reason;
  entry.count = gap_->count;
  entry.from = gap_->from;
  entry.to = gap_->to;
  const auto recorded = log_->append(entry, {});
  if (!recorded) return recorded.error();
  gap_.reset();
  return {};
}

Result<void> Ledger::record(const Entry& entry, const Who& who) {
  if (auto opened = open(); !opened) return opened;
  if (auto told = record_gap(); !told) return told;
  const auto recorded = log_->append(entry, who);
  if (!recorded) {
    // A fresh start next time: the cause may be gone, and a damaged handle helps nobody.
    close();
    return recorded.error();
  }
  if (entry.scope && *entry.scope != Scope::once) rules_.reset();
  return {};
}

void Ledger::count_missed(const Error& why) {
  const std::int64_t now = clock_.now().us;
  if (!gap_) gap_ = Gap{0, now, now, gap_reason(why.code)};
  ++gap_->count;
  gap_->to = now;
}

const std::vector<StandingRule>& Ledger::rules() {
  const std::int64_t now = clock_.now().us;
  const bool stale = !rules_ || now < rules_read_us_ || now - rules_read_us_ > rules_fresh_us;
  if (stale && open()) {
    if (auto read = log_->rules()) {
      rules_ = std::move(*read);
      rules_read_us_ = now;
    }
  }
  if (!rules_) rules_.emplace();
  return *rules_;
}

void Ledger::close() {
  log_.reset();
  rules_.reset();
}

}  // namespace loftgate
