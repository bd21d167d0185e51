// SPDX-License-Identifier: GPL-2.0-or-later
// Topics that are sensitive when they are said of a person: a lexicon, and the cues that a person is meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/anchor_words.h"
#include "common/scan/detector.h"
#include "common/scan/phrase_set.h"
#include "common/scan/word_set.h"

namespace loftgate {

/// The words of one language. Terms may end with `*`: any letters may follow.
struct TopicLanguage {
  std::string code;                      ///< ISO 639, "en"
  std::vector<std::string> conditions;   ///< what a person has: "depression"
  std::vector<std::string> states;       ///< what a person is: "pregnant"
  std::vector<std::string> acts;         ///< what a person does: "voted for the greens"
  std::vector<std::string> told;         ///< what names the person itself: "my criminal record"
  std::vector<std::string> persons;      ///< who: "i", "she"
  std::vector<std::string> owners;       ///< stand before a relative: "my"
  std::vector<std::string> relatives;    ///< "sister"
  std::vector<std::string> titles;       ///< stand before a name: "mrs"
  std::vector<std::string> has;          ///< links a person to a condition: "was diagnosed with"
  std::vector<std::string> is;           ///< links a person to a state: "am"
  std::vector<std::string> has_alone;    ///< links that name the person themselves: "my", "tengo"
  std::vector<std::string> is_alone;     ///< "soy", "jestem"
  std::vector<std::string> after_alone;  ///< stand behind a term and name the person themselves: "と診断され"
  std::vector<std::string> negations;    ///< before a link that needs no person: "no soy"
  std::vector<std::string> fillers;      ///< words that may stand between: "severe", "also"
  std::vector<std::string> unless;       ///< words nearby that change the meaning: "weather"
  bool bare = false;                     ///< a person needs no link: "она беременна"
};

/// A topic record: the fields every detector has, and its languages.
struct Topic {
  Detector detector;
  std::vector<TopicLanguage> languages;
};

/// True for the record that holds what all topics of a language share.
bool is_people_record(const RecordFile& file);

/// Reads `topics/people.toml`: languages without terms.
Result<std::vector<TopicLanguage>> read_people(const RecordFile& file);

/// Adds the shared words to the languages of a topic.
void add_people(Topic& topic, const std::vector<TopicLanguage>& people);

/// Reads `topics/*.toml`; docs/records.md says what may stand there.
Result<Topic> read_topic(const RecordFile& file);

/// As TopicLanguage, in an image.
struct TopicLanguageRow {
  PhraseSetRow persons, owners, relatives, titles, has, is, has_alone, is_alone, after_alone, negations;
  WordSetRow fillers, unless;
  std::uint32_t bare = 0;
};

/// A term; every term is an anchor word.
struct TopicTermRow {
  std::uint16_t size = 0;       // bytes of the term, without `*`
  std::uint16_t language = 0;
  std::uint16_t open_end = 0;   // any letters may follow
  std::uint16_t kind = 0;       // of TopicTerm
};

/// What a term says.
enum class TopicTerm : std::uint16_t { condition, state, act, told };

struct TopicRow {
  Run<TopicTermRow> terms;
  Run<TopicLanguageRow> languages;
};

/// Writes a topic and adds its terms as anchor words of detector `number`.
TopicRow write_topic(ImageBuilder& builder, AnchorWordsBuilder& words, const Topic& topic, std::uint16_t number);

/// Verifies terms of one topic.
class TopicMatcher {
 public:
  TopicMatcher(const Image& image, const TopicRow& row) : image_(image), row_(row) {}

  /// Verifies that a term stands at `at` as whole words, and that it is said of a person.
  /// @return where the term stands.
  std::optional<Span> match(std::string_view text, std::size_t at, std::uint32_t term) const;

 private:
  const Image& image_;
  const TopicRow& row_;
};

}  // namespace loftgate
