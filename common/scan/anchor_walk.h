// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the few places of a text where a detector may begin to look, 64 bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "common/scan/anchor_words.h"
#include "common/scan/classify.h"
#include "common/scan/utf8.h"

namespace loftgate {

inline constexpr std::size_t long_run = 16;        ///< letters and digits of a long token
inline constexpr std::size_t digits_window = 24;   ///< bytes in which the digits behind an anchor are counted
inline constexpr int digits_unknown = 255;         ///< there are characters beyond ASCII among them

/// What stands around a run of digits.
struct AroundDigits {
  int count = digits_unknown;   ///< ASCII digits within `digits_window` from its beginning
  bool beyond_ascii = true;     ///< characters beyond ASCII stand within 64 bytes
};

namespace anchor_detail {

inline constexpr std::size_t block_size = 64;
inline constexpr std::size_t word_load = 8;   // bytes that AnchorWords::may_begin() reads

/// Calls visit(i) for every set bit, lowest first.
template <class Visit>
void for_each_bit(std::uint64_t bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<unsigned>(std::countr_zero(bits)));
}

/// Walks block by block; what a run or word needs to know of the block before is kept in members.
template <class Sink>
class AnchorWalk {
 public:
  AnchorWalk(std::string_view text, const AnchorWords& words, Sink& sink)
      : text_(text), words_(words), sink_(sink) {}

  void run() {
    std::size_t at = 0;
    for (; at + block_size + word_load <= text_.size(); at += block_size) block(at, text_.data() + at);
    // The rest is copied, so that whole blocks and words can be read behind its end.
    std::array<char, 2 * block_size + word_load> tail{};
    std::copy(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.end(), tail.begin());
    for (std::size_t i = 0; at < text_.size(); at += block_size, i += block_size) block(at, tail.data() + i);
    if (token_open_) end_token(text_.size());
  }

 private:
  void block(std::size_t base, const char* bytes) {
    const BlockMasks masks = classify(bytes);
    const std::uint64_t alnum = masks.word & ~masks.high;
    std::uint64_t starts = masks.word & ~(masks.word << 1 | word_before_);
    for_each_bit(masks.sign, [&](unsigned i) { sink_.sign(base + i, bytes[i]); });
    if (masks.high | starts_after_wide_) {
      starts |= std::exchange(starts_after_wide_, 0);
      starts = (starts | wide_characters(base, bytes)) & masks.word;
    }
    const AnchorWords words = words_;   // a copy, which no call can change
    for (std::uint64_t left = starts; left != 0; left &= left - 1) {
      const auto i = static_cast<unsigned>(std::countr_zero(left));
      if (words.may_begin(bytes + i)) sink_.word(base + i);
    }
    if (const std::uint64_t digits = masks.digit & ~(masks.digit << 1 | digit_before_)) {
      const Ahead ahead = look_ahead(base + block_size);
      for_each_bit(digits, [&](unsigned i) {
        const auto window = [i](std::uint64_t here, std::uint64_t behind) {
          return (here >> i | behind << (63 - i) << 1) & (~std::uint64_t{0} >> (64 - digits_window));
        };
        const bool any_high = window(masks.high, ahead.high) != 0;
        const int count = any_high ? digits_unknown : std::popcount(window(masks.digit, ahead.digit));
        sink_.digits(base + i, token_of(base, alnum, i), {count, (high_before_ | masks.high | ahead.high) != 0});
      });
    }
    tokens(base, alnum);
    word_before_ = masks.word >> 63;
    digit_before_ = masks.digit >> 63;
    high_before_ = masks.high;
  }

  /// What stands in the block behind the one at hand.
  struct Ahead {
    std::uint64_t digit = 0, high = 0;
  };
  Ahead look_ahead(std::size_t at) const {
    if (at >= text_.size()) return {};
    if (at + block_size <= text_.size()) {
      const BlockMasks masks = classify(text_.data() + at);
      return {masks.digit, masks.high};
    }
    std::array<char, block_size> rest{};
    text_.copy(rest.data(), rest.size(), at);
    const BlockMasks masks = classify(rest.data());
    return {masks.digit, masks.high};
  }

