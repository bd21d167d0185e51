// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <random>

#include "tests/scan/matching.h"

namespace loftgate {
namespace {

Dfa not_minimal(std::string_view pattern) {
  const Result<RegexNode> tree = parse_regex(pattern, false);
  const Result<Nfa> nfa = build_nfa({*tree});
  return *determinise(*nfa);
}

TEST(Minimise, LeavesTheFewestStates) {
  // Dead, start, behind one letter, behind two.
  EXPECT_EQ(minimise(not_minimal("(?:aa|ab|ba|bb)")).states(), 4u);
  // One state for each number of letters read.
  EXPECT_EQ(minimise(not_minimal("[ab]{1,6}")).states(), 8u);
}

TEST(Minimise, KeepsTheNumbersOfDeadAndStart) {
  const Dfa dfa = minimise(not_minimal("ab|cb"));
  EXPECT_FALSE(dfa.accepts[Dfa::dead]);
  EXPECT_EQ(dfa.step(Dfa::dead, 'a'), Dfa::dead);
  EXPECT_TRUE(dfa.can_begin_with('c'));
}

TEST(Minimise, AcceptsTheSameAsBefore) {
  std::mt19937 random(20261123);
  for (const char* pattern : {"(?:ab|ac|bc){1,3}a?", "a{0,4}b{1,3}c?|[abc]{2}", "(?:a|b[ac]){1,5}c"}) {
    const Dfa before = not_minimal(pattern);
    const Dfa after = minimise(before);
    EXPECT_LE(after.states(), before.states());
    for (int round = 0; round < 5000; ++round) {
      std::string text;
      for (unsigned i = random() % 9; i > 0; --i) text += static_cast<char>('a' + random() % 3);
      EXPECT_EQ(matches(before, text), matches(after, text)) << pattern << " on " << text;
    }
  }
}

TEST(Minimise, TellsPatternsApart) {
  const Dfa dfa = *compile_regexes({{"ab"}, {"[ab]{2}"}, {"abc"}});
  Dfa::State state = dfa.step(dfa.step(Dfa::start, 'a'), 'b');
  EXPECT_EQ(dfa.sets[dfa.accepts[state]], (Dfa::AcceptSet{0, 1}));
  EXPECT_EQ(dfa.sets[dfa.accepts[dfa.step(state, 'c')]], Dfa::AcceptSet{2});
  state = dfa.step(dfa.step(Dfa::start, 'b'), 'b');
  EXPECT_EQ(dfa.sets[dfa.accepts[state]], Dfa::AcceptSet{1});
}

}  // namespace
}  // namespace loftgate
