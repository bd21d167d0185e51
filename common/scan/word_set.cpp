// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_set.h"

#include <algorithm>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

bool has_sorted(const std::vector<std::string>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word, std::less<>());
}

bool stands_in(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

WordSet::WordSet(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    std::string lower = lower_case(word);
    const bool open_end = lower.ends_with('*');
    const bool open_begin = lower.starts_with('*');
    if (open_end) lower.pop_back();
    if (open_begin) lower.erase(0, 1);
    (open_begin ? anywhere_ : open_end ? beginnings_ : whole_).push_back(std::move(lower));
  }
  std::sort(whole_.begin(), whole_.end());
  std::sort(beginnings_.begin(), beginnings_.end());
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
  return std::any_of(anywhere_.begin(), anywhere_.end(), [text](const auto& part) { return stands_in(text, part); });
}

bool WordSet::has(std::string_view word) const {
  if (has_sorted(whole_, word)) return true;
  if (beginnings_.empty()) return false;
  for (std::size_t size = word.size(); size > 0; --size) {
    if (has_sorted(beginnings_, word.substr(0, size))) return true;
  }
  return false;
}

}  // namespace loftgate
