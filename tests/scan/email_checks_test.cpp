// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/scan/checked.h"

namespace loftgate {
namespace {

/// What the check takes for the address of a text with one sign, "" nothing.
std::string address_in(std::string_view text, CheckFunction check = check_email, std::string_view anchor = "@") {
  Candidate candidate = candidate_of(text, anchor);
  return check(candidate) == Likelihood::none ? "" : std::string(candidate.value());
}

Likelihood likelihood_of(std::string_view text) { return checked(check_email, text, "@"); }

}  // namespace

TEST(Email, HasALocalPartAndADomain) {
  EXPECT_EQ(likelihood_of("anna@posteo.net"), Likelihood::strong);
  EXPECT_EQ(likelihood_of("a@xn--mller-kva.xn--p1ai"), Likelihood::strong);
  for (const char* text : {"anna@posteo", "anna@posteo.n", "anna..b@posteo.net", "anna.@posteo.net", "left-pad@1.3.0",
                           "anna@-.posteo.net", "@posteo.net", "anna@.posteo.net", "a@b.js", "anna@", "@"}) {
    EXPECT_EQ(likelihood_of(text), Likelihood::none) << text;
  }
  EXPECT_EQ(likelihood_of(std::string(65, 'a') + "@posteo.net"), Likelihood::none);
  EXPECT_EQ(likelihood_of("a@" + std::string(300, 'b') + ".net"), Likelihood::none);
}

TEST(Email, LeavesTheSentenceAroundItOut) {
  EXPECT_EQ(address_in("我的邮箱是li.wei@qq.com吧"), "li.wei@qq.com");
  EXPECT_EQ(address_in("mail是li@qq.com"), "li@qq.com");
  EXPECT_EQ(address_in("*anna@posteo.net*."), "anna@posteo.net");
  EXPECT_EQ(address_in("https://posteo.net/?to=anna@posteo.net&b=1"), "anna@posteo.net");
  EXPECT_EQ(address_in("(anna@posteo.net)"), "anna@posteo.net");
}

TEST(Email, ReadsEveryScript) {
  for (const char* text : {"用户@例子.中国", "анна@почта.рф", "hans.m端ller@test.com", "hans@m端ller.com",
                           "jürgen@müller.de"}) {
    EXPECT_EQ(address_in(text), text);
  }
}

TEST(Email, MayBeWrittenAgainstRobots) {
  for (const char* text : {"anna[@]posteo.net", "anna (@) posteo.net", "annaw @ gmail.com", "anna@gmail dot com",
                           "anna@posteo[dot]net"}) {
    EXPECT_EQ(address_in(text), text);
  }
  EXPECT_EQ(address_in("meet @ cafe.berlin"), "");
  EXPECT_EQ(address_in("anna@posteo, dot"), "");
  EXPECT_EQ(address_in("write anna.w at gmail.com", check_email_spelled, "gmail.com"), "anna.w at gmail.com");
  EXPECT_EQ(address_in("the login at web.de", check_email_spelled, "web.de"), "");
}

TEST(Email, ALocalPartMayBeQuoted) {
  EXPECT_EQ(address_in("to \"anna weber\"@posteo.net now"), "\"anna weber\"@posteo.net");
  EXPECT_EQ(address_in("anna\"@posteo.net"), "");
}

TEST(Email, HostsMasksAndMessageIdsAreNoMailboxes) {
  for (const char* text : {"git@host.org:a/b.git", "ssh://anna@host.org", "anna@jabber.org/Pidgin",
                           "[~bob@pd9.t-online.de]", "bob!bob@host.org", "(bob@host.org) has joined", "Message-ID: <ab.fefe@host.org>",
                           "<20240131.081234.GA4711@host.org>"}) {
    EXPECT_EQ(likelihood_of(text), Likelihood::known) << text;
  }
  EXPECT_EQ(likelihood_of("@anna@chaos.social"), Likelihood::none);
}

TEST(SpelledEmail, IsReadFromItsNameOn) {
  EXPECT_EQ(address_in("to anna [at] posteo.net", check_email_spelled, "at] posteo.net"), "anna [at] posteo.net");
  EXPECT_EQ(address_in("anna dot b at gmail dot com", check_email_spelled, "dot com"), "anna dot b at gmail dot com");
  EXPECT_EQ(address_in("the price (at) least.xq", check_email_spelled, "at) least.xq"), "");
  EXPECT_EQ(address_in("meet me at slash dot org", check_email_spelled, "dot org"), "");
  EXPECT_EQ(address_in("polka dot org", check_email_spelled, "dot org"), "");
}

}  // namespace loftgate
