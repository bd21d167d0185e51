// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/anchor.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t word_load = 8;   // bytes that AnchorWords::may_begin() reads

/// Calls visit(i) for every set bit, lowest first.
template <class Visit>
void for_each_bit(std::uint64_t bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<unsigned>(std::countr_zero(bits)));
}

}  // namespace

namespace {

/// Walks block by block; what a run or word needs to know of the block before is kept in members.
class AnchorWalk {
 public:
  AnchorWalk(std::string_view text, const AnchorWords& words, AnchorSink& sink)
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
    for_each_bit(masks.sign, [&](unsigned i) { sink_.sign(base + i, bytes[i]); });
    std::uint64_t starts = masks.word & ~(masks.word << 1 | word_before_);
    starts |= std::exchange(starts_after_wide_, 0);
    if (masks.high) starts |= wide_characters(base, bytes, masks.high);
    starts &= masks.word;
    for_each_bit(starts, [&](unsigned i) {
      if (words_.may_begin(bytes + i)) sink_.word(base + i);
    });
    for_each_bit(masks.digit & ~(masks.digit << 1 | digit_before_),
                 [&](unsigned i) { sink_.digits(base + i, token_of(base, alnum, i)); });
    tokens(base, alnum);
    word_before_ = masks.word >> 63;
    digit_before_ = masks.digit >> 63;
  }

  /// Reports digits and plus signs of other scripts. The words that begin in Chinese and Japanese, which put no
  /// spaces: at every character, and right behind it.
  std::uint64_t wide_characters(std::size_t base, const char* bytes, std::uint64_t high) {
    std::uint64_t starts = 0;
    for_each_bit(high, [&](unsigned i) {
      const auto lead = static_cast<unsigned char>(bytes[i]);
      const bool ideograph = lead >= 0xE3 && lead <= 0xE9;   // U+3000 to U+9FFF
      const bool full_width = lead == 0xEF;
      if (ideograph) starts |= std::uint64_t{1} << i;
      if (ideograph || full_width) {
        const unsigned behind = i + 3;
        (behind < 64 ? starts : starts_after_wide_) |= std::uint64_t{1} << (behind % 64);
      }
      if (full_width || lead == 0xD9 || lead == 0xDB) wide_digit(base + i);   // Arabic-Indic, Persian
    });
    return starts;
  }

  void wide_digit(std::size_t at) {
    const char32_t value = code_point_at(text_, at).value;
    if (value == U'\uFF0B') sink_.sign(at, '+');
    if (digit_value(value) >= 0 && digit_value(code_point_before(text_, at).value) < 0) sink_.digits(at, at);
  }

  /// Where the run of letters and digits around bit `i` begins.
  std::size_t token_of(std::size_t base, std::uint64_t alnum, unsigned i) const {
    const std::uint64_t gaps = ~alnum & ((std::uint64_t{1} << i) - 1);
    if (gaps == 0) return token_open_ ? token_begin_ : base;
    return base + 64 - static_cast<std::size_t>(std::countl_zero(gaps));
  }

  /// Reports the long runs that end in this block and remembers the one that does not.
  void tokens(std::size_t base, std::uint64_t alnum) {
    const std::uint64_t two = alnum & alnum >> 1;
    const std::uint64_t four = two & two >> 2;
    const bool has_eight = (four & four >> 4) != 0;   // half of a long run lies on one side of every block's end
    if (has_eight || (token_open_ && base - token_begin_ >= long_run / 2)) {
      for_each_bit(~alnum & (alnum << 1 | std::uint64_t{token_open_}), [&](unsigned end) {
        token_begin_ = end == 0 ? token_begin_ : token_of(base, alnum, end - 1);
        end_token(base + end);
      });
    }
    const bool open = alnum >> 63;
    if (open) token_begin_ = token_of(base, alnum, 63);
    token_open_ = open;
  }

  void end_token(std::size_t end) {
    if (end - token_begin_ >= long_run) sink_.long_token(token_begin_, end);
    token_open_ = false;
  }

  std::string_view text_;
  const AnchorWords& words_;
  AnchorSink& sink_;
  std::uint64_t word_before_ = 0;
  std::uint64_t digit_before_ = 0;
  std::uint64_t starts_after_wide_ = 0;   // of the next block
  std::size_t token_begin_ = 0;
  bool token_open_ = false;
};

}  // namespace

void visit_anchors(std::string_view text, const AnchorWords& words, AnchorSink& sink) {
  AnchorWalk(text, words, sink).run();
}

}  // namespace loftgate
