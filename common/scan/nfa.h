// SPDX-License-Identifier: GPL-2.0-or-later
// Thompson's construction: the syntax trees of patterns become a nondeterministic automaton over bytes.
#pragma once

#include <cstddef>
#include <vector>

#include "common/base/result.h"
#include "common/scan/regex_parser.h"
#include "common/scan/utf8_ranges.h"

namespace loftgate {

/// A state either reads one byte out of a range and goes to `next`, or goes to each of `epsilon` without reading.
struct NfaState {
  static constexpr int none = -1;

  ByteRange reads;
  int next = none;
  std::vector<int> epsilon;
};

struct Nfa {
  std::vector<NfaState> states;
  int start = 0;
  std::vector<int> accepts;   ///< by pattern: the state in which it has matched
};

/// States beyond which a pattern is refused: nested repeats multiply.
inline constexpr std::size_t most_nfa_states = 40000;

/// One automaton for all patterns, which tells them apart by where it ends.
Result<Nfa> build_nfa(const std::vector<RegexNode>& patterns);

}  // namespace loftgate
