// SPDX-License-Identifier: GPL-2.0-or-later
#include <glib.h>

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#include "common/scan/anchor_words.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t long_word = 6;   // bytes

char folded_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

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
  struct Hashed {
    std::uint64_t hash;
    std::uint64_t bytes;   // the first eight
    const Word* word;
  };
  const auto hashed = [&](bool are_long, std::uint64_t (*hash)(std::uint64_t)) {
    std::vector<Hashed> all;
    for (const Word& word : words_) {
      if ((word.text.size() >= long_word) != are_long) continue;
      const std::string padded = word.text + std::string(8, '\0');
      const std::uint64_t bytes = AnchorWords::folded(padded.data());
      all.push_back({hash(bytes), bytes, &word});
    }
    std::stable_sort(all.begin(), all.end(), [](const Hashed& a, const Hashed& b) { return a.hash < b.hash; });
    return all;
  };
  const auto write_buckets = [&](const std::vector<Hashed>& words, int log2_buckets, AnchorTable& table) {
    std::vector<std::uint16_t> first((std::size_t{1} << log2_buckets) + 1);
    std::vector<AnchorWordRow> rows;
    for (const Hashed& entry : words) {
      ++first[(entry.hash >> (64 - log2_buckets)) + 1];
      const TextRun text = image.put_text(entry.word->text);
      rows.push_back({text.at, static_cast<std::uint16_t>(text.count), entry.word->detector, entry.word->item});
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] = static_cast<std::uint16_t>(first[i] + first[i - 1]);
    table.first = image.put(first);
    table.words = image.put(rows);
  };

  AnchorWordsRow row;
  const std::vector<Hashed> long_words = hashed(true, AnchorWords::hash_of_six);
  std::vector<std::uint64_t> long_bits((std::size_t{1} << AnchorWords::log2_long_bits) / 64);
  for (const Hashed& entry : long_words) {
    const std::uint64_t bit = entry.hash >> (64 - AnchorWords::log2_long_bits);
    long_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  row.long_words.bits = image.put(long_bits);
  write_buckets(long_words, AnchorWords::log2_long_buckets, row.long_words);

  const std::vector<Hashed> short_words = hashed(false, AnchorWords::hash_of_three);
  std::vector<std::uint64_t> short_bits(std::size_t{1} << AnchorWords::log2_short_buckets);
  for (const Hashed& entry : short_words) {
    const bool any_fourth = entry.word->text.size() == shortest;
    short_bits[entry.hash >> (64 - AnchorWords::log2_short_buckets)] |=
        any_fourth ? ~std::uint64_t{0} : std::uint64_t{1} << AnchorWords::bit_of_fourth(entry.bytes);
  }
  row.short_words.bits = image.put(short_bits);
  write_buckets(short_words, AnchorWords::log2_short_buckets, row.short_words);
  return row;
}

AnchorWords::AnchorWords(const Image& image, const AnchorWordsRow& row) : image_(image) {
  const auto table = [&](const AnchorTable& from) {
    return Table{image.at(from.bits).data(), image.at(from.first).data(), image.at(from.words).data()};
  };
  long_ = table(row.long_words);
  short_ = table(row.short_words);
}

bool AnchorWords::stands_at(std::string_view word, std::string_view rest) {
  if (rest.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), rest.begin(),
                    [](char expected, char found) { return expected == folded_letter(found); });
}

}  // namespace loftgate
