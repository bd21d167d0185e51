// SPDX-License-Identifier: GPL-2.0-or-later
// The words around a candidate, read once for all detectors that ask what stands there.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/scan/utf8.h"
#include "common/scan/word_set.h"

namespace loftgate {

/// The words of a stretch of text that begins or ends at a candidate.
class NearbyWords {
 public:
  static constexpr std::size_t most_bytes = 256;
  enum class Side : std::uint8_t { before, after };

  /// Reads up to `reach` bytes on one side of `at`. Words that reach over the end of the stretch are left out.
  NearbyWords(std::string_view text, std::size_t at, Side side, std::size_t reach = most_bytes);

  /// True if one of the set's words stands within `bytes` of the place.
  bool hold(const WordSet& words, std::size_t bytes) const;

 private:
  struct Word {
    std::uint16_t begin, end;   ///< in lower_
    std::uint16_t distance;     ///< bytes of the text from the place to the far end of the word
  };

  /// The lower-case text of all words within `bytes`, and what stands between them.
  std::string_view stretch(std::size_t bytes) const;

  std::array<char, 512> lower_;
  std::array<Word, most_bytes / 2 + 1> words_;   // as they stand in the text
  std::size_t count_ = 0;
};

/// Keeps the last words that were read. Detectors ask about the same places one after the other.
class NearbyCache {
 public:
  /// True if one of the set's words ends or begins within `bytes` before or after the place.
  bool before_holds(std::string_view text, std::size_t at, const WordSet& words, std::size_t bytes) {
    return read(before_, text, at, NearbyWords::Side::before, bytes).hold(words, bytes);
  }
  bool after_holds(std::string_view text, std::size_t at, const WordSet& words, std::size_t bytes) {
    return read(after_, text, at, NearbyWords::Side::after, bytes).hold(words, bytes);
  }

 private:
  struct Kept {
    std::optional<NearbyWords> words;
    std::size_t at = 0, reach = 0;
  };

  /// Most detectors look no further than some fifty bytes.
  static const NearbyWords& read(Kept& kept, std::string_view text, std::size_t at, NearbyWords::Side side,
                                 std::size_t bytes) {
    constexpr std::size_t usual = 56;
    if (!kept.words || kept.at != at || kept.reach < bytes) {
      kept.at = at;
      kept.reach = std::clamp(bytes, usual, NearbyWords::most_bytes);
      kept.words.emplace(text, at, side, kept.reach);
    }
    return *kept.words;
  }

  Kept before_, after_;
};

}  // namespace loftgate
