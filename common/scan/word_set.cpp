// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/word_set.h"

#include <algorithm>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

unsigned char first_byte(std::string_view text) { return static_cast<unsigned char>(text.front()); }

}  // namespace

WordSet::WordSet(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    std::string lower = lower_case(word);
    const bool open_end = lower.ends_with('*');
    if (open_end) lower.pop_back();
    const bool open_begin = lower.starts_with('*');
    if (open_begin) lower.erase(0, 1);
    if (lower.empty()) continue;
    has_anywhere_ = has_anywhere_ || open_begin;
    words_.push_back({std::move(lower), open_begin ? Kind::anywhere : open_end ? Kind::beginning : Kind::whole});
  }
  const auto by_first_byte = [](const Word& a, const Word& b) { return first_byte(a.text) < first_byte(b.text); };
  std::stable_sort(words_.begin(), words_.end(), by_first_byte);
  for (const Word& word : words_) ++begin_[first_byte(word.text) + 1u];
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] = static_cast<std::uint16_t>(begin_[i] + begin_[i - 1]);
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
  if (!has_anywhere_) return false;
  for (; !text.empty(); text.remove_prefix(1)) {
    const auto stands = [text](const Word& word) { return word.kind == Kind::anywhere && text.starts_with(word.text); };
    if (any_like(text, stands)) return true;
  }
  return false;
}

bool WordSet::has(std::string_view word) const {
  if (word.empty()) return false;
  return any_like(word, [word](const Word& known) {
    return known.kind == Kind::whole ? word == known.text
                                     : known.kind == Kind::beginning && word.starts_with(known.text);
  });
}

}  // namespace loftgate
