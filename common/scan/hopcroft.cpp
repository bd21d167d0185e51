// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/scan/dfa.h"

namespace loftgate {
namespace {

/// States in blocks; a block is a range of `order_`, so that splitting one only swaps states inside it.
class Partition {
 public:
  explicit Partition(std::size_t states) : order_(states), place_(states), block_of_(states, 0) {
    for (std::size_t s = 0; s < states; ++s) order_[s] = place_[s] = s;
    blocks_.push_back({0, states, 0});
  }

  std::size_t blocks() const { return blocks_.size(); }
  std::size_t block_of(std::size_t state) const { return block_of_[state]; }
  std::size_t size(std::size_t block) const { return blocks_[block].end - blocks_[block].begin; }
  std::vector<std::size_t> members(std::size_t block) const {
    const auto from = order_.begin();
    return {from + static_cast<std::ptrdiff_t>(blocks_[block].begin),
            from + static_cast<std::ptrdiff_t>(blocks_[block].end)};
  }

  /// Moves a state to the marked front of its block.
  void mark(std::size_t state) {
    Block& block = blocks_[block_of_[state]];
    const std::size_t target = block.begin + block.marked;
    if (place_[state] < target) return;
    if (block.marked++ == 0) touched_.push_back(block_of_[state]);
    std::swap(order_[place_[state]], order_[target]);
    place_[order_[place_[state]]] = place_[state];
    place_[state] = target;
  }

  /// Cuts every block with both marked and unmarked states in two. Calls split(old, added) for each.
  template <class Split>
  void cut(Split split) {
    for (const std::size_t old : touched_) {
      Block& block = blocks_[old];
      const std::size_t marked = block.marked;
      block.marked = 0;
      if (marked == block.end - block.begin) continue;
      const Block added{block.begin, block.begin + marked, 0};
      block.begin += marked;
      for (std::size_t i = added.begin; i < added.end; ++i) block_of_[order_[i]] = blocks_.size();
      blocks_.push_back(added);
      split(old, blocks_.size() - 1);
    }
    touched_.clear();
  }

 private:
  struct Block {
    std::size_t begin, end, marked;
  };
  std::vector<std::size_t> order_;
  std::vector<std::size_t> place_;      // by state: its index in order_
  std::vector<std::size_t> block_of_;
  std::vector<Block> blocks_;
  std::vector<std::size_t> touched_;
};

/// The states that lead to a state with a byte class, for every state and class.
class Inverse {
 public:
  explicit Inverse(const Dfa& dfa) : begin_(dfa.next.size() + 1), from_(dfa.next.size()), classes_(dfa.classes) {
    for (std::size_t edge = 0; edge < dfa.next.size(); ++edge) ++begin_[slot(dfa, edge) + 1];
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    std::vector<std::size_t> fill = begin_;
    for (std::size_t edge = 0; edge < dfa.next.size(); ++edge) from_[fill[slot(dfa, edge)]++] = edge / classes_;
  }

  template <class Visit>
  void visit(std::size_t state, std::size_t byte_class, Visit visit_one) const {
    const std::size_t at = state * classes_ + byte_class;
    for (std::size_t i = begin_[at]; i < begin_[at + 1]; ++i) visit_one(from_[i]);
  }

 private:
  std::size_t slot(const Dfa& dfa, std::size_t edge) const { return dfa.next[edge] * classes_ + edge % classes_; }

  std::vector<std::size_t> begin_;
  std::vector<std::size_t> from_;
  std::size_t classes_;
};

Partition refine(const Dfa& dfa) {
  const Inverse inverse(dfa);
  Partition partition(dfa.states());
  std::vector<std::size_t> work;
  std::vector<bool> waits{false};
  const auto split = [&](std::size_t old, std::size_t added) {
    waits.push_back(false);
    // The smaller half is enough, unless the old block still waits: then both halves must.
    const std::size_t next = waits[old] || partition.size(added) <= partition.size(old) ? added : old;
    waits[next] = true;
    work.push_back(next);
  };
  for (std::size_t set = 1; set < dfa.sets.size(); ++set) {
    for (std::size_t s = 0; s < dfa.states(); ++s) {
      if (dfa.accepts[s] == set) partition.mark(s);
    }
    partition.cut(split);
  }
  while (!work.empty()) {
    const std::size_t splitter = work.back();
    work.pop_back();
    waits[splitter] = false;
    const std::vector<std::size_t> members = partition.members(splitter);
    for (std::size_t c = 0; c < dfa.classes; ++c) {
      for (const std::size_t state : members) inverse.visit(state, c, [&](std::size_t from) { partition.mark(from); });
      partition.cut(split);
    }
  }
  return partition;
}

/// Gives bytes one class that every state of the small automaton treats alike: most cuts of the pattern's letters.
Dfa share_columns(const Dfa& dfa) {
  std::map<std::vector<Dfa::State>, std::size_t> columns;
  std::vector<std::size_t> class_of(dfa.classes);
  for (std::size_t c = 0; c < dfa.classes; ++c) {
    std::vector<Dfa::State> column(dfa.states());
    for (std::size_t s = 0; s < dfa.states(); ++s) column[s] = dfa.next[s * dfa.classes + c];
    class_of[c] = columns.emplace(std::move(column), columns.size()).first->second;
  }
  Dfa shared;
  shared.classes = columns.size();
  shared.accepts = dfa.accepts;
  shared.sets = dfa.sets;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    shared.class_of[byte] = static_cast<std::uint8_t>(class_of[dfa.class_of[byte]]);
  }
  shared.next.resize(dfa.states() * shared.classes);
  for (const auto& [column, c] : columns) {
    for (std::size_t s = 0; s < dfa.states(); ++s) shared.next[s * shared.classes + c] = column[s];
  }
  return shared;
}

}  // namespace

Dfa minimise(const Dfa& dfa) {
  const Partition partition = refine(dfa);
  // Blocks are numbered anew, so that those of `dead` and `start` keep their fixed numbers.
  std::vector<Dfa::State> number(partition.blocks());
  Dfa::State following = Dfa::start + 1;
  for (std::size_t block = 0; block < number.size(); ++block) {
    const bool dead = block == partition.block_of(Dfa::dead);
    const bool start = block == partition.block_of(Dfa::start);
    number[block] = dead ? Dfa::dead : start ? Dfa::start : following++;
  }
  Dfa small;
  small.class_of = dfa.class_of;
  small.classes = dfa.classes;
  small.sets = dfa.sets;
  small.accepts.resize(number.size());
  small.next.resize(number.size() * dfa.classes);
  for (std::size_t s = 0; s < dfa.states(); ++s) {
    const Dfa::State to = number[partition.block_of(s)];
    small.accepts[to] = dfa.accepts[s];
    for (std::size_t c = 0; c < dfa.classes; ++c) {
      small.next[to * dfa.classes + c] = number[partition.block_of(dfa.next[s * dfa.classes + c])];
    }
  }
  return share_columns(small);
}

}  // namespace loftgate
