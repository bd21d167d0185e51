// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/value_memory.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {
namespace {

const Destination meta{"prpl-jabber", "me", "meta", PeerKind::person};
const Destination other{"prpl-jabber", "me", "other", PeerKind::person};

TEST(ValueMemory, KnowsAValueHoweverItIsWritten) {
  ValueMemory memory;
  memory.add(Remembered::sent, EntityType::phone, "06 12-34 (56) 78", meta);
  EXPECT_TRUE(memory.recall(EntityType::phone, "0612345678", meta).has(Remembered::sent));
}

TEST(ValueMemory, ForgetsTheOldestOfVeryManyValuesAndNoOther) {
  ValueMemory memory;
  for (std::size_t number = 0; number <= ValueMemory::most; ++number) {
    memory.add(Remembered::asked, EntityType::phone, std::to_string(number), meta);
  }
  EXPECT_FALSE(memory.recall(EntityType::phone, "0", meta).has(Remembered::asked));
  EXPECT_TRUE(memory.recall(EntityType::phone, "1", meta).has(Remembered::asked));
  EXPECT_TRUE(memory.recall(EntityType::phone, std::to_string(ValueMemory::most), meta).has(Remembered::asked));
}

TEST(ValueMemory, KeepsReadersAndKindsApart) {
  ValueMemory memory;
  memory.add(Remembered::sent, EntityType::phone, "0612345678", meta);
  EXPECT_FALSE(memory.recall(EntityType::phone, "0612345678", other).has(Remembered::sent));
  EXPECT_FALSE(memory.recall(EntityType::phone, "0612345678", meta).has(Remembered::asked));
  EXPECT_FALSE(memory.recall(EntityType::iban, "0612345678", meta).has(Remembered::sent));
  EXPECT_FALSE(memory.recall(EntityType::phone, "0612345679", meta).has(Remembered::sent));
}

}  // namespace
}  // namespace loftgate
