// SPDX-License-Identifier: GPL-2.0-or-later
#include <glib.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/scan/anchor.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t bits_a_word = 16;      // in the table of bits: one place in sixteen is looked at in vain
constexpr std::uint32_t least_log2_bits = 12;
constexpr std::uint32_t bits_a_bucket = 4;   // log2

char folded_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

int log2_above(std::size_t count) { return static_cast<int>(std::bit_width(count)); }

}  // namespace

void AnchorWordsBuilder::add(std::string_view word, std::uint16_t detector, std::uint32_t item) {
  const std::string lower = lower_case(word);
  add_form(lower, detector, item);
  if (std::all_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  std::string upper, title;
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint point = code_point_at(lower, at);
    if (point.value >= broken_byte) return;
    append_utf8(upper, g_unichar_toupper(point.value));
    append_utf8(title, at == 0 ? g_unichar_toupper(point.value) : point.value);
    at += point.size;
  }
  // ASCII letters are compared in lower case, so the forms keep only what is beyond ASCII.
  for (std::string* form : {&upper, &title}) {
    for (char& c : *form) c = folded_letter(c);
  }
  if (title != lower) add_form(title, detector, item);
  if (upper != lower && upper != title) add_form(upper, detector, item);
}

void AnchorWordsBuilder::add_form(std::string text, std::uint16_t detector, std::uint32_t item) {
  words_.push_back({std::move(text), detector, item});
}

AnchorWordsRow AnchorWordsBuilder::write(ImageBuilder& image) const {
  const auto table = [&](std::uint32_t bytes, std::size_t least, std::size_t most) {
    std::vector<std::pair<std::uint64_t, const Word*>> hashed;
    for (const Word& word : words_) {
      if (word.text.size() < least || word.text.size() > most) continue;
      const std::string padded = word.text + std::string(8, '\0');
      hashed.emplace_back(
          AnchorWords::hash_of(AnchorWords::folded(padded.data()), static_cast<int>(64 - 8 * bytes)), &word);
    }
    std::stable_sort(hashed.begin(), hashed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::uint32_t log2_bits =
        std::max(least_log2_bits, static_cast<std::uint32_t>(log2_above(hashed.size() * bits_a_word)));
    std::vector<std::uint64_t> bits((std::size_t{1} << log2_bits) / 64);
    std::vector<std::uint32_t> first((std::size_t{1} << (log2_bits - bits_a_bucket)) + 1);
    std::vector<AnchorWordRow> rows;
    for (const auto& [hash, word] : hashed) {
      const std::uint64_t bit = hash >> (64 - log2_bits);
      bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
      ++first[(bit >> bits_a_bucket) + 1];
      const TextRun text = image.put_text(word->text);
      rows.push_back({text.at, static_cast<std::uint16_t>(text.count), word->detector, word->item});
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    return AnchorTable{image.put(bits), image.put(first), image.put(rows), bytes, log2_bits};
  };
  return {table(3, 3, 3), table(4, 4, 5), table(6, 6, 0xFFFF)};
}

AnchorWords::Table::Table(const Image& image, const AnchorTable& table)
    : bits_(image.at(table.bits).data()),
      first_(image.at(table.first).data()),
      words_(image.at(table.words).data()),
      byte_shift_(static_cast<int>(64 - 8 * table.bytes)),
      bit_shift_(static_cast<int>(64 - table.log2_bits)),
      bucket_shift_(static_cast<int>(64 - table.log2_bits + bits_a_bucket)) {}

AnchorWords::AnchorWords(const Image& image, const AnchorWordsRow& row)
    : image_(image), three_(image, row.three), four_(image, row.four), six_(image, row.six) {}

bool AnchorWords::stands_at(std::string_view word, std::string_view rest) {
  if (rest.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), rest.begin(),
                    [](char expected, char found) { return expected == folded_letter(found); });
}

}  // namespace loftgate
