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
  std::vector<std::string> persons;      ///< who: "i", "my sister"
  std::vector<std::string> has;          ///< links a person to a condition: "was diagnosed with"
  std::vector<std::string> is;           ///< links a person to a state: "am"
  std::vector<std::string> has_alone;    ///< links that name the person themselves: "my", "tengo"
  std::vector<std::string> is_alone;     ///< "soy", "jestem"
  std::vector<std::string> fillers;      ///< words that may stand between: "severe", "also"
  std::vector<std::string> unless;       ///< words nearby that change the meaning: "weather"
};

/// A topic record: the fields every detector has, and its languages.
struct Topic {
  Detector detector;
  std::vector<TopicLanguage> languages;
};

/// Reads `topics/*.toml`; docs/records.md says what may stand there.
Result<Topic> read_topic(const RecordFile& file);

/// As TopicLanguage, in an image.
struct TopicLanguageRow {
  PhraseSetRow persons, has, is, has_alone, is_alone;
  WordSetRow fillers, unless;
};

/// A term; every term is an anchor word.
struct TopicTermRow {
  std::uint16_t size = 0;       // bytes of the term, without `*`
  std::uint16_t language = 0;
  std::uint16_t open_end = 0;   // any letters may follow
  std::uint16_t state = 0;      // a state, not a condition
};

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
