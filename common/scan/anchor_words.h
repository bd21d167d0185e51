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
  std::uint16_t size = 0;
  std::uint16_t detector = 0;   ///< who waits for it
  std::uint32_t item = 0;       ///< which of the owner's terms it is
};

/// Words in buckets by a hash of their first bytes, and a table of bits by which most places of a text are refused.
struct AnchorTable {
  Run<std::uint64_t> bits;
  Run<std::uint16_t> first;     // where each bucket begins in `words`; one more than there are buckets
  Run<AnchorWordRow> words;
};

/// All anchor words of an image. Long ones are told by their first six bytes, short ones by three and the fourth.
struct AnchorWordsRow {
  AnchorTable long_words;    // a bit a hash
  AnchorTable short_words;   // 64 bits a bucket: one for each hash of the fourth byte
};

/// Collects words and writes them into an image.
class AnchorWordsBuilder {
 public:
  /// Fewest bytes an anchor word may have.
  static constexpr std::size_t shortest = 3;

  /// Adds a word for an owner. ASCII letters match in either case; other letters as lower, Title and UPPER CASE.
  void add(std::string_view word, std::uint16_t detector, std::uint32_t item = 0);

  AnchorWordsRow write(ImageBuilder& image) const;

 private:
  struct Word {
    std::string text;
    std::uint16_t detector;
    std::uint32_t item;
  };

  void add_form(std::string text, std::uint16_t detector, std::uint32_t item);

  std::vector<Word> words_;
};

/// Finds anchor words by their first bytes.
class AnchorWords {
 public:
  AnchorWords(const Image& image, const AnchorWordsRow& row);

  /// False for almost every place where no word stands. `at` must have 8 readable bytes.
  bool may_begin(const char* at) const {
    const std::uint64_t bytes = folded(at);
    return (may_be_long(bytes) | may_be_short(bytes)) & 1;
  }

  /// Calls found(row) for every word that stands at the beginning of `rest`.
  template <class Found>
  void visit(std::string_view rest, Found found) const {
    std::array<char, 8> head{};
    rest.copy(head.data(), head.size());
    const std::uint64_t bytes = folded(head.data());
    const auto visit_bucket = [&](const Table& table, std::uint64_t bucket) {
      for (std::size_t i = table.first[bucket]; i < table.first[bucket + 1]; ++i) {
        const AnchorWordRow& word = table.words[i];
        if (stands_at(image_.text({word.text, word.size}), rest)) found(word);
      }
    };
    if (may_be_long(bytes) & 1) visit_bucket(long_, hash_of_six(bytes) >> (64 - log2_long_buckets));
    if (may_be_short(bytes) & 1) visit_bucket(short_, hash_of_three(bytes) >> (64 - log2_short_buckets));
  }

 private:
  struct Table {
    const std::uint64_t* bits;
    const std::uint16_t* first;
    const AnchorWordRow* words;
  };
  friend class AnchorWordsBuilder;

  static constexpr std::uint64_t golden = 0x9E3779B97F4A7C15u;   // Knuth's multiplicative hashing; upper bits are best
  // Fixed sizes spare the hot loop some shifts. With 10,000 long words one place in 26 is looked at in vain.
  static constexpr int log2_long_bits = 18, log2_long_buckets = 13, log2_short_buckets = 11;

  /// The first eight bytes with ASCII letters in lower case. Other signs change too, alike in words and texts.
  static std::uint64_t folded(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes | 0x2020202020202020u;
  }
  static std::uint64_t hash_of_six(std::uint64_t bytes) { return (bytes << 16) * golden; }
  static std::uint64_t hash_of_three(std::uint64_t bytes) { return (bytes << 40) * golden; }
  static std::uint64_t bit_of_fourth(std::uint64_t bytes) { return (bytes >> 24) % 64; }

  /// The lowest bit tells.
  std::uint64_t may_be_long(std::uint64_t bytes) const {
    const std::uint64_t bit = hash_of_six(bytes) >> (64 - log2_long_bits);
    return long_.bits[bit / 64] >> (bit % 64);
  }
  std::uint64_t may_be_short(std::uint64_t bytes) const {
    return short_.bits[hash_of_three(bytes) >> (64 - log2_short_buckets)] >> bit_of_fourth(bytes);
  }
  static bool stands_at(std::string_view word, std::string_view rest);

  Image image_;
  Table long_, short_;
};

}  // namespace loftgate
