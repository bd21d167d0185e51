// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/persons.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/scan/utf8.h"
#include "common/scan/word_set.h"

namespace loftgate {
namespace {

bool is_one_of(std::string_view signs, char sign) { return signs.find(sign) != std::string_view::npos; }

/// True if only spaces and list signs stand between `at` and the beginning of the line or the end of a sentence.
bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '*' || text[at - 1] == '-')) --at;
  return at == 0 || is_one_of("\n|.?!;,>", text[at - 1]);
}

/// True if the name is a line of its own among others: a signature, the head of an address.
bool is_whole_line(std::string_view text, const Span& span) {
  const bool begins = span.begin == 0 || text[span.begin - 1] == '\n';
  const bool ends = span.end == text.size() || text[span.end] == '\n';
  return begins && ends && span.size() < text.size();
}

/// Spaces, a colon and opening quotation marks between a phrase and the name.
std::size_t over_signs(std::string_view text, std::size_t at) {
  for (int i = 0; i < 4 && at < text.size(); ++i) {
    if (text[at] == ' ' || text[at] == ':' || text[at] == '"' || text[at] == '\t') {
      ++at;
    } else if (const char32_t c = code_point_at(text, at).value; c == U'：' || c == U'“' || c == U'「' || c == U'\u00A0') {
      at += code_point_at(text, at).size;
    } else {
      break;
    }
  }
  return at;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Han, Katakana or Hangul: characters of names that are written without spaces.
bool is_joined_letter(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x30A1 && c <= 0x30FC) || (c >= 0xAC00 && c <= 0xD7A3) || c == U'々';
}

/// Collects the words and terms of all languages.
class PersonsBuilder {
 public:
  PersonsBuilder(ImageBuilder& image, AnchorWordsBuilder& anchors) : image_(image), anchors_(anchors) {}

  void add(const NameList& list, std::uint16_t detector) {
    for (const auto& [words, bit] :
         {std::pair{&list.last, name_last}, std::pair{&list.last_words, name_last_word},
          std::pair{&list.no_last, name_no_last}, std::pair{&list.no_name, name_stop},
          std::pair{&list.particles, name_particle}, std::pair{&list.suffixes, name_suffix},
          std::pair{&list.before, name_before}, std::pair{&list.behind, name_behind},
          std::pair{&list.places, name_place}, std::pair{&list.places_before, name_place_before}}) {
      for (const std::string& word : *words) words_.add(word, bit);
    }
    for (const std::string& ending : list.last_endings) words_.add_ending(ending, name_last);
    for (const std::string& ending : list.place_endings) words_.add_ending(ending, name_place);
    add_first(list.first, name_first, detector);
    add_first(list.first_words, name_first_word, detector);
    for (const std::string& name : list.last) {
      const bool is_first = (words_.of(lower_case(name)) & (name_first | name_first_word)) != 0;
      if (name.size() >= AnchorWordsBuilder::shortest && !is_first) add_term(name, PersonTerm::last, detector);
    }
    for (const auto& [words, kind] :
         {std::pair{&list.told, PersonTerm::told}, std::pair{&list.labels, PersonTerm::label},
          std::pair{&list.titles, PersonTerm::title}, std::pair{&list.joined_last, PersonTerm::joined}}) {
      for (const std::string& word : *words) add_term(word, kind, detector);
    }
    append(list.joined_last, joined_last_);
    append(list.joined_stops, joined_stops_);
    append(list.honorifics, honorifics_);
  }

  PersonsRow write() const {
    return {words_.write(image_), image_.put(terms_), write_sorted(image_, joined_last_),
            write_sorted(image_, joined_stops_), write_sorted(image_, honorifics_)};
  }

 private:
  static void append(const std::vector<std::string>& from, std::vector<std::string>& to) {
    to.insert(to.end(), from.begin(), from.end());
  }

  void add_first(const std::vector<std::string>& names, NameBit bit, std::uint16_t detector) {
    for (const std::string& name : names) {
      const std::uint16_t known = words_.add(name, bit);
      if ((known & (name_first | name_first_word)) == 0) add_term(name, PersonTerm::first, detector);
    }
  }

  void add_term(const std::string& word, PersonTerm kind, std::uint16_t detector) {
    const bool whole = kind == PersonTerm::first || kind == PersonTerm::last;
    anchors_.add(word, detector, static_cast<std::uint16_t>(terms_.size()), whole);
    terms_.push_back({image_.put_text(word), static_cast<std::uint16_t>(kind)});
  }

  ImageBuilder& image_;
  AnchorWordsBuilder& anchors_;
  NameWordsBuilder words_;
  std::vector<PersonTermRow> terms_;
  std::vector<std::string> joined_last_, joined_stops_, honorifics_;
};

}  // namespace

