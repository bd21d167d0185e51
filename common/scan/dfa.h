// SPDX-License-Identifier: GPL-2.0-or-later
// The automaton that verifies a candidate: one table look-up a byte, whatever the pattern.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/scan/nfa.h"

namespace loftgate {

/// A deterministic automaton over bytes. Bytes that no state tells apart share a class.
struct Dfa {
  using State = std::uint16_t;
  static constexpr State dead = 0;    ///< nothing can match any more
  static constexpr State start = 1;

  std::array<std::uint8_t, 256> class_of{};
  std::size_t classes = 1;
  std::vector<State> next;            ///< states × classes
  std::vector<std::uint8_t> accepts;  ///< by state

  std::size_t states() const { return accepts.size(); }
  State step(State from, char byte) const { return next[from * classes + class_of[static_cast<std::uint8_t>(byte)]]; }
  bool can_begin_with(char byte) const { return step(start, byte) != dead; }
};

/// States beyond which a pattern is refused, before minimising.
inline constexpr std::size_t most_dfa_states = 4000;

/// Subset construction. Reachable states only; not yet minimal.
Result<Dfa> determinise(const Nfa& nfa, std::size_t most_states = most_dfa_states);

/// Hopcroft's algorithm: the smallest automaton that accepts the same.
Dfa minimise(const Dfa& dfa);

/// All steps from a pattern to its smallest automaton.
Result<Dfa> compile_regex(std::string_view pattern, bool any_case);

}  // namespace loftgate
