// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/anchor.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace loftgate {

BlockMasks classify_portable(const char* block) {
  BlockMasks masks;
  for (int i = 0; i < 64; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    const unsigned lower = byte | 0x20u;
    const bool digit = byte >= '0' && byte <= '9';
    const bool high = byte >= 0x80;
    const bool letter = !high && lower >= 'a' && lower <= 'z';
    const bool sign = byte == '@' || byte == ':' || byte == '+' || byte == '$';
    masks.word |= static_cast<std::uint64_t>(digit || letter || high) << i;
    masks.digit |= static_cast<std::uint64_t>(digit) << i;
    masks.sign |= static_cast<std::uint64_t>(sign) << i;
    masks.high |= static_cast<std::uint64_t>(high) << i;
  }
  return masks;
}

#if defined(__SSE2__)

namespace {

/// Bytes of first <= byte < first + count. SSE2 compares signed bytes only, so the range is moved down to -128.
__m128i in_range(__m128i bytes, char first, int count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(0x80 + count)));
}

std::uint64_t bits(__m128i bytes, int part) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))) << (16 * part);
}

__m128i equals(__m128i bytes, char sign) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sign)); }

}  // namespace

BlockMasks classify(const char* block) {
  BlockMasks masks;
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * part));
    const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const __m128i letter = in_range(lower, 'a', 26);
    const __m128i digit = in_range(bytes, '0', 10);
    const __m128i sign = _mm_or_si128(_mm_or_si128(equals(bytes, '@'), equals(bytes, ':')),
                                      _mm_or_si128(equals(bytes, '+'), equals(bytes, '$')));
    masks.word |= bits(_mm_or_si128(_mm_or_si128(letter, digit), bytes), part);
    masks.digit |= bits(digit, part);
    masks.sign |= bits(sign, part);
    masks.high |= bits(bytes, part);
  }
  return masks;
}

#elif defined(__aarch64__)

namespace {

/// One bit a byte, out of four vectors of 0x00 and 0xFF: NEON has no movemask, so pairs are added up.
std::uint64_t bits(const uint8x16_t (&bytes)[4]) {
  const uint8x16_t weight = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(vandq_u8(bytes[0], weight), vandq_u8(bytes[1], weight)),
                             vpaddq_u8(vandq_u8(bytes[2], weight), vandq_u8(bytes[3], weight)));
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

uint8x16_t in_range(uint8x16_t bytes, std::uint8_t first, std::uint8_t count) {
  return vcltq_u8(vsubq_u8(bytes, vdupq_n_u8(first)), vdupq_n_u8(count));
}

uint8x16_t equals(uint8x16_t bytes, char sign) { return vceqq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(sign))); }

}  // namespace

BlockMasks classify(const char* block) {
  uint8x16_t word[4], digit[4], sign[4], high[4];
  for (int part = 0; part < 4; ++part) {
    const uint8x16_t bytes = vld1q_u8(reinterpret_cast<const std::uint8_t*>(block) + 16 * part);
    high[part] = vcgeq_u8(bytes, vdupq_n_u8(0x80));
    const uint8x16_t letter = vbicq_u8(in_range(vorrq_u8(bytes, vdupq_n_u8(0x20)), 'a', 26), high[part]);
    digit[part] = in_range(bytes, '0', 10);
    word[part] = vorrq_u8(vorrq_u8(letter, digit[part]), high[part]);
    sign[part] = vorrq_u8(vorrq_u8(equals(bytes, '@'), equals(bytes, ':')),
                          vorrq_u8(equals(bytes, '+'), equals(bytes, '$')));
  }
  return {bits(word), bits(digit), bits(sign), bits(high)};
}

#else

BlockMasks classify(const char* block) { return classify_portable(block); }

#endif

}  // namespace loftgate
