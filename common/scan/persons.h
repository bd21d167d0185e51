// SPDX-License-Identifier: GPL-2.0-or-later
// Names of persons: a known first name with a last name, or whoever a phrase such as "my name is" names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/scan/anchor_words.h"
#include "common/scan/image.h"
#include "common/scan/name_list.h"
#include "common/scan/name_reader.h"
#include "common/scan/name_words.h"
#include "common/text/markup.h"

namespace loftgate {

/// What a term is. Every term is an anchor word.
enum class PersonTerm : std::uint16_t { first, last, told, label, title, joined };

struct PersonTermRow {
  TextRun text;
  std::uint16_t kind = 0;   // of PersonTerm
  std::uint16_t unused = 0;
};

/// All names of all languages of an image.
struct PersonsRow {
  NameWordsRow words;
  Run<PersonTermRow> terms;
  Run<TextRun> joined_last, joined_stops, honorifics;
};

/// Writes the names of all languages and adds their terms as anchor words; the languages have detector numbers from
/// `first` on.
PersonsRow write_persons(ImageBuilder& image, AnchorWordsBuilder& anchors, const std::vector<NameList>& lists,
                         std::uint16_t first);

class Persons {
 public:
  Persons(const Image& image, const PersonsRow& row) : image_(image), row_(row), words_(image, row.words) {}

  /// Verifies that a term stands at `at` and that a person is named there.
  /// @return where the name stands.
  std::optional<Span> match(std::string_view text, std::size_t at, std::uint32_t term) const;

 private:
  struct Term {
    std::string_view text;
    PersonTerm kind;
  };

  bool may_be_name(std::string_view text, std::size_t at, const Term& term) const;
  std::optional<Span> named_by_first(std::string_view text, std::size_t at) const;
  std::optional<Span> named_by_last(std::string_view text, std::size_t at) const;
  std::optional<Span> single(std::string_view text, const NameToken& first) const;
  std::optional<Span> named_without_case(std::string_view text, const NameToken& first) const;
  std::optional<Span> named_behind(std::string_view text, std::size_t at, const Term& term) const;
  std::optional<Span> joined(std::string_view text, std::size_t at, bool told) const;
  /// Bytes of the longest of the words that `text` begins with, or 0.
  std::size_t beginning(std::string_view text, Run<TextRun> words) const;

  const Image& image_;
  const PersonsRow& row_;
  NameWords words_;
};

}  // namespace loftgate
