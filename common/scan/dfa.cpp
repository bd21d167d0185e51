// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/dfa.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace loftgate {
namespace {

/// NFA states that may be visited in all: bounds the time a hostile pattern takes.
constexpr std::size_t most_reached = 4000000;

using StateSet = std::vector<int>;   // sorted, no state twice

struct HashOfSet {
  std::size_t operator()(const StateSet& set) const {
    std::size_t hash = 14695981039346656037u;
    for (const int state : set) hash = (hash ^ static_cast<std::size_t>(state)) * 1099511628211u;
    return hash;
  }
};

/// Gives bytes that every state treats alike the same class.
std::size_t find_classes(const Nfa& nfa, std::array<std::uint8_t, 256>& class_of) {
  std::bitset<257> cut;
  for (const NfaState& state : nfa.states) {
    if (state.next == NfaState::none) continue;
    cut.set(state.reads.first);
    cut.set(state.reads.last + 1u);
  }
  std::size_t last = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (byte > 0 && cut.test(byte)) ++last;
    class_of[byte] = static_cast<std::uint8_t>(last);
  }
  return last + 1;
}

class SubsetConstruction {
 public:
  SubsetConstruction(const Nfa& nfa, std::size_t most_states) : nfa_(nfa), most_states_(most_states) {
    dfa_.classes = find_classes(nfa, dfa_.class_of);
    targets_.resize(dfa_.classes);
    reached_.assign(nfa.states.size(), 0);
    pattern_of_.assign(nfa.states.size(), no_pattern);
    for (std::size_t i = 0; i < nfa.accepts.size(); ++i) {
      pattern_of_[static_cast<std::size_t>(nfa.accepts[i])] = static_cast<std::uint16_t>(i);
    }
  }

  Result<Dfa> run() {
    state_of({});                       // Dfa::dead
    state_of(closure({nfa_.start}));    // Dfa::start
    for (std::size_t at = Dfa::start; at < sets_.size(); ++at) {
      if (sets_.size() > most_states_ || reached_in_all_ > most_reached) {
        return Error{Code::invalid, "it needs more than " + std::to_string(most_states_) +
                                        " states; choose smaller bounds, or fewer choices before a long repeat"};
      }
      follow(at);
    }
    return std::move(dfa_);
  }

 private:
  /// The row of transitions of state `at`.
  void follow(std::size_t at) {
    for (const int id : *sets_[at]) {
      const NfaState& state = nfa_.states[static_cast<std::size_t>(id)];
      if (state.next == NfaState::none) continue;
      const std::size_t last = dfa_.class_of[state.reads.last];
      for (std::size_t c = dfa_.class_of[state.reads.first]; c <= last; ++c) targets_[c].push_back(state.next);
    }
    std::size_t row = at * dfa_.classes;
    for (StateSet& target : targets_) {
      if (!target.empty()) dfa_.next[row] = reach(target);
      target.clear();
      ++row;
    }
  }

  Dfa::State reach(StateSet& target) {
    std::sort(target.begin(), target.end());
    target.erase(std::unique(target.begin(), target.end()), target.end());
    const auto known = by_target_.find(target);
    if (known != by_target_.end()) return known->second;
    const Dfa::State state = state_of(closure(target));
    by_target_.emplace(target, state);
    return state;
  }

