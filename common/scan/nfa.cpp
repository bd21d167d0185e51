// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/nfa.h"

namespace loftgate {
namespace {

class Thompson {
 public:
  Result<Nfa> build(const std::vector<RegexNode>& patterns) {
    nfa_.start = state();
    for (const RegexNode& pattern : patterns) {
      const int begin = state();
      join(nfa_.start, begin);
      nfa_.accepts.push_back(append(pattern, begin));
    }
    if (too_many()) return Error{Code::invalid, "its repeats multiply to too many states; choose smaller bounds"};
    return std::move(nfa_);
  }

 private:
  bool too_many() const { return nfa_.states.size() > most_nfa_states; }

  int state() {
    nfa_.states.emplace_back();
    return static_cast<int>(nfa_.states.size() - 1);
  }

  void join(int from, int to) { nfa_.states[static_cast<std::size_t>(from)].epsilon.push_back(to); }

  /// Adds what `node` matches behind state `from`; the state it ends in.
  int append(const RegexNode& node, int from) {
    if (too_many()) return from;
    switch (node.kind) {
      case RegexNode::Kind::characters: return characters(node, from);
      case RegexNode::Kind::choice: return choice(node, from);
      case RegexNode::Kind::repeat: return repeat(node, from);
      case RegexNode::Kind::sequence: break;
    }
    for (const RegexNode& child : node.children) from = append(child, from);
    return from;
  }

  int characters(const RegexNode& node, int from) {
    const int end = state();
    for (const CodePointRange& range : node.characters.ranges()) {
      for (const ByteSequence& sequence : byte_sequences(range)) {
        int at = from;
        for (std::size_t i = 0; i < sequence.size; ++i) {
          const int reader = state();
          const int next = i + 1 == sequence.size ? end : state();
          join(at, reader);
          nfa_.states[static_cast<std::size_t>(reader)].reads = sequence.bytes[i];
          nfa_.states[static_cast<std::size_t>(reader)].next = next;
          at = next;
        }
      }
    }
    return end;
  }

  int choice(const RegexNode& node, int from) {
    const int end = state();
    for (const RegexNode& child : node.children) {
      const int begin = state();
      join(from, begin);
      join(append(child, begin), end);
    }
    return end;
  }

  int repeat(const RegexNode& node, int from) {
    const RegexNode& child = node.children.front();
    int count = 0;
    for (; count < node.least && !too_many(); ++count) from = append(child, from);
    if (count == node.most) return from;
    const int end = state();
    for (; count < node.most && !too_many(); ++count) {
      join(from, end);
      from = append(child, from);
    }
    join(from, end);
    return end;
  }

  Nfa nfa_;
};

}  // namespace

Result<Nfa> build_nfa(const std::vector<RegexNode>& patterns) { return Thompson().build(patterns); }

}  // namespace loftgate
