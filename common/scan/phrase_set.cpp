// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/phrase_set.h"

#include <glib.h>

#include <utility>

#include "common/scan/utf8.h"

namespace loftgate {

bool is_whole_word(char32_t value) {
  return (value >= 0x3040 && value <= 0x30FF) || (value >= 0x3400 && value <= 0x9FFF) ||
         (value >= 0xAC00 && value <= 0xD7A3);
}

bool is_part_of_word(char32_t value) {
  return is_letter_or_digit(value) || (value > 0x2FF && value < broken_byte && g_unichar_ismark(value));
}

Words::Words(std::string_view text) {
  if (text.size() > longest) text.remove_prefix(text.size() - longest);
  const LowerText lower(text);
  const std::string_view all = lower;
  std::size_t to = 0, begin = 0;
  const auto add = [&](std::size_t at, std::size_t size) {
    if (size == 0) return;
    if (count_ > 0) text_[to++] = ' ';
    begins_[count_] = static_cast<std::uint16_t>(to);
    to += all.copy(&text_[to], size, at);
    ends_[count_++] = static_cast<std::uint16_t>(to);
  };
  for (std::size_t at = 0; at <= all.size();) {
    const CodePoint point = code_point_at(all, at);
    const bool whole_word = is_whole_word(point.value);
    if (point.size == 0 || whole_word || !is_part_of_word(point.value)) {
      add(begin, at - begin);
      if (whole_word) add(at, point.size);
      begin = at + point.size;
    }
    at += std::max<std::size_t>(point.size, 1);
  }
}

PhraseSetRow write_phrases(ImageBuilder& builder, const std::vector<std::string>& phrases) {
  std::vector<std::pair<std::string, std::string>> sorted;   // last word, whole phrase
  for (const std::string& phrase : phrases) {
    const Words words(phrase);
    if (words.size() == 0) continue;
    sorted.emplace_back(words[words.size() - 1], words.first(words.size()));
  }
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<PhraseRow> rows;
  for (const auto& [last, phrase] : sorted) {
    const auto words = 1 + std::count(phrase.begin(), phrase.end(), ' ');
    rows.push_back({builder.put_text(last), builder.put_text(phrase), static_cast<std::uint32_t>(words)});
  }
  return {builder.put(rows)};
}

std::span<const PhraseRow> PhraseSet::ending_with(std::string_view word) const {
  const auto first = std::lower_bound(
      phrases_.begin(), phrases_.end(), word,
      [&](const PhraseRow& row, std::string_view wanted) { return image_.text(row.last_word) < wanted; });
  auto last = first;
  while (last != phrases_.end() && image_.text(last->last_word) == word) ++last;
  return {first, last};
}

bool PhraseSet::begins(const Words& words) const {
  for (std::size_t end = 1; end <= words.size(); ++end) {
    if (any_ending_at(words, end, [end](std::size_t size) { return size == end; })) return true;
  }
  return false;
}

bool PhraseSet::ends_as_words(std::string_view text, std::string_view phrase) {
  if (!text.ends_with(phrase)) return false;
  return text.size() == phrase.size() || text[text.size() - phrase.size() - 1] == ' ';
}

}  // namespace loftgate