  /// The states reachable without reading; only those that read, and the accepting one, tell sets apart.
  StateSet closure(const StateSet& from) {
    ++round_;
    stack_ = from;
    StateSet found;
    while (!stack_.empty()) {
      const int id = stack_.back();
      stack_.pop_back();
      if (std::exchange(reached_[static_cast<std::size_t>(id)], round_) == round_) continue;
      ++reached_in_all_;
      const NfaState& state = nfa_.states[static_cast<std::size_t>(id)];
      if (state.next != NfaState::none || pattern_of_[static_cast<std::size_t>(id)] != no_pattern) found.push_back(id);
      stack_.insert(stack_.end(), state.epsilon.begin(), state.epsilon.end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  Dfa::State state_of(StateSet set) {
    const auto [entry, is_new] = by_set_.emplace(std::move(set), static_cast<Dfa::State>(sets_.size()));
    if (is_new) {
      const StateSet& members = entry->first;
      sets_.push_back(&members);
      dfa_.accepts.push_back(accept_set_of(members));
      dfa_.next.resize(dfa_.next.size() + dfa_.classes, Dfa::dead);
    }
    return entry->second;
  }

  /// The number of the set of patterns that have matched in these states.
  std::uint16_t accept_set_of(const StateSet& members) {
    Dfa::AcceptSet matched;
    for (const int id : members) {
      const std::uint16_t pattern = pattern_of_[static_cast<std::size_t>(id)];
      if (pattern != no_pattern) matched.push_back(pattern);
    }
    std::sort(matched.begin(), matched.end());
    const auto [entry, is_new] = by_patterns_.emplace(matched, static_cast<std::uint16_t>(dfa_.sets.size()));
    if (is_new) dfa_.sets.push_back(std::move(matched));
    return entry->second;
  }

  static constexpr std::uint16_t no_pattern = 0xFFFF;

  const Nfa& nfa_;
  std::size_t most_states_;
  Dfa dfa_;
  std::unordered_map<StateSet, Dfa::State, HashOfSet> by_set_;
  std::unordered_map<StateSet, Dfa::State, HashOfSet> by_target_;
  std::vector<const StateSet*> sets_;   // keys of by_set_, by state
  std::vector<StateSet> targets_;       // by byte class: where the state at hand goes
  std::map<Dfa::AcceptSet, std::uint16_t> by_patterns_ = {{{}, 0}};
  std::vector<std::uint16_t> pattern_of_;   // by NFA state
  StateSet stack_;                      // of closure()
  std::vector<unsigned> reached_;       // by NFA state: the round that reached it last
  unsigned round_ = 0;
  std::size_t reached_in_all_ = 0;
};

Error in_pattern(std::string_view pattern, const Error& error) {
  return {error.code, "the pattern '" + std::string(pattern) + "' cannot be used: " + error.text};
}

}  // namespace

Result<Dfa> determinise(const Nfa& nfa, std::size_t most_states) { return SubsetConstruction(nfa, most_states).run(); }

Result<Dfa> compile_regexes(const std::vector<Pattern>& patterns, std::size_t most_states) {
  std::vector<RegexNode> trees;
  for (const Pattern& pattern : patterns) {
    Result<RegexNode> tree = parse_regex(pattern.text, pattern.any_case);
    if (!tree) return in_pattern(pattern.text, tree.error());
    trees.push_back(*std::move(tree));
  }
  const Result<Nfa> nfa = build_nfa(trees);
  if (!nfa) return in_pattern(patterns.front().text, nfa.error());
  const Result<Dfa> dfa = determinise(*nfa, most_states);
  if (!dfa) return in_pattern(patterns.front().text, dfa.error());
  return minimise(*dfa);
}

Result<Dfa> compile_regex(std::string_view pattern, bool any_case) { return compile_regexes({{pattern, any_case}}); }

DfaRow write_dfa(ImageBuilder& builder, const Dfa& dfa) {
  std::vector<std::uint8_t> maps;
  std::map<std::vector<std::uint8_t>, std::uint16_t> number_of_map;
  std::map<std::vector<Dfa::State>, std::uint32_t> place_of_list;
  std::vector<DfaStateRow> states;
  std::vector<Dfa::State> targets;
  for (std::size_t state = 0; state < dfa.states(); ++state) {
    std::vector<std::uint8_t> map;
    std::vector<Dfa::State> list;
    for (std::size_t c = 0; c < dfa.classes; ++c) {
      const Dfa::State to = dfa.next[state * dfa.classes + c];
      const auto known = std::find(list.begin(), list.end(), to);
      map.push_back(static_cast<std::uint8_t>(known - list.begin()));
      if (known == list.end()) list.push_back(to);
    }
    const auto [entry, new_map] = number_of_map.emplace(map, static_cast<std::uint16_t>(number_of_map.size()));
    if (new_map) maps.insert(maps.end(), map.begin(), map.end());
    const auto [place, new_list] = place_of_list.emplace(list, static_cast<std::uint32_t>(targets.size()));
    if (new_list) targets.insert(targets.end(), list.begin(), list.end());
    states.push_back({place->second, entry->second, dfa.accepts[state]});
  }
  const std::vector<std::uint8_t> class_of(dfa.class_of.begin(), dfa.class_of.end());
  return {builder.put(class_of), builder.put(maps), builder.put(states), builder.put(targets),
          static_cast<std::uint32_t>(dfa.classes)};
}

}  // namespace loftgate
