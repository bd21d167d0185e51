// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/topics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/scan/anchor_words.h"
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

std::vector<std::string> terms(RecordTree& table, std::string_view key) {
  std::vector<std::string> found = table.texts(key);
  for (const std::string& term : found) {
    if (term.size() < AnchorWordsBuilder::shortest + (term.ends_with('*') ? 1 : 0)) {
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

/// As TopicLanguage, in an image.
struct Language {
  Language(const Image& image, const TopicLanguageRow& row)
      : persons(image, row.persons),
        owners(image, row.owners),
        relatives(image, row.relatives),
        titles(image, row.titles),
        has(image, row.has),
        is(image, row.is),
        has_alone(image, row.has_alone),
        is_alone(image, row.is_alone),
        after_alone(image, row.after_alone),
        negations(image, row.negations),
        fillers(image, row.fillers),
        unless(image, row.unless),
        bare(row.bare != 0) {}

  PhraseSet persons, owners, relatives, titles, has, is, has_alone, is_alone, after_alone, negations;
  WordSet fillers, unless;
  bool bare;
};

/// Reads the words before a term from right to left.
class CueReader {
 public:
  CueReader(const Language& language, const Words& before) : language_(language), before_(before) {}

  /// True if the words end with a person and one of the links, or with a link that needs no person.
  bool said(const PhraseSet& links, const PhraseSet& links_alone) const {
    return after_fillers(before_.size(), [&](std::size_t end) {
      const auto behind_a_person = [&](std::size_t size) { return person_ends(end - size); };
      const auto affirmed = [&](std::size_t size) { return !language_.negations.any_ending_at(before_, end - size, always); };
      return links_alone.any_ending_at(before_, end, affirmed) || links.any_ending_at(before_, end, behind_a_person);
    });
  }

  /// Languages that put the verb last: "dass ich Depressionen habe".
  bool said_behind(const PhraseSet& links, const Words& after) const { return person_last() && links.begins(after); }

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
  const Words& before_;
};

bool said_of_person(const Language& language, TopicTerm kind, std::string_view before, std::string_view after) {
  if (kind == TopicTerm::told) return true;
  const Words words_after(after);
  if (language.after_alone.begins(words_after)) return true;
  const PhraseSet& links = kind == TopicTerm::state ? language.is : language.has;
  const PhraseSet& links_alone = kind == TopicTerm::state ? language.is_alone : language.has_alone;
  // Most terms stand alone: the word before them tells, at little cost.
  const LowerText nearest(last_word(before));
  if (!language.fillers.has(nearest) && !links.any_ends_with(nearest) && !links_alone.any_ends_with(nearest) &&
      !language.persons.any_ends_with(nearest) && !language.relatives.any_ends_with(nearest)) {
    return false;
  }
  const Words words_before(before);
  const CueReader cues(language, words_before);
  if (kind == TopicTerm::act || language.bare) {
    if (cues.person_last()) return true;
    if (kind == TopicTerm::act) return false;
  }
  return cues.said(links, links_alone) || cues.said_behind(links, words_after);
}

}  // namespace

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

TopicRow write_topic(ImageBuilder& builder, AnchorWordsBuilder& words, const Topic& topic, std::uint16_t number) {
  std::vector<TopicTermRow> terms;
  std::vector<TopicLanguageRow> languages;
  for (const TopicLanguage& language : topic.languages) {
    const auto add_terms = [&](const std::vector<std::string>& texts, TopicTerm kind) {
      for (std::string text : texts) {
        const bool open_end = text.ends_with('*');
        if (open_end) text.pop_back();
        words.add(text, number, static_cast<std::uint16_t>(terms.size()), !open_end);
        terms.push_back({static_cast<std::uint16_t>(text.size()), static_cast<std::uint16_t>(languages.size()), open_end,
                         static_cast<std::uint16_t>(kind)});
      }
    };
    add_terms(language.conditions, TopicTerm::condition);
    add_terms(language.states, TopicTerm::state);
    add_terms(language.acts, TopicTerm::act);
    add_terms(language.told, TopicTerm::told);
    const auto phrases = [&](const std::vector<std::string>& texts) { return write_phrases(builder, texts); };
    languages.push_back({phrases(language.persons), phrases(language.owners), phrases(language.relatives),
                         phrases(language.titles), phrases(language.has), phrases(language.is),
                         phrases(language.has_alone), phrases(language.is_alone), phrases(language.after_alone),
                         phrases(language.negations), write_word_set(builder, language.fillers),
                         write_word_set(builder, language.unless), language.bare});
  }
  return {builder.put(terms), builder.put(languages)};
}

std::optional<Span> TopicMatcher::match(std::string_view text, std::size_t at, std::uint32_t number) const {
  const TopicTermRow& term = image_.at(row_.terms)[number];
  if (!parts_words(code_point_before(text, at).value, code_point_at(text, at).value)) return std::nullopt;
  std::size_t end = at + term.size;
  while (end < text.size() && !parts_words(code_point_before(text, end).value, code_point_at(text, end).value)) {
    if (!term.open_end || end - at > reach_before) return std::nullopt;
    end += code_point_at(text, end).size;
  }
  const Language language(image_, image_.at(row_.languages)[term.language]);
  const std::string_view before = sentence_before(text, at);
  const std::string_view after = sentence_after(text, end);
  if (!said_of_person(language, static_cast<TopicTerm>(term.kind), before, after)) return std::nullopt;
  if (language.unless.in(LowerText(before)) || language.unless.in(LowerText(after))) return std::nullopt;
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

}  // namespace loftgate
