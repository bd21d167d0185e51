// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/utf8_ranges.h"

#include <gtest/gtest.h>

#include <string>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

bool matches(const std::vector<ByteSequence>& sequences, const std::string& bytes) {
  for (const ByteSequence& sequence : sequences) {
    bool fits = sequence.size == bytes.size();
    for (std::size_t i = 0; fits && i < sequence.size; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[i]);
      fits = byte >= sequence.bytes[i].first && byte <= sequence.bytes[i].last;
    }
    if (fits) return true;
  }
  return false;
}

class ByteSequences : public ::testing::TestWithParam<CodePointRange> {};

TEST_P(ByteSequences, AreExactlyTheCodePointsOfTheRange) {
  const CodePointRange range = GetParam();
  const std::vector<ByteSequence> sequences = byte_sequences(range);
  const char32_t from = range.first > 300 ? range.first - 300 : 0;
  for (char32_t c = from; c <= range.last + 300 && c <= 0x10FFFF; c += c > range.first + 3000 ? 97 : 1) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    EXPECT_EQ(matches(sequences, bytes), c >= range.first && c <= range.last) << "U+" << std::hex << std::uint32_t{c};
  }
}

INSTANTIATE_TEST_SUITE_P(Ranges, ByteSequences,
                         ::testing::Values(CodePointRange{'a', 'z'}, CodePointRange{0, 0x7F}, CodePointRange{0x7F, 0x80},
                                           CodePointRange{0xA1, 0x24F}, CodePointRange{0x7FF, 0x800},
                                           CodePointRange{0x4E00, 0x9FFF}, CodePointRange{0xFFFF, 0x10000},
                                           CodePointRange{0x1F600, 0x1F64F}, CodePointRange{0, 0xD7FF},
                                           CodePointRange{0xE000, 0x10FFFF}));

}  // namespace
}  // namespace loftgate
