// SPDX-License-Identifier: GPL-2.0-or-later
// The automaton that verifies a candidate: one table look-up a byte, whatever the pattern.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/image.h"
#include "common/scan/nfa.h"

namespace loftgate {

/// A deterministic automaton over bytes, as it is built. Bytes that no state tells apart share a class.
struct Dfa {
  using State = std::uint16_t;
  using AcceptSet = std::vector<std::uint16_t>;   ///< numbers of patterns, ascending
  static constexpr State dead = 0;    ///< nothing can match any more
  static constexpr State start = 1;

  std::array<std::uint8_t, 256> class_of{};
  std::size_t classes = 1;
  std::vector<State> next;              ///< states × classes
  std::vector<std::uint16_t> accepts;   ///< by state: index into `sets`; 0: nothing has matched
  std::vector<AcceptSet> sets = {{}};   ///< the patterns that have matched

  std::size_t states() const { return accepts.size(); }
  State step(State from, char byte) const { return next[from * classes + class_of[static_cast<std::uint8_t>(byte)]]; }
  bool can_begin_with(char byte) const { return step(start, byte) != dead; }
};

/// A state in an image. Most states lead to two or three others only, so each has a short list of targets, and a map
/// from byte classes to places of the list, which many states share.
struct DfaStateRow {
  std::uint32_t targets = 0;   ///< where its list begins in DfaRow::targets
  std::uint16_t map = 0;       ///< which map it uses
  std::uint16_t accepts = 0;   ///< as Dfa::accepts
};

/// A deterministic automaton in an image.
struct DfaRow {
  Run<std::uint8_t> class_of;      // 256
  Run<std::uint8_t> maps;          // `classes` for each
  Run<DfaStateRow> states;         // empty: there is no automaton
  Run<Dfa::State> targets;
  std::uint32_t classes = 0;

  bool there() const { return !states.empty(); }
};

DfaRow write_dfa(ImageBuilder& builder, const Dfa& dfa);

/// Runs an automaton of an image.
class DfaView {
 public:
  DfaView(const Image& image, const DfaRow& row)
      : class_of_(image.at(row.class_of).data()),
        maps_(image.at(row.maps).data()),
        states_(image.at(row.states).data()),
        targets_(image.at(row.targets).data()),
        classes_(row.classes) {}

  Dfa::State step(Dfa::State from, char byte) const {
    const DfaStateRow& state = states_[from];
    return targets_[state.targets + maps_[state.map * classes_ + class_of_[static_cast<std::uint8_t>(byte)]]];
  }
  /// As Dfa::accepts.
  std::uint16_t accepts(Dfa::State state) const { return states_[state].accepts; }
  bool can_begin_with(char byte) const { return step(Dfa::start, byte) != Dfa::dead; }

 private:
  const std::uint8_t* class_of_;
  const std::uint8_t* maps_;
  const DfaStateRow* states_;
  const Dfa::State* targets_;
  std::size_t classes_;
};

/// States beyond which a pattern is refused, before minimising.
inline constexpr std::size_t most_dfa_states = 4000;

/// Subset construction. Reachable states only; not yet minimal.
Result<Dfa> determinise(const Nfa& nfa, std::size_t most_states = most_dfa_states);

/// Hopcroft's algorithm: the smallest automaton that accepts the same.
Dfa minimise(const Dfa& dfa);

struct Pattern {
  std::string_view text;
  bool any_case = false;
};

/// All steps from a pattern to its smallest automaton.
Result<Dfa> compile_regex(std::string_view pattern, bool any_case);

/// The same for several patterns in one automaton, which tells by `sets` who has matched.
Result<Dfa> compile_regexes(const std::vector<Pattern>& patterns, std::size_t most_states = most_dfa_states);

}  // namespace loftgate
