// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(Ipv4Check, TellsOwnAddressesFromNobodys) {
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv4, "the 192.168.0.1", "192.168.0.1"), Likelihood::weak) << "inside a network";
  EXPECT_EQ(checked(check_ipv4, "the 172.31.255.1", "172.31.255.1"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "172.32.0.1"), Likelihood::fair);
  for (const char* address : {"127.0.0.1", "0.0.0.0", "192.0.2.200", "198.51.100.7", "203.0.113.9", "255.255.255.0"}) {
    EXPECT_EQ(checked(check_ipv4, address), Likelihood::known) << address;
  }
}

TEST(Ipv4Check, TellsVersionsFromAddresses) {
  EXPECT_EQ(checked(check_ipv4, "2.6.20.8"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117-2", "85.214.132.117"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117.9", "85.214.132.117"), Likelihood::none);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.317"), Likelihood::none);
  EXPECT_EQ(checked(check_ipv4, "85.014.132.117"), Likelihood::none);
}

TEST(Ipv4Check, AnInnerAddressAloneIsTold) {
  EXPECT_EQ(checked(check_ipv4, "(192.168.17.4)", "192.168.17.4"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv4, "10.15.7.2"), Likelihood::weak) << "versions begin with ten, too";
}

TEST(Ipv4Check, ANetworkIsNoVersion) {
  EXPECT_EQ(checked(check_ipv4, "10.20.0.0/16"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.0/33"), Likelihood::none);
  EXPECT_EQ(checked(check_ipv4, "127.0.0.0/8"), Likelihood::known);
}

TEST(Ipv6Check, JudgesTheAddressInside) {
  EXPECT_EQ(checked(check_ipv6, "::ffff:85.214.132.117"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv6, "::ffff:0:85.214.132.117"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv6, "64:ff9b::85.214.132.117"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv6, "by ::ffff:10.0.0.1", "::ffff:10.0.0.1"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv6, "64:ff9b::192.0.2.1"), Likelihood::known);
}

TEST(Ipv6Check, LocalAddressesMadeFromACardTellTheDevice) {
  EXPECT_EQ(checked(check_ipv6, "at fe80::5054:ff:fe1b:b031", "fe80::5054:ff:fe1b:b031"), Likelihood::fair);
}

TEST(Ipv6Check, ReadsNetworks) {
  EXPECT_EQ(checked(check_ipv6, "2a02:8108:8ac0::/48"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108:8ac0::/129"), Likelihood::none);
}

TEST(Ipv6Check, ReadsAllForms) {
  EXPECT_EQ(checked(check_ipv6, "2a02:8108:8ac0:3f5c:0:1:2:77"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::1"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02::"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::85.214.132.117"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "on fe80::1%eth0", "fe80::1%eth0"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv6, "on fd12:3456::9", "fd12:3456::9"), Likelihood::weak);
  for (const char* address : {"::", "::1", "2001:db8::8a2e:370:7334", "::ffff:127.0.0.1"}) {
    EXPECT_EQ(checked(check_ipv6, address), Likelihood::known) << address;
  }
}

TEST(Ipv6Check, RefusesWhatOnlyLooksAlike) {
  for (const char* text : {"12:34:56", "2a02::8108::1", "1:2:3:4:5:6:7:8:9", "face::add", "2a02:8108", ":::", "2a02:81081::1",
                           "2a02:8108::85.214.132.417", "1:2:3:4:5:6:7::8"}) {
    EXPECT_LE(checked(check_ipv6, text), Likelihood::none) << text;
  }
}

}  // namespace loftgate
