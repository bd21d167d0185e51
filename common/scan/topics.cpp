// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/topics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/scan/anchor.h"
#include "common/scan/record_tree.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t reach_before = 96;   // bytes in which the person and the link must stand
constexpr std::size_t reach_after = 40;
constexpr std::size_t most_fillers = 6;

using Texts = std::vector<std::string> TopicLanguage::*;
constexpr std::array<std::pair<std::string_view, Texts>, 12> cue_lists = {{
    {"persons", &TopicLanguage::persons},
    {"owners", &TopicLanguage::owners},
    {"relatives", &TopicLanguage::relatives},
    {"titles", &TopicLanguage::titles},
    {"has", &TopicLanguage::has},
    {"is", &TopicLanguage::is},
    {"has_alone", &TopicLanguage::has_alone},
    {"is_alone", &TopicLanguage::is_alone},
    {"after_alone", &TopicLanguage::after_alone},
    {"negations", &TopicLanguage::negations},
    {"fillers", &TopicLanguage::fillers},
    {"unless", &TopicLanguage::unless},
}};

PhraseSet phrases(const std::vector<std::string>& texts) {
  PhraseSet found;
  for (const std::string& text : texts) found.add(words_of(text));
  return found;
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

/// What people.toml and topics have in common.
TopicLanguage read_cues(RecordTree& table) {
  TopicLanguage language;
  language.code = table.text("code");
  for (const auto& [key, texts] : cue_lists) language.*texts = table.texts(key);
  language.bare = table.flag_or("bare", false);
  return language;
}

TopicLanguage read_language(RecordTree& table) {
  TopicLanguage language = read_cues(table);
  language.conditions = terms(table, "conditions");
  language.states = terms(table, "states");
  language.acts = terms(table, "acts");
  language.told = terms(table, "told");
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
    if (!is_part_of_word(point.value) || is_whole_word(point.value)) word = begin;
  }
  return text.substr(begin == 0 ? 0 : word, at - (begin == 0 ? 0 : word));
}

std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_part_of_word(code_point_before(text, end).value)) --end;
  std::size_t begin = end;
  while (begin > 0) {
    const CodePoint point = code_point_before(text, begin);
    if (!is_part_of_word(point.value) || (is_whole_word(point.value) && begin < end)) break;
    begin -= point.size;
    if (is_whole_word(point.value)) break;
  }
  return text.substr(begin, end - begin);
}

/// True if a word may begin or end between the characters.
bool parts_words(char32_t before, char32_t after) {
  return !is_part_of_word(before) || !is_part_of_word(after) || is_whole_word(before) || is_whole_word(after);
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

}  // namespace

TopicMatcher::Language::Language(const TopicLanguage& words)
    : persons(phrases(words.persons)),
      owners(phrases(words.owners)),
      relatives(phrases(words.relatives)),
      titles(phrases(words.titles)),
      has(phrases(words.has)),
      is(phrases(words.is)),
      has_alone(phrases(words.has_alone)),
      is_alone(phrases(words.is_alone)),
      after_alone(phrases(words.after_alone)),
      negations(phrases(words.negations)),
      fillers(words.fillers),
      unless(words.unless),
      bare(words.bare) {}

/// Reads the words before a term from right to left.
class TopicMatcher::CueReader {
 public:
  CueReader(const Language& language, const Phrase& before) : language_(language), before_(before) {}

  /// True if the words end with a person and one of the links, or with a link that needs no person.
  bool said(const PhraseSet& links, const PhraseSet& links_alone) const {
    return after_fillers(before_.size(), [&](std::size_t end) {
      const auto behind_a_person = [&](std::size_t size) { return person_ends(end - size); };
      const auto affirmed = [&](std::size_t size) { return !language_.negations.any_ending_at(before_, end - size, always); };
      return links_alone.any_ending_at(before_, end, affirmed) || links.any_ending_at(before_, end, behind_a_person);
    });
  }

  /// Languages that put the verb last: "dass ich Depressionen habe".
  bool said_behind(const PhraseSet& links, const Phrase& after) const { return person_last() && links.begins(after); }

