// SPDX-License-Identifier: GPL-2.0-or-later
// What is known of single words when people are named: a flat table of hashed words, each with its meanings as bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/scan/image.h"

namespace loftgate {

/// What a word can be. A word may be several.
enum NameBit : std::uint16_t {
  name_first = 1,          ///< a first name
  name_first_word = 2,     ///< a first name that is an ordinary word too
  name_last = 4,           ///< a last name
  name_last_word = 8,      ///< a last name that is an ordinary word too
  name_no_last = 16,       ///< no last name, even in capitals
  name_particle = 32,      ///< "van", "de", "al"
  name_before = 64,        ///< stands before a first name: "meet"
  name_behind = 128,       ///< stands behind a first name: "said"
  name_place = 256,        ///< behind a name, this makes it a place or a thing: "hotel"
  name_place_before = 512, ///< the same before a name: "lake"
  name_suffix = 1024,      ///< belongs to a name, behind it: "jr"
  name_stop = 2048,        ///< no part of a name, whatever says that one follows: "and"
};

/// A word in an image.
struct NameWordRow {
  std::uint32_t begin = 0;   // in NameWordsRow::letters
  std::uint16_t size = 0;    // 0: an empty place of the table
  std::uint16_t bits = 0;
};

/// How words end.
struct NameEndingRow {
  TextRun text;
  std::uint32_t bits = 0;
};

/// All words of an image.
struct NameWordsRow {
  TextRun letters;
  Run<NameWordRow> table;              // by hash, open addressing; as long as a power of two, at most half full
  Run<NameEndingRow> endings;          // by their last bytes
  std::array<std::uint16_t, 65> first_ending{};   // where those of a last byte (modulo 64) begin
  std::uint16_t unused = 0;
};

/// Collects words and writes them into an image.
class NameWordsBuilder {
 public:
  /// Adds meanings to a word; it is kept in lower case. Gives back the meanings it had before.
  std::uint16_t add(std::string_view word, std::uint16_t bits);
  /// The meanings that a word, in lower case, has so far.
  std::uint16_t of(std::string_view word) const;
  /// Words that end so have these meanings: "-ović" is that of a last name, "-straat" that of a place.
  void add_ending(std::string_view ending, std::uint16_t bits);

  NameWordsRow write(ImageBuilder& image) const;

 private:
  std::map<std::string, std::uint16_t, std::less<>> words_;
  std::vector<std::pair<std::string, std::uint16_t>> endings_;
};

/// Looks words up in an image.
class NameWords {
 public:
  NameWords(const Image& image, const NameWordsRow& row) : image_(image), row_(row) {}

  /// The meanings of a word that is in lower case.
  std::uint16_t of(std::string_view word) const;
  /// The meanings that the end of a word, in lower case, has.
  std::uint16_t of_ending(std::string_view word) const;

 private:
  const Image& image_;
  const NameWordsRow& row_;
};

}  // namespace loftgate
