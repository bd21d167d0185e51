// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/scanner.h"

#include <gmock/gmock.h>

#include <random>
#include <thread>

#include "common/scan/bundled_image.h"
#include "tests/scan/bundled_scanner.h"

namespace loftgate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// "EMAIL anna@posteo.net" for everything that would be asked about.
std::vector<std::string> found(std::string_view text, std::string_view region = "") {
  std::vector<std::string> all;
  for (const Finding& finding : bundled_scanner().scan(text, {region}).findings) {
    if (finding.confidence < Finding::sure) continue;
    const std::string_view piece = text.substr(finding.span.begin, finding.span.size());
    all.push_back(std::string(type_name(finding.type)) + " " + std::string(piece));
  }
  return all;
}

constexpr char shout[] = R"(id = "shout"
name = "Shout"
type = "USERNAME"
severity = "identity"
confidence = 80
[find]
words = ["shout"]
[match]
pattern = 'shout[0-9]'
[hits]
one = "⟦shout1⟧"
[misses]
none = "shout"
)";

TEST(Scan, FindsEverythingInOneMessage) {
  EXPECT_THAT(found("I'm anna@posteo.net, call 06 12 34 56 78 or pay to DE02 1203 0000 0000 2020 51. I have asthma."),
              ElementsAre("EMAIL anna@posteo.net", "PHONE 06 12 34 56 78", "IBAN DE02 1203 0000 0000 2020 51",
                          "HEALTH asthma"));
}

TEST(Scan, OrdinaryTalkIsClean) {
  for (const char* text : {"see you at five", "the depression over Iceland moves east", "which password manager do you use?",
                           "linux 2.6.32-22.33 is old", "Mark and Rose will come", "select 1 union select 2", "",
                           "on 2011-03-27 at 12:34:56", "https://host.net/item/4155552671?id=0612345678"}) {
    EXPECT_THAT(found(text), IsEmpty()) << text;
  }
}

TEST(Scan, NamesAloneNeverAsk) {
  const std::string text = "Anna Weber and John Smith met Dr. Maria Rossi";
  EXPECT_THAT(found(text), ElementsAre("PERSON Anna Weber", "PERSON John Smith", "PERSON Maria Rossi"));
  for (const Finding& finding : bundled_scanner().scan(text).findings) EXPECT_EQ(finding.severity, Severity::none);
}

TEST(Scan, OffsetsAreBytesBehindEmojiAndFullWidth) {
  const std::string text = "📧👩‍💻 ｍａｉｌ： anna@posteo.net 📞０３－３５７０－７４９２ 電話";
  EXPECT_THAT(found(text), ElementsAre("EMAIL anna@posteo.net", "PHONE ０３－３５７０－７４９２"));
}

TEST(Scan, TheUsersCountryLetsNationalNumbersCount) {
  EXPECT_THAT(found("it is 612 34 56 78", "ES"), ElementsAre("PHONE 612 34 56 78"));
  EXPECT_THAT(found("it is 612 34 56 78"), IsEmpty());
}

TEST(Scan, FindsWhatStandsAcrossBlocks) {
  for (std::size_t before = 0; before < 140; ++before) {
    const std::string text = std::string(before, 'x') + " anna@posteo.net";
    EXPECT_THAT(found(text), ElementsAre("EMAIL anna@posteo.net")) << before;
  }
}

TEST(Scan, ASecretInsideAnAddressIsASecret) {
  EXPECT_THAT(found("use postgres://anna:s3cr3tPw9@db.posteo.net/x"),
              ElementsAre("CONNECTION_STRING postgres://anna:s3cr3tPw9@db.posteo.net/x"));
}

TEST(Scan, FindingsAreInOrderAndNeverOverlap) {
  std::mt19937 random(3);
  const std::string_view pieces[] = {"anna@posteo.net ", "+49 30 901820 ", "4539 1488 0343 6467 ", "password: hunter22 ",
                                     "1.2.3.4:", "://a:bcde@f.gh", "DE02 1203 ", "i have asthma ", "\xFF\xC3", "密码是abc12345", "(", "0"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = random() % 8; i > 0; --i) text += pieces[random() % std::size(pieces)];
    std::uint32_t end = 0;
    for (const Finding& finding : bundled_scanner().scan(text).findings) {
      EXPECT_LE(end, finding.span.begin);
      EXPECT_LT(finding.span.begin, finding.span.end);
      EXPECT_LE(finding.span.end, text.size());
      end = finding.span.end;
    }
  }
}

std::string many(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text + " anna@posteo.net";
}

