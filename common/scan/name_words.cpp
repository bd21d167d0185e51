// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/name_words.h"

#include <algorithm>
#include <bit>
#include <span>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;   // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

std::size_t last_byte(std::string_view word) { return static_cast<unsigned char>(word.back()) % 64u; }

}  // namespace

std::uint16_t NameWordsBuilder::add(std::string_view word, std::uint16_t bits) {
  std::string lower = lower_case(word);
  if (lower.empty()) return 0;
  std::uint16_t& there = words_[std::move(lower)];
  return std::exchange(there, static_cast<std::uint16_t>(there | bits));
}

std::uint16_t NameWordsBuilder::of(std::string_view word) const {
  const auto there = words_.find(word);
  return there == words_.end() ? std::uint16_t{0} : there->second;
}

void NameWordsBuilder::add_ending(std::string_view ending, std::uint16_t bits) {
  if (!ending.empty()) endings_.emplace_back(lower_case(ending), bits);
}

NameWordsRow NameWordsBuilder::write(ImageBuilder& image) const {
  NameWordsRow row;
  std::string letters;
  std::vector<NameWordRow> table(std::bit_ceil(2 * words_.size() + 2));
  for (const auto& [word, bits] : words_) {
    std::size_t place = hash_of(word) & (table.size() - 1);
    while (table[place].size != 0) place = (place + 1) & (table.size() - 1);
    table[place] = {static_cast<std::uint32_t>(letters.size()), static_cast<std::uint16_t>(word.size()), bits};
    letters += word;
  }
  auto endings = endings_;
  std::stable_sort(endings.begin(), endings.end(),
                   [](const auto& a, const auto& b) { return last_byte(a.first) < last_byte(b.first); });
  std::vector<NameEndingRow> rows;
  for (const auto& [text, bits] : endings) {
    ++row.first_ending[last_byte(text) + 1];
    rows.push_back({image.put_text(text), bits});
  }
  for (std::size_t i = 1; i < row.first_ending.size(); ++i) {
    row.first_ending[i] = static_cast<std::uint16_t>(row.first_ending[i] + row.first_ending[i - 1]);
  }
  row.letters = image.put_text(letters);
  row.table = image.put(table);
  row.endings = image.put(rows);
  return row;
}

std::uint16_t NameWords::of(std::string_view word) const {
  const std::span<const NameWordRow> table = image_.at(row_.table);
  if (word.empty() || table.empty()) return 0;
  const std::string_view letters = image_.text(row_.letters);
  std::size_t place = hash_of(word) & (table.size() - 1);
  for (; table[place].size != 0; place = (place + 1) & (table.size() - 1)) {
    const NameWordRow& there = table[place];
    if (there.size == word.size() && letters.substr(there.begin, there.size) == word) return there.bits;
  }
  return 0;
}

std::uint16_t NameWords::of_ending(std::string_view word) const {
  if (word.empty()) return 0;
  const std::span<const NameEndingRow> endings = image_.at(row_.endings);
  std::uint16_t bits = 0;
  for (std::size_t i = row_.first_ending[last_byte(word)]; i < row_.first_ending[last_byte(word) + 1]; ++i) {
    const std::string_view text = image_.text(endings[i].text);
    if (word.size() >= text.size() + 3 && word.ends_with(text)) bits |= static_cast<std::uint16_t>(endings[i].bits);
  }
  return bits;
}

}  // namespace loftgate
