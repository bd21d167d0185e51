// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/scan/randomness.h"

namespace loftgate {

TEST(Randomness, ValuesOfKeysLookRandom) {
  for (const char* value : {"x7Kd93mQpL2vRt8YwZ5nBc4J", "0a9f3c7b51e84d26b7f09d3e58c1a246", "IIFBXVOKAUJTEKVY",
                            "DqFSCySTyiszKHFupETBxuXtLnZogvaHHh"}) {
    EXPECT_TRUE(looks_random(value)) << value;
  }
}

TEST(Randomness, WhatPeopleTypeToFillAFieldDoesNot) {
  for (const char* value : {"", "xxxxxxxxxxxxxxxx", "x7Kd93mQpL00000000", "1234567890abcdef", "abcd1234abcd1234abcd1234",
                            "fading-circle-with-a-long-name", "internationalization", "YOUR_KEY_1234ab", "IOSFODNN7EXAMPLE"}) {
    EXPECT_FALSE(looks_random(value)) << value;
  }
}

TEST(Randomness, RunsAreCounted) {
  EXPECT_EQ(longest_same_run("abbbc"), 3u);
  EXPECT_EQ(longest_same_run(""), 0u);
  EXPECT_EQ(longest_rising_run("x1234567890abc"), 13u) << "9, 0, a go on";
  EXPECT_EQ(longest_rising_run("ABcd"), 4u) << "in either case";
  EXPECT_EQ(longest_rising_run("zyx"), 1u);
}

TEST(Randomness, EntropyIsInBitsPerByte) {
  EXPECT_DOUBLE_EQ(entropy("aaaa"), 0.0);
  EXPECT_DOUBLE_EQ(entropy("abcd"), 2.0);
}

TEST(Randomness, NamesInProgramsAreNotMixed) {
  for (const char* value : {"ed25519.Ed25519PrivateKey", "Terminal256Formatter", "sodium_crypto_xchacha20poly1305_init"}) {
    EXPECT_FALSE(is_mixed(value)) << value;
  }
  for (const char* value : {"x7Kd93mQpL2vRt8YwZ5nBc4J", "0a9f3c7b51e84d26b7f09d3e58c1a246"}) {
    EXPECT_TRUE(is_mixed(value)) << value;
  }
}

}  // namespace loftgate
