// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in a scan image: detectors, topics and anchors, made by compile_image() and read by the scanner.
#pragma once

#include <array>
#include <cstdint>

#include "common/scan/anchor_words.h"
#include "common/scan/char_class.h"
#include "common/scan/checksum.h"
#include "common/scan/dfa.h"
#include "common/scan/image.h"
#include "common/scan/persons.h"
#include "common/scan/topics.h"
#include "common/scan/word_set.h"

namespace loftgate {

/// A set of characters.
struct ClassRow {
  std::array<std::uint32_t, 4> ascii{};   // a bit a character
  Run<CodePointRange> beyond;             // sorted
};

ClassRow write_class(ImageBuilder& builder, const CharClass& characters);
bool class_contains_wide(const Image& image, const ClassRow& row, char32_t value);
inline bool class_contains(const Image& image, const ClassRow& row, char32_t value) {
  if (value < 0x80) return (row.ascii[value / 32] >> (value % 32)) & 1;
  return class_contains_wide(image, row, value);
}

/// As KnownValues, each list sorted and in lower case.
struct KnownRow {
  Run<TextRun> values, prefixes, suffixes, parts;
};

/// How a detector verifies its anchor words.
enum class DetectorKind : std::uint8_t { pattern, topic, names };

/// As Detector, compiled.
struct DetectorRow {
  TextRun id, name, file;
  DfaRow before, pattern, after;
  ClassRow not_after, not_before, back_over;
  WordSetRow context, unless;
  Run<TextRun> regions;
  Run<Checksum> checksum;              // one or none
  KnownRow known;
  std::uint16_t back_at_most = 0, context_before = 0, context_after = 0;   // bytes
  std::uint8_t type = 0, severity = 0, confidence = 0, known_confidence = 0;
  std::uint8_t check = 0;              // number in all_checks(), from 1; 0: none
  std::uint8_t doubtful_in_url = 0, context_required = 0;
  std::uint8_t kind = 0;               // of DetectorKind
  std::uint16_t topic_number = 0;      // DetectorKind::topic: its row in ScanImageHead::topics
};

/// Detectors that wait for the same anchor and begin right there: one automaton tells which of them match.
struct GroupRow {
  DfaRow dfa;                          // its accept sets are indices into `sets`
  Run<std::uint64_t> sets;             // a bit a member; `words_a_set` words each
  Run<std::uint16_t> members;          // numbers of detectors
  std::uint16_t words_a_set = 0;
  std::uint16_t least_digits = 0;      // ASCII digits from the anchor on without which nothing matches
};

/// A set of bytes.
struct ByteSet {
  std::array<std::uint32_t, 8> bits{};

  bool has(char byte) const {
    const auto value = static_cast<unsigned char>(byte);
    return (bits[value / 32] >> (value % 32)) & 1;
  }
  void add(const ByteSet& other) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  }
  void add(std::size_t value) { bits[value / 32] |= std::uint32_t{1} << (value % 32); }
};

/// A detector that waits for a sign and is verified on its own. Most signs of ordinary text, as the colon of "anna: hi",
/// are refused by their neighbours.
struct AloneRow {
  ByteSet previous, next;              // bytes that may stand beside the sign
  ByteSet previous_of_last;            // and before one that ends the match, behind which anything may stand
  std::uint16_t detector = 0;
  std::uint16_t least_digits = 0;      // as GroupRow::least_digits
  std::uint32_t beyond_ascii = 0;      // it never matches ASCII alone
};

/// Who waits for an anchor.
struct WaitingRow {
  Run<GroupRow> groups;
  Run<AloneRow> alone;
};

/// Anchors that are no words.
enum class AnchorKind : std::uint8_t { digits, token, long_token, scheme, at, colon, plus, dollar, message };
inline constexpr std::size_t anchor_kinds = 9;
inline constexpr std::size_t short_message = 96;   ///< bytes of a text that is an anchor itself

/// Stands at the beginning of every image.
struct ScanImageHead {
  Run<DetectorRow> detectors;
  Run<TopicRow> topics;
  PersonsRow persons;
  AnchorWordsRow words;                // item: the term of a topic or of `persons`
  std::array<WaitingRow, anchor_kinds> waiting;
};

/// Detectors that one image may hold: a scan keeps some bytes for each.
inline constexpr std::size_t most_detectors = 2048;

}  // namespace loftgate
