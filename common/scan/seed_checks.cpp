// SPDX-License-Identifier: GPL-2.0-or-later
// Seed phrases of wallets: 12 to 24 words of one list, the last of which carries a checksum (BIP-39,
// https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki).
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <glib.h>

#include "common/scan/bip39_words.h"
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr std::size_t word_count = 2048;
constexpr std::size_t fewest_words = 12, most_words = 24;
constexpr int no_word = -1;

/// A word of up to eight letters as a number that sorts like the word; 0 if it has other signs or is longer.
constexpr std::uint64_t packed(std::string_view word) {
  if (word.size() < 3 || word.size() > 8) return 0;
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    char c = i < word.size() ? word[i] : '\0';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    letters = letters << 8 | static_cast<unsigned char>(c);
  }
  return letters;
}

constexpr std::array<std::uint64_t, word_count> packed_words() {
  std::array<std::uint64_t, word_count> all{};
  std::size_t begin = 0;
  for (std::uint64_t& word : all) {
    const std::size_t end = bip39_words.find(' ', begin);
    word = packed(bip39_words.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

constexpr std::array<std::uint64_t, word_count> list = packed_words();
static_assert(std::is_sorted(list.begin(), list.end()) && list.back() == packed("zoo"));

/// The number of a word in the list, or no_word.
int index_of(std::string_view word) {
  const std::uint64_t wanted = packed(word);
  const auto found = std::lower_bound(list.begin(), list.end(), wanted);
  return found != list.end() && *found == wanted ? static_cast<int>(found - list.begin()) : no_word;
}

/// What may stand between two words of a phrase: spaces, commas, line breaks, and their numbers ("2. zebra").
bool is_gap(char c) { return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '\t' || c == '.' || c == ')' || g_ascii_isdigit(c); }

constexpr std::size_t longest_gap = 6;

bool parts_words(std::string_view gap) {
  return !gap.empty() && gap.size() <= longest_gap && gap.find_first_of(" ,\n\t") != std::string_view::npos &&
         std::all_of(gap.begin(), gap.end(), is_gap);
}

std::size_t word_begin(std::string_view text, std::size_t end) {
  while (end > 0 && g_ascii_isalpha(text[end - 1])) --end;
  return end;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  while (begin < text.size() && g_ascii_isalpha(text[begin])) ++begin;
  return begin;
}

/// A run of words of the list.
struct Run {
  std::array<std::uint16_t, most_words> words{};
  std::array<Span, most_words> spans{};
  std::size_t size = 0;
};

/// Whether `count` words from `first` on carry the right checksum.
bool has_checksum(const Run& run, std::size_t first, std::size_t count) {
  std::array<guint8, 33> bytes{};   // 24 words are 264 bits
  std::size_t bit = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (int b = 10; b >= 0; --b, ++bit) {
      if (run.words[first + i] >> b & 1) bytes[bit / 8] = static_cast<guint8>(bytes[bit / 8] | 0x80 >> bit % 8);
    }
  }
  const std::size_t sum_bits = count / 3, data = (count * 11 - sum_bits) / 8;
  std::array<guint8, 32> digest{};
  gsize size = digest.size();
  GChecksum* checksum = g_checksum_new(G_CHECKSUM_SHA256);
  g_checksum_update(checksum, bytes.data(), static_cast<gssize>(data));
  g_checksum_get_digest(checksum, digest.data(), &size);
  g_checksum_free(checksum);
  const int shift = static_cast<int>(8 - sum_bits);
  return digest[0] >> shift == bytes[data] >> shift;
}

/// The run around the word that begins at `at`; empty if that is none.
Run run_around(std::string_view text, std::size_t at) {
  std::size_t begin = at, words_before = 0;
  while (words_before < most_words - 1) {
    std::size_t gap = begin;
    while (gap > 0 && begin - gap < longest_gap && is_gap(text[gap - 1])) --gap;
    const std::size_t previous = word_begin(text, gap);
    if (!parts_words(text.substr(gap, begin - gap)) || index_of(text.substr(previous, gap - previous)) == no_word) break;
    begin = previous;
    ++words_before;
  }
  Run run;
  while (run.size < most_words) {
    const std::size_t end = word_end(text, begin);
    const int word = index_of(text.substr(begin, end - begin));
    if (word == no_word) break;
    run.words[run.size] = static_cast<std::uint16_t>(word);
    run.spans[run.size++] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::size_t next = end;
    while (next < text.size() && next - end < longest_gap && is_gap(text[next])) ++next;
    if (!parts_words(text.substr(end, next - end))) break;
    begin = next;
  }
  return run;
}

}  // namespace

Likelihood check_seed_phrase(Candidate& candidate) {
  const Run run = run_around(candidate.text, candidate.span.begin);
  if (run.size < fewest_words) return Likelihood::none;
  for (std::size_t count = run.size - run.size % 3; count >= fewest_words; count -= 3) {
    for (std::size_t first = 0; first + count <= run.size; ++first) {
      if (!has_checksum(run, first, count)) continue;
      candidate.span = {run.spans[first].begin, run.spans[first + count - 1].end};
      return Likelihood::strong;
    }
  }
  // Mistyped or of another list of the same words: a secret only if the words around say so.
  candidate.span = {run.spans[0].begin, run.spans[run.size - 1].end};
  return Likelihood::weak;
}

}  // namespace loftgate
