// SPDX-License-Identifier: GPL-2.0-or-later
// Words that detectors wait for, found by their first bytes.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/image.h"

namespace loftgate {

/// A word that somebody waits for, in lower case.
struct AnchorWordRow {
  std::uint32_t text = 0;       ///< where its bytes stand in the image
  std::uint16_t tag = 0;        ///< part of the hash of its first bytes: most other words of a bucket are refused by it
  std::uint8_t size = 0;
  std::uint8_t whole = 0;       ///< no ASCII letter or digit may follow
  std::uint16_t detector = 0;   ///< who waits for it
  std::uint16_t item = 0;       ///< which of the owner's terms it is
};

/// Words of about the same length, by a hash of their first bytes.
struct AnchorTable {
  Run<std::uint64_t> bits;      // a bit a hash; most places of a text are refused here
  Run<std::uint16_t> first;     // by the upper bits of the hash: where each bucket begins; one more than there are buckets
  Run<AnchorWordRow> words;     // by bucket
};

/// All anchor words of an image: of three bytes, of four and five, and longer ones by their first six.
struct AnchorWordsRow {
  AnchorTable three, four, six;
};

/// Collects words and writes them into an image.
class AnchorWordsBuilder {
 public:
  /// Fewest bytes an anchor word may have.
  static constexpr std::size_t shortest = 3;

  /// Most bytes of a word that are compared; what a longer one goes on with is for its owner to read.
  static constexpr std::size_t longest = 255;

  /// Adds a word for an owner. ASCII letters match in either case; other letters as lower, Title and UPPER CASE.
  /// @param whole it is no anchor where an ASCII letter or digit follows.
  void add(std::string_view word, std::uint16_t detector, std::uint16_t item = 0, bool whole = false);

  /// Most words, their forms included, that an image can number.
  static constexpr std::size_t most_words = 60000;
  bool too_many() const { return words_.size() > most_words; }

  /// At most `most_words`.
  AnchorWordsRow write(ImageBuilder& image) const;

 private:
  struct Word {
    std::string text;
    std::uint16_t detector;
    std::uint16_t item;
    bool whole;
  };

  std::vector<Word> words_;
};

/// Finds anchor words by their first bytes.
class AnchorWords {
 public:
  AnchorWords(const Image& image, const AnchorWordsRow& row)
      : image_(image), three_(image, row.three), four_(image, row.four), six_(image, row.six) {}

  /// False for almost every place where no word stands. `at` must have 8 readable bytes.
  bool may_begin(const char* at) const {
    const std::uint64_t bytes = folded(at);
    return (six_.may_hold(bytes) | four_.may_hold(bytes) | three_.may_hold(bytes)) & 1;
  }

  /// Calls found(row) for every word that stands at the beginning of `rest`.
  template <class Found>
  void visit(std::string_view rest, Found found) const {
    std::array<char, 8> head{};
    rest.copy(head.data(), head.size());
    const std::uint64_t bytes = folded(head.data());
    visit_table(six_, bytes, rest, found);
    visit_table(four_, bytes, rest, found);
    visit_table(three_, bytes, rest, found);
  }

 private:
  friend class AnchorWordsBuilder;

  /// Sizes are fixed, which spares the hot loop some shifts. With 25,000 long words one place in ten is looked at in
  /// vain, and refused by a tag.
  template <int bytes_read, int log2_bits>
  class Table {
   public:
    static constexpr int bytes = bytes_read;
    static constexpr int log2_buckets = log2_bits - 4;

    Table(const Image& image, const AnchorTable& table)
        : bits_(image.at(table.bits).data()), first_(image.at(table.first).data()), words_(image.at(table.words).data()) {}

    /// Knuth's multiplicative hashing of the first bytes; the upper bits are the best.
    static std::uint64_t hash(std::uint64_t first_bytes) {
      return (first_bytes << (64 - 8 * bytes)) * 0x9E3779B97F4A7C15u;
    }
    static std::uint64_t bit(std::uint64_t hash) { return hash >> (64 - log2_bits); }
    static std::uint64_t bucket(std::uint64_t hash) { return hash >> (64 - log2_buckets); }
    static std::uint16_t tag(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> (48 - log2_buckets)); }

    /// The lowest bit tells.
    std::uint64_t may_hold(std::uint64_t first_bytes) const {
      const std::uint64_t at = bit(hash(first_bytes));
      return bits_[at / 64] >> (at % 64);
    }
    std::span<const AnchorWordRow> words_in(std::uint64_t bucket) const {
      return {words_ + first_[bucket], words_ + first_[bucket + 1]};
    }

   private:
    const std::uint64_t* bits_;
    const std::uint16_t* first_;
    const AnchorWordRow* words_;
  };

  template <class AnyTable, class Found>
  void visit_table(const AnyTable& table, std::uint64_t bytes, std::string_view rest, Found found) const {
    if (!(table.may_hold(bytes) & 1)) return;
    const std::uint64_t hash = AnyTable::hash(bytes);
    const std::uint16_t tag = AnyTable::tag(hash);
    for (const AnchorWordRow& word : table.words_in(AnyTable::bucket(hash))) {
      if (word.tag != tag || word.size > rest.size()) continue;
      if (word.whole && word.size < rest.size() && is_ascii_letter_or_digit(rest[word.size])) continue;
      const std::string_view text = image_.text({word.text, word.size});
      // Phrases that begin alike mostly end differently.
      if (text.back() == folded_letter(rest[word.size - 1u]) && stands_at(text, rest)) found(word);
    }
  }

  /// The first eight bytes with ASCII letters in lower case. Other signs change too, alike in words and texts.
  static std::uint64_t folded(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes | 0x2020202020202020u;
  }
  static char folded_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
  static bool is_ascii_letter_or_digit(char c) {
    const char lower = folded_letter(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
  }
  /// `rest` is not shorter than the word.
  static bool stands_at(std::string_view word, std::string_view rest);

  Image image_;
  Table<3, 15> three_;
  Table<4, 17> four_;
  Table<6, 18> six_;
};

}  // namespace loftgate
