// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(MacCheck, TellsCardsFromPlaceholders) {
  EXPECT_EQ(checked(check_mac, "7c:d1:93:2f:a4:08"), Likelihood::fair);
  EXPECT_EQ(checked(check_mac, "7c:d1:93:ff:fe:2f:a4:08"), Likelihood::fair);
  EXPECT_EQ(checked(check_mac, "00:00:00:00:00:00"), Likelihood::known);
  EXPECT_EQ(checked(check_mac, "ff:ff:ff:ff:ff:ff"), Likelihood::known);
  EXPECT_EQ(checked(check_mac, "mac ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff"), Likelihood::weak);
  EXPECT_EQ(checked(check_mac, "01:00:5e:7f:a4:08"), Likelihood::weak) << "many cards";
  EXPECT_EQ(checked(check_mac, "12:34:56:78:90:12"), Likelihood::weak) << "only digits";
  EXPECT_EQ(checked(check_mac, "7c:d1:93:2f:a4"), Likelihood::none);
  EXPECT_EQ(checked(check_mac, "7c:d1:93:2f:a4:08:11:22:33"), Likelihood::none);
}

TEST(MacCheck, PointsAndBlanksNeedAWord) {
  EXPECT_EQ(checked(check_mac, "at 7cd1.932f.a408", "7cd1.932f.a408"), Likelihood::weak);
  EXPECT_EQ(checked(check_mac, "7cd1.932f.a408"), Likelihood::fair) << "the whole message";
  EXPECT_EQ(checked(check_mac, "7cd1.932f.a408.1122.3344", "7cd1.932f.a408"), Likelihood::none);
  EXPECT_EQ(checked(check_mac, "at 7C-D1-93-2F-A4-08", "7C-D1-93-2F-A4-08"), Likelihood::fair);
}

TEST(MacCheck, BehindItsNameNearlyAnyCounts) {
  EXPECT_EQ(checked(check_mac_told, "ab:ab:ab:ab:ab:ab"), Likelihood::fair);
  EXPECT_EQ(checked(check_mac_told, "7cd1932fa408"), Likelihood::fair);
  EXPECT_EQ(checked(check_mac_told, "000000000000"), Likelihood::none);
}

TEST(ImeiCheck, GroupsTellItApart) {
  EXPECT_EQ(checked(check_imei, "35-728119-364072-4"), Likelihood::fair);
  EXPECT_EQ(checked(check_imei, "357281193640724"), Likelihood::weak);
}

TEST(DigitsInsideCheck, CountsThem) {
  EXPECT_EQ(checked(check_digits_inside, "A1000049DF19F3"), Likelihood::fair);
  EXPECT_EQ(checked(check_digits_inside, "deadbeefcafe12"), Likelihood::none);
}

}  // namespace loftgate