PersonsRow write_persons(ImageBuilder& image, AnchorWordsBuilder& anchors, const std::vector<NameList>& lists,
                         std::uint16_t first) {
  PersonsBuilder builder(image, anchors);
  for (std::size_t i = 0; i < lists.size(); ++i) builder.add(lists[i], static_cast<std::uint16_t>(first + i));
  return builder.write();
}

std::optional<Span> Persons::match(std::string_view text, std::size_t at, std::uint32_t number) const {
  const PersonTermRow& row = image_.at(row_.terms)[number];
  const Term term{image_.text(row.text), static_cast<PersonTerm>(row.kind)};
  switch (term.kind) {
    case PersonTerm::first: return may_be_name(text, at, term) ? named_by_first(text, at) : std::nullopt;
    case PersonTerm::last: return may_be_name(text, at, term) ? named_by_last(text, at) : std::nullopt;
    case PersonTerm::joined: return joined(text, at, false);
    case PersonTerm::told:
    case PersonTerm::label:
    case PersonTerm::title: break;
  }
  return named_behind(text, at, term);
}

std::size_t Persons::beginning(std::string_view text, Run<TextRun> words) const {
  std::size_t longest = 0;
  for (const TextRun word : image_.at(words)) {
    if (word.count > longest && text.starts_with(image_.text(word))) longest = word.count;
  }
  return longest;
}

/// Refuses almost every place at the cost of a few bytes: longer words, and small letters with no small word behind.
bool Persons::may_be_name(std::string_view text, std::size_t at, const Term& term) const {
  const std::size_t end = at + term.text.size();
  if (end < text.size() && is_letter_or_digit(code_point_at(text, end).value)) return false;
  const char first = text[at];
  if (first < 'a' || first > 'z') return true;
  if (term.kind == PersonTerm::last) return false;
  return end + 4 < text.size() && text[end] == ' ' && (text[end + 1] < 'A' || text[end + 1] > 'Z');
}

std::optional<Span> Persons::named_by_first(std::string_view text, std::size_t at) const {
  const NameReader reader(words_, text);
  const NameToken first = reader.token(at);
  if (!first.is(name_first | name_first_word) || reader.is_piece(first.span)) return std::nullopt;
  const bool sure_first = first.is(name_first);
  if (!first.capital && !first.all_capitals) {
    if (!sure_first || first.letters < 4) return std::nullopt;
    const FullName small = reader.small_name(first, false);
    if (small.last != LastName::known || reader.is_piece(small.span)) return std::nullopt;
    return small.span;
  }
  if (first.is(name_place)) return std::nullopt;
  const FullName name = reader.full_name(first, false);
  if (name.place || reader.is_piece(name.span)) return std::nullopt;
  const NameToken before = reader.token_before(at, "");
  if (before.is(name_place_before) && !before.empty()) return std::nullopt;
  if (name.last == LastName::known) return name.span;
  if (first.all_capitals) return std::nullopt;
  if (!sure_first) {
    // "directed by Mark Roseby": an ordinary word in capitals, behind a word that a person follows.
    const bool expected = !before.empty() && before.is(name_before);
    const bool counts = name.last == LastName::unknown && (expected || is_whole_line(text, name.span));
    return counts ? std::optional(name.span) : std::nullopt;
  }
  if (name.last == LastName::unknown) {
    // Capitals before as well: a title or the name of a thing, unless they are a first name.
    const bool title_case = (before.capital || before.all_capitals) && before.letters > 1;
    const bool harmless = before.is(name_first | name_no_last | name_stop | name_before | name_last);
    return title_case && !harmless ? std::nullopt : std::optional(name.span);
  }
  return single(text, first);
}

/// A first name that nobody listed, before a known last name: "Nonkululeko Brandt".
std::optional<Span> Persons::named_by_last(std::string_view text, std::size_t at) const {
  if (at < 4 || text[at - 1] != ' ') return std::nullopt;
  const NameReader reader(words_, text);
  const NameToken last = reader.token(at);
  if (!last.capital || !last.is(name_last)) return std::nullopt;
  const NameToken first = reader.token_before(at, "");
  constexpr auto other = name_no_last | name_stop | name_place | name_place_before | name_particle |
                         name_first | name_first_word | name_last_word;
  if (!first.capital || first.letters < 3 || first.span.end + 1u != at || first.is(other) || reader.is_piece(first.span)) {
    return std::nullopt;
  }
  const NameToken before = reader.token_before(first.span.begin, "");
  if (before.capital || before.all_capitals || before.is(name_place_before)) return std::nullopt;
  const FullName name = reader.full_name(first, false);
  return name.place || name.last != LastName::known || reader.is_piece(name.span) ? std::nullopt : std::optional(name.span);
}

