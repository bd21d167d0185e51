// SPDX-License-Identifier: GPL-2.0-or-later
// Topics that are sensitive when they are said of a person: a lexicon, and the cues that a person is meant.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/scan/detector.h"
#include "common/scan/finding.h"
#include "common/scan/phrase_set.h"
#include "common/scan/word_set.h"

namespace loftgate {

/// The words of one language. Terms may end with `*`: any letters may follow.
struct TopicLanguage {
  std::string code;                   ///< ISO 639, "en"
  std::vector<std::string> conditions;   ///< what a person has: "depression"
  std::vector<std::string> states;       ///< what a person is: "pregnant"
  PhraseSet persons;                  ///< who: "i", "my sister"
  PhraseSet has;                      ///< links a person to a condition: "was diagnosed with"
  PhraseSet is;                       ///< links a person to a state: "am"
  PhraseSet has_alone;                ///< links that name the person themselves: "my", "tengo"
  PhraseSet is_alone;                 ///< "soy", "jestem"
  WordSet fillers;                    ///< words that may stand between: "severe", "also"
  WordSet unless;                     ///< words nearby that change the meaning: "weather"
};

/// A topic record: the fields every detector has, and its languages.
struct Topic {
  Detector detector;
  std::vector<TopicLanguage> languages;
};

/// Reads `topics/*.toml`; docs/records.md says what may stand there.
Result<Topic> read_topic(const RecordFile& file);

/// Verifies terms of one topic. Terms are numbered; every term is an anchor word.
class TopicMatcher {
 public:
  explicit TopicMatcher(Topic topic);

  std::size_t terms() const { return terms_.size(); }
  /// What stands at the beginning of a term, without `*`.
  std::string_view term_text(std::size_t term) const { return terms_[term].text; }

  /// Verifies that a term stands at `at` as whole words, and that it is said of a person.
  std::optional<Finding> match(std::string_view text, std::size_t at, std::size_t term) const;

 private:
  struct Term {
    std::string text;
    std::size_t language;
    bool open_end;
    bool state;      ///< a state, not a condition
  };

  Topic topic_;
  std::vector<Term> terms_;
};

}  // namespace loftgate
