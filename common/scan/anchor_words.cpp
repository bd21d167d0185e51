// SPDX-License-Identifier: GPL-2.0-or-later
#include <glib.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/scan/anchor_words.h"
#include "common/scan/utf8.h"

namespace loftgate {
void AnchorWordsBuilder::add(std::string_view word, std::uint16_t detector, std::uint16_t item, bool whole) {
  const auto add_form = [&](std::string text) {
    const bool cut = text.size() > longest;
    if (cut) text.resize(longest);
    words_.push_back({std::move(text), detector, item, whole && !cut});
  };
  const std::string lower = lower_case(word);
  add_form(lower);
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
    for (char& c : *form) c = AnchorWords::folded_letter(c);
  }
  if (title != lower) add_form(title);
  if (upper != lower && upper != title) add_form(upper);
}

AnchorWordsRow AnchorWordsBuilder::write(ImageBuilder& image) const {
  const auto write_table = [&]<int bytes, int log2_bits>(const AnchorWords::Table<bytes, log2_bits>*, std::size_t most) {
    using Table = AnchorWords::Table<bytes, log2_bits>;
    std::vector<std::pair<std::uint64_t, const Word*>> hashed;
    for (const Word& word : words_) {
      if (word.text.size() < bytes || word.text.size() > most) continue;
      const std::string padded = word.text + std::string(8, '\0');
      hashed.emplace_back(Table::hash(AnchorWords::folded(padded.data())), &word);
    }
    std::stable_sort(hashed.begin(), hashed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::uint64_t> bits((std::size_t{1} << log2_bits) / 64);
    std::vector<std::uint16_t> first((std::size_t{1} << Table::log2_buckets) + 1);
    std::vector<AnchorWordRow> rows;
    for (const auto& [hash, word] : hashed) {
      bits[Table::bit(hash) / 64] |= std::uint64_t{1} << (Table::bit(hash) % 64);
      ++first[Table::bucket(hash) + 1];
      const TextRun text = image.put_text(word->text);
      rows.push_back({text.at, Table::tag(hash), static_cast<std::uint8_t>(text.count), word->whole, word->detector, word->item});
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] = static_cast<std::uint16_t>(first[i] + first[i - 1]);
    return AnchorTable{image.put(bits), image.put(first), image.put(rows)};
  };
  return {write_table(static_cast<decltype(AnchorWords::three_)*>(nullptr), 3),
          write_table(static_cast<decltype(AnchorWords::four_)*>(nullptr), 5),
          write_table(static_cast<decltype(AnchorWords::six_)*>(nullptr), 0xFFFF)};
}

bool AnchorWords::stands_at(std::string_view word, std::string_view rest) {
  return std::equal(word.begin(), word.end(), rest.begin(),
                    [](char expected, char found) { return expected == folded_letter(found); });
}

}  // namespace loftgate
