// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/topics.h"

#include <algorithm>

#include "common/scan/anchor_words.h"
#include "common/scan/record_tree.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t reach_before = 96;   // bytes in which the person and the link must stand
constexpr std::size_t reach_after = 40;
constexpr std::size_t most_fillers = 4;

/// "my" and "our" before "sister" and "brother" make four persons.
void add_relatives(RecordTree& table, std::vector<std::string>& persons) {
  const std::vector<std::string> relatives = table.texts("relatives");
  for (const std::string& owner : table.texts("owners")) {
    for (const std::string& relative : relatives) persons.push_back(owner + " " + relative);
  }
}

std::vector<std::string> terms(RecordTree& table, std::string_view key) {
  std::vector<std::string> found = table.texts(key);
  for (const std::string& term : found) {
    if (term.size() < AnchorWordsBuilder::shortest + (term.ends_with('*') ? 1 : 0)) {
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
  language.persons = table.texts("persons");
  add_relatives(table, language.persons);
  language.has = table.texts("has");
  language.is = table.texts("is");
  language.has_alone = table.texts("has_alone");
  language.is_alone = table.texts("is_alone");
  language.fillers = table.texts("fillers");
  language.unless = table.texts("unless");
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

/// The word lists of one language.
struct Language {
  Language(const Image& image, const TopicLanguageRow& row)
      : persons(image, row.persons),
        has(image, row.has),
        is(image, row.is),
        has_alone(image, row.has_alone),
        is_alone(image, row.is_alone),
        fillers(image, row.fillers),
        unless(image, row.unless) {}

  PhraseSet persons, has, is, has_alone, is_alone;
  WordSet fillers, unless;
};

/// Reads the words before a term from right to left.
class CueReader {
 public:
  CueReader(const Language& language, const Words& before) : language_(language), before_(before) {}

  /// True if the words end with a person and one of the links, or with a link that needs no person.
  bool said(const PhraseSet& links, const PhraseSet& links_alone) const {
    return after_fillers(before_.size(), [&](std::size_t end) {
      const auto behind_a_person = [&](std::size_t size) { return person_ends(end - size); };
      return links_alone.any_ending_at(before_, end, always) || links.any_ending_at(before_, end, behind_a_person);
    });
  }

  /// Languages that put the verb last: "dass ich Depressionen habe".
  bool said_behind(const PhraseSet& links, std::string_view after) const {
    return person_ends(before_.size()) && links.begins(Words(after));
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

  const Language& language_;
  const Words& before_;
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

TopicRow write_topic(ImageBuilder& builder, AnchorWordsBuilder& words, const Topic& topic, std::uint16_t number) {
  std::vector<TopicTermRow> terms;
  std::vector<TopicLanguageRow> languages;
  for (const TopicLanguage& language : topic.languages) {
    const auto add_terms = [&](const std::vector<std::string>& texts, bool state) {
      for (std::string text : texts) {
        const bool open_end = text.ends_with('*');
        if (open_end) text.pop_back();
        words.add(text, number, static_cast<std::uint32_t>(terms.size()));
        terms.push_back({static_cast<std::uint16_t>(text.size()), static_cast<std::uint16_t>(languages.size()), open_end,
                         state});
      }
    };
    add_terms(language.conditions, false);
    add_terms(language.states, true);
    const auto phrases = [&](const std::vector<std::string>& texts) { return write_phrases(builder, texts); };
    languages.push_back({phrases(language.persons), phrases(language.has), phrases(language.is),
                         phrases(language.has_alone), phrases(language.is_alone),
                         write_word_set(builder, language.fillers), write_word_set(builder, language.unless)});
  }
  return {builder.put(terms), builder.put(languages)};
}

std::optional<Span> TopicMatcher::match(std::string_view text, std::size_t at, std::uint32_t number) const {
  const TopicTermRow& term = image_.at(row_.terms)[number];
  if (is_letter_or_digit(code_point_before(text, at).value)) return std::nullopt;
  std::size_t end = at + term.size;
  while (end < text.size()) {
    const CodePoint next = code_point_at(text, end);
    if (!is_letter_or_digit(next.value)) break;
    if (!term.open_end || end - at > reach_before) return std::nullopt;
    end += next.size;
  }
  const Language language(image_, image_.at(row_.languages)[term.language]);
  const std::string_view before = sentence_before(text, at);
  const PhraseSet& links = term.state ? language.is : language.has;
  const PhraseSet& links_alone = term.state ? language.is_alone : language.has_alone;
  // Most terms stand alone: the word before them tells, at little cost.
  const LowerText nearest(last_word(before));
  if (!language.fillers.has(nearest) && !links.any_ends_with(nearest) && !links_alone.any_ends_with(nearest) &&
      !language.persons.any_ends_with(nearest)) {
    return std::nullopt;
  }
  const std::string_view after = sentence_after(text, end);
  const Words words_before(before);
  const CueReader cues(language, words_before);
  if (!cues.said(links, links_alone) && !cues.said_behind(links, after)) return std::nullopt;
  if (language.unless.in(LowerText(before)) || language.unless.in(LowerText(after))) return std::nullopt;
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

}  // namespace loftgate
