// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/mask.h"

#include <gtest/gtest.h>

namespace loftgate {
namespace {

/// `markup` with each of `words` replaced by `text`.
std::string masked(std::string_view markup, const std::vector<std::string_view>& words, const char* text = "[x]") {
  const PlainText read = read_markup(markup);
  std::vector<Replacement> parts;
  for (const std::string_view word : words) {
    const auto begin = static_cast<std::uint32_t>(read.text.find(word));
    parts.push_back({{begin, begin + static_cast<std::uint32_t>(word.size())}, text});
  }
  return mask_markup(markup, read, parts);
}

}  // namespace

TEST(MaskMarkup, ChangesNothingWithoutParts) { EXPECT_EQ(masked("a < b & <i>c</i>", {}), "a < b & <i>c</i>"); }

TEST(MaskMarkup, KeepsTheFormatting) {
  EXPECT_EQ(masked("<font color=\"red\">call <b>0612</b> now</font>", {"0612"}),
            "<font color=\"red\">call <b>[x]</b> now</font>");
}

TEST(MaskMarkup, KeepsTagsInsideWhatIsReplaced) {
  EXPECT_EQ(masked("<b>AK</b>IA<i>X</i>", {"AKIAX"}, "[token]"), "<b>[token]</b><i></i>");
}

TEST(MaskMarkup, ReplacesWholeEntities) {
  EXPECT_EQ(masked("p&#52;ss&amp;word ok", {"p4ss&word"}), "[x] ok");
  EXPECT_EQ(mask_markup("a&copy;b", read_markup("a&copy;b"), {{{2, 3}, "[x]"}}), "a[x]b");
}

TEST(MaskMarkup, TakesOutALineBreakInsideWhatIsReplaced) {
  EXPECT_EQ(masked("06 12<br>34 56 ok", {"06 12\n34 56"}), "[x] ok");
  EXPECT_EQ(masked("06<p title=\"t\">12", {"06\n12"}), "[x]<span title=\"t\">");
}

TEST(MaskMarkup, EscapesWhatItInserts) {
  EXPECT_EQ(masked("a 0612 b", {"0612"}, "<b> & \"c\""), "a &lt;b&gt; &amp; &quot;c&quot; b");
  EXPECT_EQ(masked("<a href=\"tel:0612\">x</a>", {"0612"}, "<'\"&>"), "<a href=\"tel:&lt;&#39;&quot;&amp;&gt;\">x</a>");
}

TEST(MaskMarkup, MasksAttributes) {
  EXPECT_EQ(masked("<a href='tel:0612'>call</a>", {"0612"}), "<a href='tel:[x]'>call</a>");
  EXPECT_EQ(masked("<a href=tel:0612 title=me>call</a>", {"0612"}, "a number"),
            "<a href=\"tel:a number\" title=me>call</a>");
  EXPECT_EQ(masked("<a href=0612>call</a>", {"0612"}, ""), "<a href=\"\">call</a>");
  EXPECT_EQ(masked("<a href=\"0612\">0612</a>", {"0612", "\x1e" "0612"}), "<a href=\"[x]\">[x]</a>");
}

TEST(MaskMarkup, NeverMakesATagOrEntityOfText) {
  EXPECT_EQ(masked("<b 0612", {"0612"}, ">"), "&lt;b &gt;");
  EXPECT_EQ(masked("&am0612p;", {"0612"}, ""), "&amp;amp;");
  EXPECT_EQ(masked("<a title=\"0612>x</a>", {"\"0612"}), "&lt;a title=[x]>x</a>");
}

TEST(MaskMarkup, MakesOneOfOverlappingParts) {
  const std::string markup = "one two <b>three</b>";
  EXPECT_EQ(mask_markup(markup, read_markup(markup), {{{6, 10}, "[late]"}, {{4, 7}, "[early]"}}),
            "one [early]<b>ree</b>");
  EXPECT_EQ(mask_markup(markup, read_markup(markup), {{{3, 7}, "[b]"}, {{0, 3}, "[a]"}}), "[a][b] <b>three</b>");
}

TEST(MaskMarkup, IgnoresPartsOutsideTheText) {
  EXPECT_EQ(mask_markup("ab", read_markup("ab"), {{{1, 99}, "[x]"}, {{50, 60}, "[y]"}, {{1, 1}, "[z]"}}), "a[x]");
}

TEST(MaskPlain, ReplacesPartsInAnyOrder) {
  EXPECT_EQ(mask_plain("a b c", {{{4, 5}, "[2]"}, {{0, 1}, "[1]"}}), "[1] b [2]");
  EXPECT_EQ(mask_plain("abcd", {{{1, 3}, "[1]"}, {{2, 4}, "[2]"}}), "a[1]");
}

}  // namespace loftgate
