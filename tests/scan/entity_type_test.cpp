// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "common/scan/finding.h"

namespace loftgate {

TEST(EntityType, EveryNameLeadsBackToItsType) {
  for (std::size_t i = 0; i < entity_type_count; ++i) {
    const auto type = static_cast<EntityType>(i);
    EXPECT_EQ(type_named(type_name(type)), type) << type_name(type);
  }
}

TEST(EntityType, UnionIsCalledAsInTheSets) { EXPECT_EQ(type_name(EntityType::union_membership), "UNION"); }

TEST(EntityType, OtherNamesAreNoTypes) {
  EXPECT_FALSE(type_named("email"));
  EXPECT_FALSE(type_named(""));
}

}  // namespace loftgate
