// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_set.h"

#include <algorithm>
#include <iterator>

#include "common/scan/utf8.h"

namespace loftgate {

namespace {

/// Most words of ordinary text are told apart from those of a set by their first two bytes.
std::uint32_t hash_of_first(std::string_view word) {
  const auto second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0u;
  return (static_cast<unsigned char>(word[0]) * 31u + second) % 256;
}

void add_first(WordSetRow& row, std::uint32_t hash) { row.firsts[hash / 32] |= std::uint32_t{1} << (hash % 32); }

bool has_first(const WordSetRow& row, std::string_view word) {
  const std::uint32_t hash = hash_of_first(word);
  return (row.firsts[hash / 32] >> (hash % 32)) & 1;
}

}  // namespace

Run<TextRun> write_sorted(ImageBuilder& builder, std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::vector<TextRun> runs;
  for (const std::string& text : texts) runs.push_back(builder.put_text(text));
  return builder.put(runs);
}

WordSetRow write_word_set(ImageBuilder& builder, const std::vector<std::string>& words) {
  std::vector<std::string> whole, beginnings, anywhere;
  for (const std::string& word : words) {
    std::string lower = lower_case(word);
    const bool open_end = lower.ends_with('*');
    if (open_end) lower.pop_back();
    const bool open_begin = lower.starts_with('*');
    if (open_begin) lower.erase(0, 1);
    if (lower.empty()) continue;
    (open_begin ? anywhere : open_end ? beginnings : whole).push_back(std::move(lower));
  }
  // What begins with a shorter beginning is found by that one.
  std::sort(beginnings.begin(), beginnings.end());
  std::vector<std::string> shortest;
  for (std::string& beginning : beginnings) {
    if (shortest.empty() || !beginning.starts_with(shortest.back())) shortest.push_back(std::move(beginning));
  }
  WordSetRow row;
  for (const std::string& word : whole) add_first(row, hash_of_first(word));
  for (const std::string& beginning : shortest) {
    if (beginning.size() > 1) add_first(row, hash_of_first(beginning));
    else row.firsts.fill(~std::uint32_t{0});   // any second byte may follow
  }
  row.whole = write_sorted(builder, std::move(whole));
  row.beginnings = write_sorted(builder, std::move(shortest));
  row.anywhere = write_sorted(builder, std::move(anywhere));
  return row;
}

namespace {

auto first_behind(const Image& image, std::span<const TextRun> sorted, std::string_view text) {
  return std::upper_bound(sorted.begin(), sorted.end(), text,
                          [&](std::string_view wanted, TextRun run) { return wanted < image.text(run); });
}

}  // namespace

bool has_text(const Image& image, Run<TextRun> sorted, std::string_view text) {
  const std::span<const TextRun> texts = image.at(sorted);
  const auto behind = first_behind(image, texts, text);
  return behind != texts.begin() && image.text(*std::prev(behind)) == text;
}

bool WordSet::in(std::string_view text) const {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.size == 0 || !is_letter_or_digit(point.value)) {
      if (at > begin && has(text.substr(begin, at - begin))) return true;
      begin = at + point.size;
    }
    at += std::max<std::size_t>(point.size, 1);
  }
  return anywhere_in(text);
}

bool WordSet::anywhere_in(std::string_view text) const {
  const std::span<const TextRun> anywhere = image_.at(row_.anywhere);
  return std::any_of(anywhere.begin(), anywhere.end(),
                     [&](TextRun word) { return text.find(image_.text(word)) != std::string_view::npos; });
}

bool WordSet::has(std::string_view word) const {
  if (word.empty() || !has_first(row_, word)) return false;
  if (has_text(image_, row_.whole, word)) return true;
  // The only beginning that can fit is the last one that is not behind the word.
  const std::span<const TextRun> beginnings = image_.at(row_.beginnings);
  const auto behind = first_behind(image_, beginnings, word);
  return behind != beginnings.begin() && word.starts_with(image_.text(*std::prev(behind)));
}

}  // namespace loftgate
