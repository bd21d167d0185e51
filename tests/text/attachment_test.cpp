// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/attachment.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

TEST(Attachment, TextIsUtf8WithoutNul) {
  EXPECT_TRUE(reads_as_text("pigeons\n", false));
  EXPECT_TRUE(reads_as_text("Schlag für Schlag — ⛵", false));
  EXPECT_FALSE(reads_as_text(std::string_view("a\0b", 3), false));
  EXPECT_FALSE(reads_as_text("f\xfcr", false));
  EXPECT_FALSE(reads_as_text("\x89PNG\r\n", true));
}

TEST(Attachment, ABeginningMayEndWithinACharacter) {
  const std::string_view ship = "ship ⛵";
  for (std::size_t size = ship.size() - 3; size <= ship.size(); ++size) {
    EXPECT_TRUE(reads_as_text(ship.substr(0, size), true)) << size;
  }
  EXPECT_FALSE(reads_as_text(ship.substr(0, ship.size() - 1), false));
}

}  // namespace
}  // namespace loftgate
