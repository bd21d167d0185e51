// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/topics.h"

#include <algorithm>

#include "common/scan/anchor.h"
#include "common/scan/record_tree.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t reach_before = 96;   // bytes in which the person and the link must stand
constexpr std::size_t reach_after = 40;
constexpr std::size_t most_fillers = 4;

PhraseSet phrases(RecordTree& table, std::string_view key) {
  PhraseSet found;
  for (const std::string& text : table.texts(key)) found.add(words_of(text));
  return found;
}

/// "my" and "our" before "sister" and "brother" make four persons.
void add_relatives(RecordTree& table, PhraseSet& persons) {
  const std::vector<std::string> relatives = table.texts("relatives");
  for (const std::string& owner : table.texts("owners")) {
    for (const std::string& relative : relatives) persons.add(words_of(owner + " " + relative));
  }
}

std::vector<std::string> terms(RecordTree& table, std::string_view key) {
  std::vector<std::string> found = table.texts(key);
  for (const std::string& term : found) {
    if (term.size() < AnchorWords::shortest + (term.ends_with('*') ? 1 : 0)) {
      table.fail(key, "must hold terms of at least 3 bytes");
    }
  }
  return found;
}

TopicLanguage read_language(RecordTree& table) {
  TopicLanguage language;
  language.code = table.text("code");
  language.conditions = terms(table, "conditions");
  language.states = terms(table, "states");
  language.persons = phrases(table, "persons");
  add_relatives(table, language.persons);
  language.has = phrases(table, "has");
  language.is = phrases(table, "is");
  language.has_alone = phrases(table, "has_alone");
  language.is_alone = phrases(table, "is_alone");
  language.fillers = WordSet(table.texts("fillers"));
  language.unless = WordSet(table.texts("unless"));
  return language;
}

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ';' || c == '\n' || c == U'。' || c == U'！' || c == U'？';
}

/// The part of the sentence before `at`, from the beginning of a word on.
std::string_view sentence_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  std::size_t word = at;
  while (begin > 0 && at - begin < reach_before) {
    const CodePoint point = code_point_before(text, begin);
    if (ends_sentence(point.value)) return text.substr(begin, at - begin);
    begin -= point.size;
    if (!is_letter_or_digit(point.value)) word = begin;
  }
  return text.substr(begin == 0 ? 0 : word, at - (begin == 0 ? 0 : word));
}

std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_letter_or_digit(code_point_before(text, end).value)) --end;
  std::size_t begin = end;
  while (begin > 0 && is_letter_or_digit(code_point_before(text, begin).value)) {
    begin -= code_point_before(text, begin).size;
  }
  return text.substr(begin, end - begin);
}

std::string_view sentence_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < reach_after) {
    const CodePoint point = code_point_at(text, end);
    if (ends_sentence(point.value)) break;
    end += point.size;
  }
  return text.substr(at, end - at);
}

/// Reads the words before a term from right to left.
class CueReader {
 public:
  CueReader(const TopicLanguage& language, const Phrase& before) : language_(language), before_(before) {}

  /// True if the words end with a person and one of the links, or with a link that needs no person.
  bool said(const PhraseSet& links, const PhraseSet& links_alone) const {
    return after_fillers(before_.size(), [&](std::size_t end) {
      const auto behind_a_person = [&](std::size_t size) { return person_ends(end - size); };
      return links_alone.any_ending_at(before_, end, always) || links.any_ending_at(before_, end, behind_a_person);
    });
  }

  /// Languages that put the verb last: "dass ich Depressionen habe".
  bool said_behind(const PhraseSet& links, std::string_view after) const {
    return person_ends(before_.size()) && links.begins(words_of(after));
  }

 private:
  static bool always(std::size_t) { return true; }

  /// True if `holds` does at `end` or at a place that only fillers part from it. A filler may also begin a link.
  template <class Holds>
  bool after_fillers(std::size_t end, Holds holds) const {
    for (std::size_t skipped = 0;; ++skipped, --end) {
      if (holds(end)) return true;
      if (skipped == most_fillers || end == 0 || !language_.fillers.has(before_[end - 1])) return false;
    }
  }

  bool person_ends(std::size_t end) const {
    return after_fillers(end, [&](std::size_t at) { return language_.persons.any_ending_at(before_, at, always); });
  }

  const TopicLanguage& language_;
  const Phrase& before_;
};

}  // namespace

Result<Topic> read_topic(const RecordFile& file) {
  Result<RecordTree> record = RecordTree::parse(file);
  if (!record) return record.error();
  Topic topic;
  topic.detector = read_common_fields(*record, file);
  for (RecordTree& table : record->tables("language")) topic.languages.push_back(read_language(table));
  if (topic.languages.empty()) record->fail("language", "is missing; give the topic at least one [[language]]");
  if (std::optional<Error> problem = record->problem()) return *std::move(problem);
  return topic;
}

TopicMatcher::TopicMatcher(Topic topic) : topic_(std::move(topic)) {
  for (std::size_t i = 0; i < topic_.languages.size(); ++i) {
    for (const bool state : {false, true}) {
      for (std::string text : state ? topic_.languages[i].states : topic_.languages[i].conditions) {
        const bool open_end = text.ends_with('*');
        if (open_end) text.pop_back();
        terms_.push_back({std::move(text), i, open_end, state});
      }
    }
  }
}

std::optional<Finding> TopicMatcher::match(std::string_view text, std::size_t at, std::size_t term_number) const {
  const Term& term = terms_[term_number];
  const TopicLanguage& language = topic_.languages[term.language];
  if (is_letter_or_digit(code_point_before(text, at).value)) return std::nullopt;
  std::size_t end = at + term.text.size();
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (!is_letter_or_digit(next.value)) break;
    if (!term.open_end || end - at > reach_before) return std::nullopt;
    end += next.size;
  }
  const std::string_view before = sentence_before(text, at);
  const PhraseSet& links = term.state ? language.is : language.has;
  const PhraseSet& links_alone = term.state ? language.is_alone : language.has_alone;
  // Most terms stand alone: the word before them tells, at little cost.
  const std::string nearest = lower_case(last_word(before));
  if (!language.fillers.has(nearest) && !links.any_ends_with(nearest) && !links_alone.any_ends_with(nearest) &&
      !language.persons.any_ends_with(nearest)) {
    return std::nullopt;
  }
  const std::string_view after = sentence_after(text, end);
  const Phrase words_before = words_of(before);
  const CueReader cues(language, words_before);
  if (!cues.said(links, links_alone) && !cues.said_behind(links, after)) return std::nullopt;
  if (language.unless.in(lower_case(before)) || language.unless.in(lower_case(after))) return std::nullopt;
  return Finding{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, topic_.detector.type,
                 topic_.detector.severity, static_cast<std::uint8_t>(topic_.detector.confidence), 0};
}

}  // namespace loftgate
