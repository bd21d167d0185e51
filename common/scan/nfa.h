// SPDX-License-Identifier: GPL-2.0-or-later
// Thompson's construction: a pattern's syntax tree becomes a nondeterministic automaton over bytes.
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
  int accept = 0;
};

/// States beyond which a pattern is refused: nested repeats multiply.
inline constexpr std::size_t most_nfa_states = 40000;

Result<Nfa> build_nfa(const RegexNode& tree);

}  // namespace loftgate
