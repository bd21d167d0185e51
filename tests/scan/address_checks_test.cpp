// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {

TEST(Ipv4Check, TellsOwnAddressesFromNobodys) {
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv4, "at 192.168.0.1", "192.168.0.1"), Likelihood::weak) << "inside a network";
  EXPECT_EQ(checked(check_ipv4, "at 172.31.255.1", "172.31.255.1"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "172.32.0.1"), Likelihood::fair);
  for (const char* address : {"192.0.2.200", "198.51.100.7", "203.0.113.9"}) {
    EXPECT_EQ(checked(check_ipv4, std::string("at ") + address, address), Likelihood::weak) << address;
  }
  for (const char* address : {"127.0.0.1", "0.0.0.0", "255.255.255.0", "224.0.0.1"}) {
    EXPECT_EQ(checked(check_ipv4, std::string("at ") + address, address), Likelihood::known) << address;
  }
}

TEST(Ipv4Check, AnAddressThatIsToldCounts) {
  for (const char* text : {"192.168.0.1", "(192.168.0.1)", "ip: 192.168.0.1", "src=192.168.0.1", "192.168.0.1:8080",
                           "anna@192.168.0.1", "nas.example.org 192.168.0.1", "192.168.0.1/123"}) {
    EXPECT_EQ(checked(check_ipv4, text, "192.168.0.1"), Likelihood::fair) << text;
  }
  EXPECT_EQ(checked(check_ipv4, "we route 192.168.0.0/24", "192.168.0.0/24"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv4, "192.168.0.0/33"), Likelihood::none) << "the candidate without the prefix comes next";
  EXPECT_EQ(checked(check_ipv4, "the loopback is 127.0.0.1 then", "127.0.0.1"), Likelihood::fair);
}

TEST(Ipv4Check, TellsVersionsFromAddresses) {
  EXPECT_EQ(checked(check_ipv4, "2.6.20.8"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117-2", "85.214.132.117"), Likelihood::weak);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.117.9", "85.214.132.117"), Likelihood::none);
  EXPECT_EQ(checked(check_ipv4, "85.214.132.317"), Likelihood::none);
  EXPECT_EQ(checked(check_ipv4, "85.014.132.117"), Likelihood::none);
}

TEST(Ipv6Check, ReadsAllForms) {
  EXPECT_EQ(checked(check_ipv6, "2a02:8108:8ac0:3f5c:0:1:2:77"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::1"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02::"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::85.214.132.117"), Likelihood::strong);
  for (const char* address : {"fe80::1%eth0", "fd12:3456::9", "ff02::1", "2001:db8::8a2e:370:7334"}) {
    EXPECT_EQ(checked(check_ipv6, std::string("at ") + address, address), Likelihood::weak) << address;
    EXPECT_EQ(checked(check_ipv6, address), Likelihood::fair) << address;
  }
  for (const char* address : {"::", "::1"}) {
    EXPECT_EQ(checked(check_ipv6, std::string("at ") + address, address), Likelihood::known) << address;
  }
  EXPECT_EQ(checked(check_ipv6, "to ::ffff:10.0.0.1 now", "::ffff:10.0.0.1"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::/32"), Likelihood::strong);
  EXPECT_EQ(checked(check_ipv6, "2a02:8108::/129"), Likelihood::none);
}

TEST(Ipv6Check, ColonsThatPeopleDrawWithAreNoAddress) {
  for (const char* text : {"(@::@)", "'' :: ::'", "..: :: :.", "(::)"}) {
    EXPECT_EQ(checked(check_ipv6, text, "::"), Likelihood::known) << text;
  }
  EXPECT_EQ(checked(check_ipv6, "src=:: dst=::1", "::"), Likelihood::fair);
  EXPECT_EQ(checked(check_ipv6, "use local ipv6 ::", "::"), Likelihood::fair);
}

TEST(Ipv6Check, RefusesWhatOnlyLooksAlike) {
  for (const char* text : {"12:34:56", "2a02::8108::1", "1:2:3:4:5:6:7:8:9", "face::add", "2a02:8108", ":::", "2a02:81081::1",
                           "2a02:8108::85.214.132.417", "1:2:3:4:5:6:7::8"}) {
    EXPECT_LE(checked(check_ipv6, text), Likelihood::none) << text;
  }
}

}  // namespace loftgate
