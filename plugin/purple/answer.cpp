// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/answer.h"

#include <utility>

namespace loftgate {
namespace {

/// Takes the first word off `text`, "" at its end.
std::string_view next_word(std::string_view& text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return text = {};
  const auto end = text.find(' ', begin);
  const std::string_view word = text.substr(begin, end == std::string_view::npos ? end : end - begin);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
  return word;
}

constexpr std::pair<std::string_view, Mark> mark_words[] = {
    {"ai", Mark::ai}, {"person", Mark::person}, {"unmark", Mark::none}};

/// A nickname may hold spaces on some networks.
std::string rest_of(std::string_view words) {
  const auto begin = words.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(words.substr(begin, words.find_last_not_of(' ') - begin + 1));
}

Choice read_choice(Act act, std::string_view words) {
  Choice choice;
  choice.act = act;
  for (std::string_view word = next_word(words); !word.empty(); word = next_word(words)) {
    if (const auto remember = remember_named(word)) {
      choice.remember = *remember;
    } else if (word == unrecorded_word) {
      choice.without_record = true;
    } else {
      if (!choice.typed_reader.empty()) choice.typed_reader += ' ';
      choice.typed_reader += word;
    }
  }
  return choice;
}

}  // namespace

std::optional<Answer> read_answer(std::string_view words) {
  const std::string_view first = next_word(words);
  if (first.empty()) return Question::usage;
  if (first == "why") return Question::why;
  if (first == "status") return Question::status;
  if (first == "remember") {
    if (const auto remember = remember_named(next_word(words))) return *remember;
    return std::nullopt;
  }
  for (const auto& [word, mark] : mark_words) {
    if (first == word) return MarkAs{mark, rest_of(words)};
  }
  if (const auto act = act_named(first)) return read_choice(*act, words);
  return std::nullopt;
}

}  // namespace loftgate