  /// True if the words end with a person.
  bool person_last() const { return person_ends(before_.size()); }

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
    return after_fillers(end, [&](std::size_t at) {
      const auto owned = [&](std::size_t size) {
        const auto owner_ends = [&](std::size_t place) { return language_.owners.any_ending_at(before_, place, always); };
        return after_fillers(at - size, owner_ends);
      };
      return language_.persons.any_ending_at(before_, at, always) ||
             language_.relatives.any_ending_at(before_, at, owned) ||
             (at > 1 && language_.titles.any_ending_at(before_, at - 1, always));
    });
  }

  const Language& language_;
  const Phrase& before_;
};

bool is_people_record(const RecordFile& file) {
  return file.name == "people.toml" || file.name.ends_with("/people.toml");
}

Result<std::vector<TopicLanguage>> read_people(const RecordFile& file) {
  Result<RecordTree> record = RecordTree::parse(file);
  if (!record) return record.error();
  record->text("id");
  std::vector<TopicLanguage> people;
  for (RecordTree& table : record->tables("language")) people.push_back(read_cues(table));
  if (std::optional<Error> problem = record->problem()) return *std::move(problem);
  return people;
}

void add_people(Topic& topic, const std::vector<TopicLanguage>& people) {
  for (TopicLanguage& language : topic.languages) {
    for (const TopicLanguage& shared : people) {
      if (shared.code != language.code) continue;
      for (const auto& [key, texts] : cue_lists) {
        (language.*texts).insert((language.*texts).end(), (shared.*texts).begin(), (shared.*texts).end());
      }
      language.bare = language.bare || shared.bare;
    }
  }
}

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

TopicMatcher::TopicMatcher(Topic topic) : detector_(std::move(topic.detector)) {
  for (const TopicLanguage& language : topic.languages) {
    add_terms(language.conditions, languages_.size(), Kind::condition);
    add_terms(language.states, languages_.size(), Kind::state);
    add_terms(language.acts, languages_.size(), Kind::act);
    add_terms(language.told, languages_.size(), Kind::told);
    languages_.emplace_back(language);
  }
}

void TopicMatcher::add_terms(const std::vector<std::string>& texts, std::size_t language, Kind kind) {
  for (std::string text : texts) {
    const bool open_end = text.ends_with('*');
    if (open_end) text.pop_back();
    terms_.push_back({std::move(text), language, open_end, kind});
  }
}

bool TopicMatcher::said_of_person(const Term& term, std::string_view before, std::string_view after) const {
  if (term.kind == Kind::told) return true;
  const Language& language = languages_[term.language];
  const Phrase words_after = words_of(after);
  if (language.after_alone.begins(words_after)) return true;
  const PhraseSet& links = term.kind == Kind::state ? language.is : language.has;
  const PhraseSet& links_alone = term.kind == Kind::state ? language.is_alone : language.has_alone;
  // Most terms stand alone: the word before them tells, at little cost.
  const std::string nearest = lower_case(last_word(before));
  if (!language.fillers.has(nearest) && !links.any_ends_with(nearest) && !links_alone.any_ends_with(nearest) &&
      !language.persons.any_ends_with(nearest) && !language.relatives.any_ends_with(nearest)) {
    return false;
  }
  const Phrase words_before = words_of(before);
  const CueReader cues(language, words_before);
  if (term.kind == Kind::act || language.bare) {
    if (cues.person_last()) return true;
    if (term.kind == Kind::act) return false;
  }
  return cues.said(links, links_alone) || cues.said_behind(links, words_after);
}

std::optional<Finding> TopicMatcher::match(std::string_view text, std::size_t at, std::size_t term_number) const {
  const Term& term = terms_[term_number];
  if (!parts_words(code_point_before(text, at).value, code_point_at(text, at).value)) return std::nullopt;
  std::size_t end = at + term.text.size();
  while (end < text.size() && !parts_words(code_point_before(text, end).value, code_point_at(text, end).value)) {
    if (!term.open_end || end - at > reach_before) return std::nullopt;
    end += code_point_at(text, end).size;
  }
  const std::string_view before = sentence_before(text, at);
  const std::string_view after = sentence_after(text, end);
  if (!said_of_person(term, before, after)) return std::nullopt;
  const WordSet& unless = languages_[term.language].unless;
  if (unless.in(lower_case(before)) || unless.in(lower_case(after))) return std::nullopt;
  return Finding{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, detector_.type,
                 detector_.severity, static_cast<std::uint8_t>(detector_.confidence), 0};
}

}  // namespace loftgate
