// SPDX-License-Identifier: GPL-2.0-or-later
// Tells for 64 bytes at a time what kind of character stands at each.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace loftgate {

/// What stands at each of 64 bytes: bit i is byte i.
struct BlockMasks {
  std::uint64_t word = 0;    ///< ASCII letter or digit, or part of a character beyond ASCII
  std::uint64_t digit = 0;   ///< 0-9
  std::uint64_t sign = 0;    ///< @ : + $
  std::uint64_t high = 0;    ///< part of a character beyond ASCII
};

/// The first bytes of the characters beyond ASCII that scans tell apart. Bit i is byte i.
struct WideMasks {
  std::uint64_t ideograph = 0;    ///< U+3000 to U+9FFF, which are written without spaces
  std::uint64_t full_width = 0;   ///< U+F000 to U+FFFF
  std::uint64_t arabic = 0;       ///< U+0640 to U+067F and U+06C0 to U+06FF, with the digits of Arabic and Persian
};

/// The masks of 64 bytes in plain code, on every machine.
inline BlockMasks classify_portable(const char* block) {
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

inline WideMasks classify_wide_portable(const char* block) {
  WideMasks masks;
  for (int i = 0; i < 64; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    masks.ideograph |= static_cast<std::uint64_t>(byte >= 0xE3 && byte <= 0xE9) << i;
    masks.full_width |= static_cast<std::uint64_t>(byte == 0xEF) << i;
    masks.arabic |= static_cast<std::uint64_t>(byte == 0xD9 || byte == 0xDB) << i;
  }
  return masks;
}

#if defined(__SSE2__)

namespace classify_detail {

/// Bytes of first <= byte < first + count. SSE2 compares signed bytes only, so the range is moved down to -128.
inline __m128i in_range(__m128i bytes, char first, int count) {
  const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first)));
  return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(0x80 + count)));
}

inline std::uint64_t bits(__m128i bytes, int part) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(bytes))) << (16 * part);
}

inline __m128i equals(__m128i bytes, char sign) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(sign)); }

}  // namespace classify_detail

/// The masks of exactly 64 bytes. SSE2 on amd64, NEON on arm64, plain code elsewhere.
inline BlockMasks classify(const char* block) {
  using namespace classify_detail;
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

/// The same for the characters beyond ASCII.
inline WideMasks classify_wide(const char* block) {
  using namespace classify_detail;
  WideMasks masks;
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * part));
    masks.ideograph |= bits(in_range(bytes, static_cast<char>(0xE3), 7), part);
    masks.full_width |= bits(equals(bytes, static_cast<char>(0xEF)), part);
    masks.arabic |= bits(_mm_or_si128(equals(bytes, static_cast<char>(0xD9)), equals(bytes, static_cast<char>(0xDB))), part);
  }
  return masks;
}

#elif defined(__aarch64__)

namespace classify_detail {

/// One bit a byte, out of four vectors of 0x00 and 0xFF: NEON has no movemask, so pairs are added up.
inline std::uint64_t bits(const uint8x16_t (&bytes)[4]) {
  const uint8x16_t weight = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(vandq_u8(bytes[0], weight), vandq_u8(bytes[1], weight)),
                             vpaddq_u8(vandq_u8(bytes[2], weight), vandq_u8(bytes[3], weight)));
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

inline uint8x16_t in_range(uint8x16_t bytes, std::uint8_t first, std::uint8_t count) {
  return vcltq_u8(vsubq_u8(bytes, vdupq_n_u8(first)), vdupq_n_u8(count));
}

inline uint8x16_t equals(uint8x16_t bytes, char sign) { return vceqq_u8(bytes, vdupq_n_u8(static_cast<std::uint8_t>(sign))); }

}  // namespace classify_detail

/// The masks of exactly 64 bytes, with NEON.
inline BlockMasks classify(const char* block) {
  using namespace classify_detail;
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

/// The same for the characters beyond ASCII.
inline WideMasks classify_wide(const char* block) {
  using namespace classify_detail;
  uint8x16_t ideograph[4], full_width[4], arabic[4];
  for (int part = 0; part < 4; ++part) {
    const uint8x16_t bytes = vld1q_u8(reinterpret_cast<const std::uint8_t*>(block) + 16 * part);
    ideograph[part] = in_range(bytes, 0xE3, 7);
    full_width[part] = equals(bytes, static_cast<char>(0xEF));
    arabic[part] = vorrq_u8(equals(bytes, static_cast<char>(0xD9)), equals(bytes, static_cast<char>(0xDB)));
  }
  return {bits(ideograph), bits(full_width), bits(arabic)};
}

#else

inline WideMasks classify_wide(const char* block) { return classify_wide_portable(block); }

inline BlockMasks classify(const char* block) { return classify_portable(block); }

#endif

}  // namespace loftgate
