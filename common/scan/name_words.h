// SPDX-License-Identifier: GPL-2.0-or-later
// What is known of single words when people are named: a flat table of hashed words, each with its meanings as bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

class NameWords {
 public:
  /// Adds meanings to a word; it is kept in lower case. Gives back the meanings it had before.
  std::uint16_t add(std::string_view word, std::uint16_t bits);
  /// The meanings of a word that is in lower case.
  std::uint16_t of(std::string_view word) const;
  /// Words that end so have these meanings: "-ović" is that of a last name, "-straat" that of a place.
  void add_ending(std::string_view ending, std::uint16_t bits);
  /// The meanings that the end of a word, in lower case, has.
  std::uint16_t of_ending(std::string_view word) const;

 private:
  struct Word {
    std::uint32_t begin = 0;   ///< in `letters_`
    std::uint16_t size = 0;    ///< 0: an empty place of the table
    std::uint16_t bits = 0;
  };

  struct Ending {
    std::string text;
    std::uint16_t bits;
  };

  std::size_t place_of(std::string_view word) const;
  void grow();

  std::string letters_;
  std::vector<Word> table_ = std::vector<Word>(64);   // a power of two, at most half full
  std::size_t count_ = 0;
  std::array<std::vector<Ending>, 64> endings_;   // by their last byte
};

}  // namespace loftgate
