// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/text/markup_samples.h"

namespace loftgate {
namespace {

using ::testing::ElementsAre;

std::string text_of(std::string_view markup) { return read_markup(markup).text; }
std::string body_of(std::string_view markup) { return std::string(read_markup(markup).body()); }

/// The markup that `plain` came from, its ranges joined by `|`.
std::string source_of(std::string_view markup, std::string_view plain) {
  const PlainText read = read_markup(markup);
  const auto begin = static_cast<std::uint32_t>(read.text.find(plain));
  std::string source;
  for (const Span& range : read.in_markup({begin, begin + static_cast<std::uint32_t>(plain.size())})) {
    if (!source.empty()) source += '|';
    source += markup.substr(range.begin, range.size());
  }
  return source;
}

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

}  // namespace

TEST(ReadMarkup, LeavesPlainTextAsItIs) {
  EXPECT_EQ(text_of(""), "");
  EXPECT_EQ(text_of("call me at 5 > 4\n\tok"), "call me at 5 > 4\n\tok");
}

TEST(ReadMarkup, DropsTheTagsOfAMessage) {
  EXPECT_EQ(text_of("<b>bold</b> and <FONT COLOR=\"#ff0000\" face='Sans'>red</FONT>"), "bold and red");
  EXPECT_EQ(text_of("<html><body bgcolor=white>hi</body></html>"), "hi");
}

TEST(ReadMarkup, ReadsEntitiesAsThePersonSeesThem) {
  EXPECT_EQ(text_of("a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;"), "a <b> & \"c\" 'd'");
  EXPECT_EQ(text_of("&AMP;&nbsp;&copy;&reg;"), "& \u00a9\u00ae");
  EXPECT_EQ(text_of("&#48;6 &#x31;&#X32; &#8364; &#x1F600; &#0000054;"), "06 12 \u20ac \U0001F600 6");
}

TEST(ReadMarkup, KeepsUnknownEntitiesAsText) {
  for (const char* text : {"&", "&amp", "& amp;", "&hellip;", "&#;", "&#x;", "&#54", "&#54a;", "&#0;", "&#xD800;",
                           "&#x110000;", "&#99999999999999999999;", "a&b=c&d=e"}) {
    EXPECT_EQ(text_of(text), text);
  }
}

TEST(ReadMarkup, BreaksLinesAtBreaksAndBlocks) {
  EXPECT_EQ(text_of("a<br>b<BR/>c<br />d"), "a\nb\nc\nd");
  EXPECT_EQ(text_of("<p>a</p>b"), "\na\nb");
  EXPECT_EQ(text_of("a<div>b</div>c"), "a\nb\nc");
}

TEST(ReadMarkup, DropsCarriageReturns) { EXPECT_EQ(text_of("a\r\nb\rc"), "a\nbc"); }

TEST(ReadMarkup, KeepsWhatOnlyLooksLikeATag) {
  for (const char* text : {"<", "1 < 2 > 1", "<3", "a <b", "<b", "</", "<>", "</>", "<b <i",
                           "<a href=\"x>", "<a title='x>",
                           "<ann@example.org>", "<brave>", "<unknown attribute>", "<!doctype html>", "<!-- no end",
                           "<blockquotes>", "<-", "< b>"}) {
    EXPECT_EQ(text_of(text), text);
  }
}

TEST(ReadMarkup, ReadsATagBehindAnUnclosedOne) { EXPECT_EQ(text_of("<a href=x <b>y</b>"), "<a href=x y"); }

TEST(ReadMarkup, TakesAnAngleInQuotesForPartOfTheTag) { EXPECT_EQ(body_of("<span id=\"a>b\">c</span>"), "c"); }

TEST(ReadMarkup, DropsComments) {
  EXPECT_EQ(text_of("a<!-- b > c -->d"), "ad");
  EXPECT_EQ(text_of("a<!-- b --><!-- c"), "a<!-- c");
}

TEST(ReadMarkup, ListsWhatIsSentUnseenBehindTheBody) {
  const std::string markup =
      "<a href=\"http://e.x/?a=1&amp;b=2\" TITLE='tip'>link</a><img id=\"3\" src=pic.png alt = \"&#54;\">";
  const PlainText read = read_markup(markup);
  EXPECT_EQ(read.body(), "link");
  EXPECT_EQ(read.text, "link\x1ehttp://e.x/?a=1&b=2\x1etip\x1epic.png\x1e" "6");
}

TEST(ReadMarkup, ReadsAttributesHoweverTheyAreWritten) {
  EXPECT_EQ(text_of("<img alt=a/b title=>"), "\x1e" "a/b\x1e");
  EXPECT_EQ(text_of("<img/alt='x'title=\"y\">"), "\x1ex\x1ey");
  EXPECT_EQ(text_of("<img \"alt='no'\" noshade alt = yes src>"), "\x1eyes");
  EXPECT_EQ(text_of("<img xalt=a data-src=b alts=c>"), "");
  EXPECT_EQ(text_of("<img alt=a\"b\"c>"), "\x1e" "a");
  EXPECT_EQ(text_of("<img alt='<b>&lt;\r\n'>"), "\x1e<b><\n");
}

TEST(ReadMarkup, KeepsBytesThatAreNotUtf8) {
  const std::string bytes("\xff\x00<b>\xc3</b>\xed\xa0\x80", 13);
  EXPECT_EQ(text_of(bytes), std::string("\xff\x00\xc3\xed\xa0\x80", 6));
}

TEST(ReadMarkup, AnswersToAMebibyteOfHostileInput) {
  for (const char* unit : {"<", "&", "\r", "<b>", "<b", "<br", "<a href=\"x", "<a href='x", "<a \"'",
                           "<a '\" \"' ", "<a x=\"y\" ",
                           "<!--", "<!-- --", "&#", "&#x", "&#0", "&amp", "&#54;",
                           "<br>", "<img alt=>", "<img alt='&#39;'",
                           "<p title=x>", "</", "\"", "<a \"<a '", "<a '\"'\"<a \"",
                           "\x1e", "<img alt=a alt=b ", "\xff<"}) {
    // Without an end, and with one that a reader who looks ahead would search for again and again.
    for (const auto& [end, size] : {std::pair("", 1 << 20), std::pair("'\">", 1 << 18)}) {
      const std::string markup = repeated(unit, static_cast<std::size_t>(size)) + end;
      const PlainText read = read_markup(markup);
      EXPECT_EQ(test::map_fault(markup, read), "") << unit << " and " << end;
      EXPECT_EQ(test::mask_fault(markup, read, {{{0, read.body_size}, "[x]"}}), "") << unit << " and " << end;
    }
  }
}

TEST(InMarkup, FindsTextAgain) {
  EXPECT_EQ(source_of("call <b>06 12</b> now", "06 12"), "06 12");
  EXPECT_EQ(source_of("plain text", "text"), "text");
}

TEST(InMarkup, TakesWholeEntities) {
  EXPECT_EQ(source_of("a&lt;b&#54;c", "<b6"), "&lt;b&#54;");
  const PlainText read = read_markup("x&copy;y");
  EXPECT_THAT(read.in_markup({2, 3}), ElementsAre(Span{1, 7}));
}

TEST(InMarkup, LeavesOutTheTagsBetween) {
  EXPECT_EQ(source_of("<b>AK</b>IA<i>OS</i>F", "AKIAOSF"), "AK|IA|OS|F");
  EXPECT_EQ(source_of("06\r12", "0612"), "06|12");
}

TEST(InMarkup, TakesLineBreaksOfTheText) { EXPECT_EQ(source_of("one<br>two", "one\ntwo"), "one<br>two"); }

TEST(InMarkup, FindsAttributeValues) {
  EXPECT_EQ(source_of("<a href=\"tel:06&#49;2\">x</a>", "0612"), "06&#49;2");
  EXPECT_EQ(source_of("<a href=x title=y>z</a>", "x\x1ey"), "x|y");
}

TEST(InMarkup, AnswersWithNothingForNothing) {
  EXPECT_THAT(read_markup("ab").in_markup({1, 1}), ElementsAre());
  EXPECT_THAT(read_markup("ab").in_markup({7, 9}), ElementsAre());
  EXPECT_THAT(PlainText().in_markup({0, 9}), ElementsAre());
}

TEST(ReadPlain, TakesMarkupForText) {
  const PlainText read = read_plain("a &lt; <b>\r\n");
  EXPECT_EQ(read.text, "a &lt; <b>\r\n");
  EXPECT_EQ(read.body_size, read.text.size());
  EXPECT_THAT(read.in_markup({2, 6}), ElementsAre(Span{2, 6}));
}

TEST(ToMarkup, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(to_markup("a < b & \"c\" > d\ne\r\nf\rg"), "a &lt; b &amp; &quot;c&quot; &gt; d<br>e<br>f<br>g");
}

}  // namespace loftgate