  /// Reports digits and plus signs of other scripts. The words that begin in Chinese and Japanese, which put no
  /// spaces: at every character, and right behind it.
  std::uint64_t wide_characters(std::size_t base, const char* bytes) {
    const WideMasks masks = classify_wide(bytes);
    std::uint64_t starts = masks.ideograph | (masks.ideograph | masks.full_width) << 3;
    starts_after_wide_ = (masks.ideograph | masks.full_width) >> 61;
    for_each_bit(masks.full_width | masks.arabic, [&](unsigned i) { wide_digit(base + i); });
    return starts;
  }

  void wide_digit(std::size_t at) {
    const char32_t value = code_point_at(text_, at).value;
    if (value == U'\uFF0B') sink_.sign(at, '+');
    if (digit_value(value) >= 0 && digit_value(code_point_before(text_, at).value) < 0) sink_.digits(at, at, {digits_unknown, true});
  }

  /// Where the run of letters and digits around bit `i` begins.
  std::size_t token_of(std::size_t base, std::uint64_t alnum, unsigned i) const {
    const std::uint64_t gaps = ~alnum & ((std::uint64_t{1} << i) - 1);
    if (gaps == 0) return token_open_ ? token_begin_ : base;
    return base + 64 - static_cast<std::size_t>(std::countl_zero(gaps));
  }

  /// Reports the long runs that end in this block and remembers the one that does not.
  void tokens(std::size_t base, std::uint64_t alnum) {
    if (token_open_) {
      const int run = std::countr_one(alnum);
      if (run == 64) return;
      end_token(base + static_cast<std::size_t>(run));
      alnum &= ~std::uint64_t{0} << run;
    }
    if (const int open = std::countl_one(alnum)) {
      token_open_ = true;
      token_begin_ = base + 64 - static_cast<std::size_t>(open);
      alnum = open == 64 ? 0 : alnum & ~std::uint64_t{0} >> open;
    }
    const std::uint64_t two = alnum & alnum >> 1;
    const std::uint64_t four = two & two >> 2;
    const std::uint64_t eight = four & four >> 4;
    for (std::uint64_t sixteen = eight & eight >> 8; sixteen != 0;) {   // first bits of sixteen in a row
      const int begin = std::countr_zero(sixteen);
      const int end = begin + std::countr_one(alnum >> begin);
      sink_.long_token(base + static_cast<std::size_t>(begin), base + static_cast<std::size_t>(end));
      sixteen &= ~std::uint64_t{0} << end;   // the last bit of a block is part of an open run
    }
  }

  void end_token(std::size_t end) {
    if (end - token_begin_ >= long_run) sink_.long_token(token_begin_, end);
    token_open_ = false;
  }

  std::string_view text_;
  const AnchorWords& words_;
  Sink& sink_;
  std::uint64_t word_before_ = 0;
  std::uint64_t digit_before_ = 0;
  std::uint64_t high_before_ = 0;
  std::uint64_t starts_after_wide_ = 0;   // of the next block
  std::size_t token_begin_ = 0;
  bool token_open_ = false;
};

}  // namespace anchor_detail

/// Walks over any bytes once, and never reads beyond the end of `text`. Tells `sink` the places in ascending order of
/// each kind:
///   sink.word(at)              a word begins here and may be an anchor word
///   sink.digits(at, token, around)   a run of digits (of any script) begins at `at`; `token` is where the run of ASCII
///                              letters and digits around it begins; AroundDigits
///   sink.long_token(begin, end)   a run of at least `long_run` ASCII letters and digits
///   sink.sign(at, sign)        one of @ : + $, or the full-width plus sign
template <class Sink>
void visit_anchors(std::string_view text, const AnchorWords& words, Sink& sink) {
  anchor_detail::AnchorWalk<Sink>(text, words, sink).run();
}

}  // namespace loftgate
