// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the few places of a text where a detector may begin to look, 64 bytes at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// Words that detectors wait for, found by their first bytes.
class AnchorWords {
 public:
  /// Fewest bytes an anchor word may have.
  static constexpr std::size_t shortest = 3;

  AnchorWords();

  /// Adds a word for `owner`. ASCII letters match in either case; other letters as lower, Title and UPPER CASE.
  void add(std::string_view word, std::uint32_t owner);

  /// False for almost every place where no word stands. `at` must have 8 readable bytes.
  bool may_begin(const char* at) const;

  /// Calls found(owner) for every word that stands at the beginning of `rest`.
  template <class Found>
  void visit(std::string_view rest, Found found) const {
    if (rest.size() < shortest) return;
    for (std::uint32_t i = first_[bucket_of(rest)]; i != none; i = words_[i].next) {
      if (stands_at(words_[i].text, rest)) found(words_[i].owner);
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t buckets = 4096;
  using Bitmap = std::array<std::uint64_t, 1024>;   // 65,536 bits

  struct Word {
    std::string text;
    std::uint32_t owner;
    std::uint32_t next;   ///< next word of the bucket
  };

  void add_form(std::string text, std::uint32_t owner);
  static std::size_t bucket_of(std::string_view rest);
  static bool stands_at(std::string_view word, std::string_view rest);

  Bitmap three_{}, four_{}, six_{};   // hashes of the first 3, 4 and 6 bytes
  std::vector<std::uint32_t> first_;
  std::vector<Word> words_;
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