/// A first name alone counts only beside a word that says what the person does or what is done to them.
std::optional<Span> Persons::single(std::string_view text, const NameToken& first) const {
  const NameReader reader(words_, text);
  // "Smith, John": the last name may stand before.
  if (first.span.begin >= 2 && text.substr(first.span.begin - 2, 2) == ", ") {
    const NameToken last = reader.token_before(first.span.begin, ",");
    const std::size_t end = first.span.end;
    const bool closes = end >= text.size() || is_one_of(".,;)\n\"", text[end]);
    const bool begins = last.span.begin == 0 || is_one_of("\n:;(\"", text[last.span.begin - 1]);
    const bool same = text.substr(last.span.begin, last.span.size()) == text.substr(first.span.begin, first.span.size());
    if (!last.empty() && last.capital && last.is(name_last) && closes && begins && !same) {
      return span_of(last.span.begin, end);
    }
  }
  const NameToken before = reader.token_before(first.span.begin, ":\"");
  if (!before.empty() && before.is(name_before)) return first.span;
  // "…, Anna!" ends a message.
  const std::size_t rest = text.size() - first.span.end;
  const bool closes = rest == 1 && is_one_of("!?.", text.back());
  if (closes && text.substr(0, first.span.begin).ends_with(", ")) return first.span;
  std::size_t at = first.span.end;
  for (const std::string_view possessive : {"'s", "’s"}) {
    if (text.substr(at).starts_with(possessive)) at += possessive.size();
  }
  if (at < text.size() && text[at] == ' ') ++at;
  const NameToken behind = reader.token(at);
  if (!behind.empty() && !behind.capital && behind.is(name_behind)) return first.span;
  return std::nullopt;
}

/// Arabic, Hebrew, Hindi: one or two words.
std::optional<Span> Persons::named_without_case(std::string_view text, const NameToken& first) const {
  const NameReader reader(words_, text);
  if (first.is(name_no_last | name_stop) || reader.is_piece(first.span)) return std::nullopt;
  const std::size_t end = first.span.end;
  const NameToken second = end < text.size() && text[end] == ' ' ? reader.token(end + 1) : NameToken();
  const bool alone = second.empty() || second.has_case || second.is(name_no_last | name_stop);
  return alone ? first.span : span_of(first.span.begin, second.span.end);
}

std::optional<Span> Persons::named_behind(std::string_view text, std::size_t at, const Term& term) const {
  if (term.kind == PersonTerm::label && !begins_line(text, at)) return std::nullopt;
  const CodePoint before = code_point_before(text, at);
  const bool joined_script = is_joined_letter(code_point_at(text, at).value) || term.text.front() < 0;
  if (at > 0 && is_letter_or_digit(before.value) && !joined_script) return std::nullopt;
  std::size_t begin = at + term.text.size();
  const bool letter_end = is_letter_or_digit(code_point_before(term.text, term.text.size()).value);
  if (term.kind == PersonTerm::title && begin < text.size() && text[begin] == '.') ++begin;
  const std::size_t behind = over_signs(text, begin);
  const CodePoint next = code_point_at(text, behind);
  if (is_joined_letter(next.value)) return joined(text, behind, true);
  if (behind == begin && letter_end) return std::nullopt;   // a longer word, or nothing behind it
  const NameReader reader(words_, text);
  const NameToken first = reader.token(behind);
  if (first.letters < 2) return std::nullopt;
  const bool known = first.is(name_first | name_last);
  if (!first.has_case) return named_without_case(text, first);
  if (!first.capital && !first.all_capitals) {
    if (!known || first.is(name_no_last | name_stop | name_first_word)) return std::nullopt;
    const FullName small = reader.small_name(first, true);
    return reader.is_piece(small.span) ? std::nullopt : std::optional(small.span);
  }
  if (first.all_capitals && !known) return std::nullopt;
  if (first.is(name_stop) && !first.is(name_first)) return std::nullopt;
  if (first.is(name_no_last) && !known && !first.is(name_first_word | name_last_word)) return std::nullopt;
  const FullName name = reader.full_name(first, true);
  if (name.place || first.is(name_place) || reader.is_piece(name.span)) return std::nullopt;
  if (term.kind == PersonTerm::label && !known && name.last == LastName::none) return std::nullopt;
  return name.span;
}

/// Chinese, Japanese and Korean: the last name, at most two or three characters more, and an honorific behind, unless a
/// phrase before has told.
std::optional<Span> Persons::joined(std::string_view text, std::size_t at, bool told) const {
  const std::size_t last = beginning(text.substr(at), row_.joined_last);
  if (last == 0) return std::nullopt;
  std::size_t end = at + last;
  for (int characters = 0;; ++characters) {
    const std::size_t behind = end < text.size() && text[end] == ' ' ? end + 1 : end;
    if (beginning(text.substr(behind), row_.honorifics) > 0) return span_of(at, end);
    const CodePoint c = code_point_at(text, end);
    const bool stops = beginning(text.substr(end), row_.joined_stops) > 0;
    if (!is_joined_letter(c.value) || stops || characters == 2) {
      return told && characters > 0 ? std::optional(span_of(at, end)) : std::nullopt;
    }
    end += c.size;
  }
}

}  // namespace loftgate
