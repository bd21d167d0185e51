// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/peer_knowledge.h"

#include <vector>

namespace loftgate {

const PeerFacts& PeerKnowledge::of(const Destination& to) const {
  static const PeerFacts nothing;
  const auto found = facts_.find(to);
  return found == facts_.end() ? nothing : found->second;
}

void PeerKnowledge::note(const Destination& to, const PeerFacts& facts) {
  if (of(to) == facts) return;
  if (facts == PeerFacts{}) {
    facts_.erase(to);
  } else if (facts_.contains(to) || facts_.size() < most || facts.mark != Mark::none) {
    facts_.insert_or_assign(to, facts);
  } else {
    return;
  }
  if (changed) changed(to);
}

void PeerKnowledge::note_bot(const Destination& to, const char* sign, const std::string& real_name) {
  PeerFacts facts = of(to);
  // The first sign stays: one is enough, and what Why? says should not change with every line.
  if (facts.bot_sign.empty()) facts.bot_sign = sign;
  if (!real_name.empty()) facts.real_name = real_name;
  note(to, facts);
}

void PeerKnowledge::forget(const Destination& to) {
  PeerFacts facts;
  facts.mark = of(to).mark;
  note(to, facts);
  if (forgotten) forgotten(to);
}

void PeerKnowledge::forget_account(const std::string& protocol, const std::string& account) {
  std::vector<Destination> theirs;
  for (const auto& [to, facts] : facts_) {
    if (to.protocol == protocol && to.account == account) theirs.push_back(to);
  }
  for (const Destination& to : theirs) forget(to);
}

void PeerKnowledge::clear() {
  changed = nullptr;
  forgotten = nullptr;
  facts_.clear();
}

PeerKnowledge& peer_knowledge() {
  static PeerKnowledge knowledge;
  return knowledge;
}

}  // namespace loftgate
