// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/added_links.h"

#include <purple.h>

#include <gtest/gtest.h>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

class AddedLinks : public testing::TestWithParam<const char*> {};

TEST_P(AddedLinks, AreTakenBackAndMadeAgainByLibpurple) {
  const std::string written = GetParam();
  const std::string linked = take(purple_markup_linkify(written.c_str()));
  EXPECT_EQ(without_added_links(linked), written);
}

INSTANTIATE_TEST_SUITE_P(Texts, AddedLinks,
                         testing::Values("see http://example.org/a?b=1&amp;c=2 now", "www.example.org",
                                         "write to ann@example.org, or bob@example.net.", "<b>https://example.org</b>",
                                         "mailto:ann@example.org", "xmpp:ann@example.org", "no link here", ""));

TEST(OwnLinks, StayAsTheyWereWritten) {
  for (const std::string written :
       {"<a href=\"http://example.org\">here</a>", "<A HREF=\"http://example.org\">here</A>",
        "<A HREF=\"http://example.org", "<A HREF=\"x\">x"}) {
    EXPECT_EQ(without_added_links(written), written);
  }
}

}  // namespace
}  // namespace loftgate
