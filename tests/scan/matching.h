// SPDX-License-Identifier: GPL-2.0-or-later
// Small steps that several tests of patterns share.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

#include "common/scan/dfa.h"

namespace loftgate {

/// The automaton of a pattern that must be good.
inline Dfa compiled(std::string_view pattern, bool any_case = false) {
  Result<Dfa> dfa = compile_regex(pattern, any_case);
  EXPECT_TRUE(dfa) << (dfa ? "" : dfa.error().text);
  return dfa ? *std::move(dfa) : Dfa();
}

/// The end of the longest match that begins at `begin`.
inline std::optional<std::size_t> longest_end(const Dfa& dfa, std::string_view text, std::size_t begin) {
  std::optional<std::size_t> end;
  Dfa::State state = Dfa::start;
  for (std::size_t at = begin; at < text.size() && state != Dfa::dead; ++at) {
    state = dfa.step(state, text[at]);
    if (dfa.accepts[state]) end = at + 1;
  }
  return end;
}

inline bool matches(const Dfa& dfa, std::string_view text) { return longest_end(dfa, text, 0) == text.size(); }

}  // namespace loftgate
