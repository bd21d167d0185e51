// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/text/markup_samples.h"

namespace loftgate {
namespace {

/// Markup put together at random from pieces that are dangerous next to each other.
std::string random_markup(std::mt19937& random) {
  using namespace std::string_view_literals;
  static constexpr std::string_view pieces[] = {
      "<"sv, ">"sv, "&"sv, "\""sv, "'"sv, "="sv, "/"sv, " "sv, "\r"sv, "\n"sv, "\0"sv, "\xff"sv, "\x1e"sv,
      "é"sv, "a"sv, "6"sv, ";"sv, "amp;"sv, "&lt;"sv, "&copy;"sv, "&#54;"sv, "&#x1F600;"sv, "&#13;"sv, "#54;"sv,
      "<b>"sv, "</b>"sv, "<br>"sv, "<br title="sv, "<p>"sv, "</p>"sv, "<p title='x'>"sv, "<div"sv,
      "<a href=\""sv, "<a href="sv, "<img alt='"sv, " src="sv, " title = "sv, "alt=>"sv, "<!--"sv, "-->"sv,
      "0612345678"sv, "<unknown>"sv,
  };
  std::string markup;
  for (unsigned count = random() % 24; count > 0; --count) markup += pieces[random() % std::size(pieces)];
  return markup;
}

}  // namespace

TEST(AnyMarkup, IsMaskedLikeItsText) {
  std::mt19937 random(20261123);
  for (int round = 0; round < 50000; ++round) {
    const std::string markup = random_markup(random);
    const PlainText read = read_markup(markup);
    ASSERT_EQ(test::map_fault(markup, read), "") << markup;
    const auto parts = test::random_parts(read, random);
    ASSERT_EQ(test::mask_fault(markup, read, parts), "") << markup;
  }
}

TEST(AnyText, ComesBackFromItsMarkup) {
  std::mt19937 random(7);
  for (int round = 0; round < 50000; ++round) {
    std::string text = random_markup(random);
    std::erase(text, '\r');
    ASSERT_EQ(read_markup(to_markup(text)).text, text);
  }
}

}  // namespace loftgate
