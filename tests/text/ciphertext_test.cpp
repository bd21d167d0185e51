// SPDX-License-Identifier: GPL-2.0-or-later
// What counts as encrypted already, and what only begins like it.
#include "common/text/ciphertext.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char pgp[] =
    "-----BEGIN PGP MESSAGE-----\nVersion: GnuPG v2\n\n"
    "hQEMA1tpq8m2Y6gZAQf/cL4111111111111111k0yq0s1m2n3b4v5c6x7z8a9s0d1\n=aB3d\n-----END PGP MESSAGE-----";

/// All of `text` is one stretch of ciphertext.
testing::Matcher<std::vector<Span>> is_all_of(std::string_view text) {
  return ElementsAre(Span{0, static_cast<std::uint32_t>(text.size())});
}

TEST(Ciphertext, OfOtrAndPgpIsKnown) {
  for (const std::string_view text : {"?OTR:AAMDJ+MVmSfjFZcAAAAAAQAAAAIAAADA1g5IjD1ZGLDVQEyCgCyn9hb.", "?OTR:AAIDAA==.", pgp}) {
    EXPECT_THAT(ciphertext_in(text), is_all_of(text)) << text;
  }
  const std::string windows = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA1tp\r\n-----END PGP MESSAGE-----\r\n";
  EXPECT_THAT(ciphertext_in(windows), is_all_of(windows));
}

TEST(Ciphertext, EndsWhereItsBlockEnds) {
  const std::string text = std::string("my key is below\n") + pgp + "\ncall me";
  const auto begin = static_cast<std::uint32_t>(text.find('-'));
  const auto end = static_cast<std::uint32_t>(text.find("call"));
  EXPECT_THAT(ciphertext_in(text), ElementsAre(Span{begin, end}));
  EXPECT_TRUE(is_within({begin, end}, ciphertext_in(text)));
  EXPECT_FALSE(is_within({begin, end + 1}, ciphertext_in(text)));
  EXPECT_FALSE(is_within({0, 2}, ciphertext_in(text)));
}

TEST(Ciphertext, IsNotAKey) {
  for (const char* kind : {"RSA PRIVATE KEY", "PRIVATE KEY", "PGP PRIVATE KEY BLOCK", "OPENSSH PRIVATE KEY",
                           "PGP PUBLIC KEY BLOCK", "CERTIFICATE"}) {
    const std::string text = std::string("-----BEGIN ") + kind + "-----\nhQEMA1tp\n-----END " + kind + "-----";
    EXPECT_THAT(ciphertext_in(text), IsEmpty()) << kind;
  }
}

TEST(Ciphertext, HidesNoTextOfItsAuthor) {
  for (const std::string_view text : {
           "?OTR", "?OTRv3?", "?OTR:", "?OTR: pay with 4111 1111 1111 1111.", "?OTR:AAMDJ pay with 4111.", "?OTR:AAMDJ", "?OTR:4111111111111111.",
           "?OTR,", "?OTR, call me", "?OTR|pay with 4111,",
           "-----BEGIN PGP MESSAGE-----\n\npay with 4111 1111 1111 1111\n-----END PGP MESSAGE-----",
           "-----BEGIN PGP MESSAGE-----\nPassword: hunter2\n\nhQEMA1tp\n-----END PGP MESSAGE-----",
           "-----BEGIN PGP MESSAGE-----\n\nhQEMA1tp", "-----BEGIN PGP MESSAGE-----", "say -----BEGIN PGP MESSAGE-----",
           "-----BEGIN PGP SIGNED MESSAGE-----\n\npay with 4111\n-----END PGP SIGNED MESSAGE-----", "", "-", "?"}) {
    EXPECT_THAT(ciphertext_in(text), IsEmpty()) << text;
  }
}

TEST(Ciphertext, IsLookedForOnceHoweverOftenItSeemsToBegin) {
  std::string text;
  while (text.size() < 100000) text += "?OTR,?OTR:-----BEGIN PGP MESSAGE-----\n";
  EXPECT_THAT(ciphertext_in(text), IsEmpty());
}

}  // namespace
}  // namespace loftgate
