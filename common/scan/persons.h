// SPDX-License-Identifier: GPL-2.0-or-later
// Names of persons: a known first name with a last name, or whoever a phrase such as "my name is" names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/finding.h"
#include "common/scan/name_list.h"
#include "common/scan/name_reader.h"
#include "common/scan/name_words.h"

namespace loftgate {

/// All names of all languages. Terms are numbered; every term is an anchor word.
class Persons {
 public:
  /// Adds a language. What it finds is reported with the type, severity and confidence of its record.
  void add(const NameList& list, std::uint16_t detector);

  std::size_t terms() const { return terms_.size(); }
  std::string_view term_text(std::size_t term) const { return terms_[term].text; }
  std::uint16_t term_detector(std::size_t term) const { return terms_[term].detector; }

  /// Verifies that a term stands at `at` and that a person is named there. Finding::detector is left to the caller.
  std::optional<Finding> match(std::string_view text, std::size_t at, std::size_t term) const;

 private:
  enum class Kind : std::uint8_t { first, last, told, label, title, joined };
  struct Term {
    std::string text;
    Kind kind;
    std::uint16_t detector;
    std::uint16_t report;   ///< index into reports_
  };
  struct Report {
    EntityType type;
    Severity severity;
    std::uint8_t confidence;
  };

  void add_terms(const std::vector<std::string>& words, Kind kind, std::uint16_t detector);
  bool may_be_name(std::string_view text, std::size_t at, const Term& term) const;
  std::optional<Span> named_by_first(std::string_view text, std::size_t at) const;
  std::optional<Span> named_by_last(std::string_view text, std::size_t at) const;
  std::optional<Span> single(std::string_view text, const NameToken& first) const;
  std::optional<Span> named_without_case(std::string_view text, const NameToken& first) const;
  std::optional<Span> named_behind(std::string_view text, std::size_t at, const Term& term) const;
  std::optional<Span> joined(std::string_view text, std::size_t at, bool told) const;

  NameWords words_;
  std::vector<Term> terms_;
  std::vector<std::string> joined_last_, joined_stops_, honorifics_;
  std::vector<Report> reports_;   // by the order of the languages
};

}  // namespace loftgate