TEST(Scan, AMebibyteIsReadToItsEnd) {
  for (const std::string_view unit : {"lorem ipsum 17, dolor sit amet. ", "a@", "\xF0"}) {
    const ScanResult result = bundled_scanner().scan(many(unit, 1u << 20));
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.findings.back().type, EntityType::email) << unit;
  }
}

TEST(Scan, TextFullOfBeginningsIsReadToItsEnd) {
  for (const std::string_view unit : {"1 ", "0-", "cancer ", "eyJ-", "eyJ.", "+1 ", "a://b:c@", "::", "-----BEGIN ", "pw: "}) {
    const std::string text = many(unit, 1u << 15);
    EXPECT_EQ(bundled_scanner().scan(text).findings.back().span.end, text.size()) << unit;
  }
}

TEST(Scan, WhatIsTooLongIsNeverCalledClean) {
  EXPECT_TRUE(bundled_scanner().scan(std::string(4u << 20, ' ')).complete);
  const ScanResult result = bundled_scanner().scan("anna@posteo.net " + std::string(4u << 20, ' '));
  EXPECT_FALSE(result.complete);
  EXPECT_EQ(result.findings.size(), 1u);
}

TEST(Scan, ManyThreadsMayScanAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::size_t> counts(4);
  for (std::size_t& count : counts) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 200; ++i) count += bundled_scanner().scan("anna@posteo.net, +49 30 901820").findings.size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(counts, ::testing::Each(400u));
}

TEST(ScannerLoad, ALaterRecordReplacesAnEarlierOneOfTheSameId) {
  std::string louder = shout;
  louder.replace(louder.find("shout[0-9]"), 10, "shout!");
  const Result<Scanner> scanner = Scanner::load({{{"a.toml", shout}, {"b.toml", louder}}, {}, {}});
  ASSERT_TRUE(scanner) << scanner.error().text;
  EXPECT_EQ(scanner->size(), 1u);
  EXPECT_TRUE(scanner->scan("shout1").findings.empty());
  EXPECT_EQ(scanner->scan("shout!").findings.size(), 1u);
}

TEST(ScannerLoad, ARecordOfOnesOwnTakesTheBundledPlace) {
  std::string mine = shout;
  mine.replace(mine.find("id = \"shout\""), 12, "id = \"email\"");
  const Result<Scanner> scanner = Scanner::load_over(bundled_scan_image(), {{{"mine.toml", mine}}, {}, {}});
  ASSERT_TRUE(scanner) << scanner.error().text;
  EXPECT_EQ(scanner->size(), bundled_scanner().size() + 1);
  EXPECT_TRUE(scanner->scan("anna@posteo.net").findings.empty());
  const ScanResult result = scanner->scan("+49 30 901820 shout1");
  ASSERT_EQ(result.findings.size(), 2u);
  EXPECT_EQ(scanner->detector(result.findings[0].detector).id, "phone-international");
  EXPECT_EQ(scanner->detector(result.findings[1].detector).file, "mine.toml");
}

TEST(Scanner, ManyShortGroupsOfDigitsHideNoNumberBehindThem) {
  std::string table;
  for (int i = 0; i < 50; ++i) table += "1 2 ";
  for (const char* cue : {"", "my card "}) {
    const std::vector<Finding> findings = bundled_scanner().scan(table + cue + "4539 1488 0343 6467").findings;
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.back().type, EntityType::credit_card);
  }
}

TEST(Scanner, AsksOneDetectorAlone) {
  const std::string text = "anna@posteo.net, +49 30 901820";
  const std::vector<Finding> all = bundled_scanner().scan(text).findings;
  ASSERT_EQ(all.size(), 2u);
  const std::vector<Finding> one = bundled_scanner().scan(text, {"", all[1].detector}).findings;
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].span, all[1].span);
}

TEST(ScannerLoad, ABrokenRecordIsNamed) {
  EXPECT_THAT(Scanner::load({{{"mine/x.toml", "id = \n"}}, {}, {}}).error().text, HasSubstr("mine/x.toml:1: "));
  EXPECT_THAT(Scanner::load({{}, {{"mine/t.toml", "id = \"t\""}}, {}}).error().text, HasSubstr("mine/t.toml:1: 'name' is missing"));
}

TEST(ScannerLoad, WithoutRecordsNothingIsFound) {
  const Result<Scanner> scanner = Scanner::load({});
  ASSERT_TRUE(scanner);
  EXPECT_TRUE(scanner->scan("anna@posteo.net").findings.empty());
}

TEST(ScannerLoad, FindingsPointToTheirDetector) {
  const Finding finding = bundled_scanner().scan("I have asthma").findings.at(0);
  EXPECT_EQ(bundled_scanner().detector(finding.detector).id, "health");
}

}  // namespace
}  // namespace loftgate
