// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the few places of a text where a detector may begin to look, 64 bytes at a time.
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

/// What stands at each of 64 bytes: bit i is byte i.
struct BlockMasks {
  std::uint64_t word = 0;    ///< ASCII letter or digit, or part of a character beyond ASCII
  std::uint64_t digit = 0;   ///< 0-9
  std::uint64_t sign = 0;    ///< @ : + $
  std::uint64_t high = 0;    ///< part of a character beyond ASCII
};

/// Reads exactly 64 bytes. SSE2 on amd64, NEON on arm64, plain code elsewhere.
BlockMasks classify(const char* block);

/// The same in plain code, on every machine.
BlockMasks classify_portable(const char* block);

/// A word that somebody waits for, in lower case.
struct AnchorWordRow {
  std::uint32_t text = 0;       ///< where its bytes stand in the image
  std::uint16_t size = 0;
  std::uint16_t detector = 0;   ///< who waits for it
  std::uint32_t item = 0;       ///< which of the owner's terms it is
};

/// Words of about the same length, by a hash of their first bytes.
struct AnchorTable {
  Run<std::uint64_t> bits;     // a bit a hash; most places are refused here
  Run<std::uint32_t> first;    // by the upper bits of the hash: where its words begin; one more than there are buckets
  Run<AnchorWordRow> words;    // by bucket
  std::uint32_t bytes = 0;     // that the hash reads
  std::uint32_t log2_bits = 0;
};

/// All anchor words of an image: at least 3, 4 and 6 bytes long.
struct AnchorWordsRow {
  AnchorTable three, four, six;
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
    return six_.may_hold(bytes) || four_.may_hold(bytes) || three_.may_hold(bytes);
  }

  /// Calls found(row) for every word that stands at the beginning of `rest`.
  template <class Found>
  void visit(std::string_view rest, Found found) const {
    std::array<char, 8> head{};
    rest.copy(head.data(), head.size());
    const std::uint64_t bytes = folded(head.data());
    for (const Table* table : {&three_, &four_, &six_}) {
      if (!table->may_hold(bytes)) continue;
      for (const AnchorWordRow& word : table->bucket(bytes)) {
        if (stands_at(image_.text({word.text, word.size}), rest)) found(word);
      }
    }
  }

 private:
  class Table {
   public:
    Table(const Image& image, const AnchorTable& table);

    bool may_hold(std::uint64_t bytes) const {
      const std::uint64_t bit = hash(bytes) >> bit_shift_;
      return (bits_[bit / 64] >> (bit % 64)) & 1;
    }
    std::span<const AnchorWordRow> bucket(std::uint64_t bytes) const {
      const std::uint64_t at = hash(bytes) >> bucket_shift_;
      return {words_ + first_[at], words_ + first_[at + 1]};
    }

   private:
    std::uint64_t hash(std::uint64_t bytes) const { return hash_of(bytes, byte_shift_); }

    const std::uint64_t* bits_;
    const std::uint32_t* first_;
    const AnchorWordRow* words_;
    int byte_shift_, bit_shift_, bucket_shift_;
  };
  friend class AnchorWordsBuilder;

  /// The first eight bytes with ASCII letters in lower case. Other signs change too, alike in words and texts.
  static std::uint64_t folded(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes | 0x2020202020202020u;
  }
  /// Knuth's multiplicative hashing of the first bytes; the upper bits are the best.
  static std::uint64_t hash_of(std::uint64_t bytes, int byte_shift) {
    return (bytes << byte_shift) * 0x9E3779B97F4A7C15u;
  }
  static bool stands_at(std::string_view word, std::string_view rest);

  Image image_;
  Table three_, four_, six_;
};

/// Takes the places that `visit_anchors` finds. Each kind comes in ascending order.
class AnchorSink {
 public:
  virtual ~AnchorSink() = default;
  /// A word begins here and may be an anchor word.
  virtual void word(std::size_t at) = 0;
  /// A run of digits (of any script) begins at `at`; `token` is where the run of ASCII letters and digits around it
  /// begins.
  virtual void digits(std::size_t at, std::size_t token) = 0;
  /// A run of at least `long_run` ASCII letters and digits.
  virtual void long_token(std::size_t begin, std::size_t end) = 0;
  /// One of @ : + $, or the full-width plus sign.
  virtual void sign(std::size_t at, char sign) = 0;
};

inline constexpr std::size_t long_run = 16;

/// Walks over any bytes once. Never reads beyond the end of `text`.
void visit_anchors(std::string_view text, const AnchorWords& words, AnchorSink& sink);

}  // namespace loftgate
