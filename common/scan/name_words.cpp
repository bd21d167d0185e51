// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/name_words.h"

#include <utility>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;   // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

unsigned char last_byte(std::string_view word) { return static_cast<unsigned char>(word.back()); }

}  // namespace

std::size_t NameWords::place_of(std::string_view word) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = hash_of(word) & mask;
  while (table_[place].size != 0) {
    const Word& there = table_[place];
    if (there.size == word.size() && std::string_view(letters_).substr(there.begin, there.size) == word) break;
    place = (place + 1) & mask;
  }
  return place;
}

std::uint16_t NameWords::add(std::string_view word, std::uint16_t bits) {
  const std::string lower = lower_case(word);
  if (lower.empty() || lower.size() > 0xFFFF) return 0;
  std::size_t place = place_of(lower);
  if (table_[place].size == 0) {
    if (++count_ * 2 > table_.size()) {
      grow();
      place = place_of(lower);
    }
    table_[place] = {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint16_t>(lower.size()), 0};
    letters_ += lower;
  }
  const auto both = static_cast<std::uint16_t>(table_[place].bits | bits);
  return std::exchange(table_[place].bits, both);
}

void NameWords::grow() {
  const std::vector<Word> old = std::exchange(table_, std::vector<Word>(table_.size() * 2));
  for (const Word& word : old) {
    if (word.size != 0) table_[place_of(std::string_view(letters_).substr(word.begin, word.size))] = word;
  }
}

std::uint16_t NameWords::of(std::string_view word) const {
  return word.empty() ? std::uint16_t{0} : table_[place_of(word)].bits;
}

void NameWords::add_ending(std::string_view ending, std::uint16_t bits) {
  if (ending.empty()) return;
  endings_[last_byte(ending) % endings_.size()].push_back({lower_case(ending), bits});
}

std::uint16_t NameWords::of_ending(std::string_view word) const {
  if (word.empty()) return 0;
  std::uint16_t bits = 0;
  for (const Ending& ending : endings_[last_byte(word) % endings_.size()]) {
    if (word.size() >= ending.text.size() + 3 && word.ends_with(ending.text)) bits |= ending.bits;
  }
  return bits;
}

}  // namespace loftgate
