// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/name_reader.h"

#include <glib.h>

#include <array>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int most_words = 5;             // of a name
constexpr std::size_t longest_word = 48;  // bytes; longer ones are no names

bool is_letter(char32_t c) {
  if (c < 0x80) return g_ascii_isalpha(static_cast<char>(c));
  return c < broken_byte && (g_unichar_isalpha(c) || g_unichar_ismark(c));
}
bool is_upper(char32_t c) { return c < 0x80 ? g_ascii_isupper(static_cast<char>(c)) : g_unichar_isupper(c); }
bool is_lower(char32_t c) { return c < 0x80 ? g_ascii_islower(static_cast<char>(c)) : g_unichar_islower(c); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }

/// A word in small letters, without memory of its own.
class SmallLetters {
 public:
  void add(char32_t c) {
    if (size_ + 6 > letters_.size()) return;
    if (c < 0x80) {
      letters_[size_++] = g_ascii_tolower(static_cast<char>(c));
    } else {
      size_ += static_cast<std::size_t>(g_unichar_to_utf8(g_unichar_tolower(c), letters_.data() + size_));
    }
  }
  std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, longest_word + 8> letters_;
  std::size_t size_ = 0;
};

/// True if an apostrophe and an ending such as "s" end the word: "Anna's".
bool is_possessive(std::string_view text, std::size_t behind_apostrophe) {
  const CodePoint s = code_point_at(text, behind_apostrophe);
  if (s.value >= 0x80 || !g_ascii_islower(static_cast<char>(s.value))) return false;
  for (const std::string_view ending : {"s", "ll", "d", "m", "re", "ve"}) {
    const std::size_t end = behind_apostrophe + ending.size();
    if (text.substr(behind_apostrophe, ending.size()) == ending && !is_letter(code_point_at(text, end).value)) return true;
  }
  return false;
}

}  // namespace

NameToken NameReader::token(std::size_t at) const {
  NameToken token;
  SmallLetters small, part;
  std::size_t uppers = 0, parts = 1, end = at;
  bool lower_in_part = false, good_case = true, part_begins = true;
  std::uint16_t first_part = 0;
  while (end < text_.size() && end - at < longest_word) {
    const CodePoint c = code_point_at(text_, end);
    if (is_letter(c.value)) {
      const bool upper = is_upper(c.value);
      if (token.letters == 0) token.capital = upper;
      token.has_case = token.has_case || upper || is_lower(c.value);
      if (upper && !part_begins && !lower_in_part) good_case = false;
      lower_in_part = lower_in_part || !upper;
      uppers += upper;
      ++token.letters;
      part_begins = false;
      small.add(c.value);
      part.add(c.value);
      end += c.size;
      continue;
    }
    const std::size_t next = end + c.size;
    const bool joins = (c.value == '-' || is_apostrophe(c.value)) && token.letters > 0 &&
                       is_letter(code_point_at(text_, next).value);
    if (!joins || (is_apostrophe(c.value) && is_possessive(text_, next))) break;
    if (parts++ == 1) first_part = words_.of(part.text());
    part = SmallLetters();
    small.add(is_apostrophe(c.value) ? U'\'' : c.value);
    part_begins = true;
    lower_in_part = false;
    end = next;
  }
  if (token.letters == 0) return token;
  token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  token.all_capitals = token.letters > 1 && uppers == token.letters;
  token.capital = token.capital && good_case && !token.all_capitals;
  token.bits = words_.of(small.text());
  const std::uint16_t ending = words_.of_ending(small.text());
  token.bits |= ending & name_place;
  if (parts > 1) {
    token.bits |= first_part & (name_first | name_first_word);
    token.bits |= words_.of(part.text()) & (name_place | name_last);
  }
  token.like_last = (ending & name_last) != 0;
  return token;
}

NameToken NameReader::token_before(std::size_t at, std::string_view skip) const {
  while (at > 0 && (text_[at - 1] == ' ' || skip.find(text_[at - 1]) != std::string_view::npos)) --at;
  std::size_t begin = at;
  while (begin > 0 && at - begin < longest_word) {
    const CodePoint c = code_point_before(text_, begin);
    const bool inside = (c.value == '-' || is_apostrophe(c.value)) && begin < at;
    if (!is_letter(c.value) && !inside) break;
    begin -= c.size;
  }
  NameToken found = token(begin);
  if (begin == at) return NameToken();
  if (found.span.end != at) {   // "I'm": reading forward ends at the apostrophe
    found.span.end = static_cast<std::uint32_t>(at);
    found.bits = words_.of(lower_case(text_.substr(begin, at - begin)));
  }
  return found;
}

std::size_t NameReader::next_word(std::size_t end) const {
  if (end < text_.size() && text_[end] == ' ') return end + 1;
  if (text_.substr(end).starts_with("\u00A0")) return end + 2;
  return 0;
}

std::size_t NameReader::with_suffix(std::size_t end, bool small) const {
  std::size_t at = end;
  if (at < text_.size() && text_[at] == ',') ++at;
  at = next_word(at);
  if (at == 0) return end;
  const NameToken word = token(at);
  if (word.empty() || !word.is(name_suffix) || !(small || word.capital || word.all_capitals)) return end;
  const std::size_t behind = word.span.end;
  return behind < text_.size() && text_[behind] == '.' && !word.all_capitals ? behind + 1 : behind;
}

FullName NameReader::full_name(const NameToken& first, bool free) const {
  FullName name{first.span, LastName::none, false};
  bool real_last = false, after_particle = false;
  std::size_t at = first.span.end;
  for (int count = 1; count < most_words; ++count) {
    at = next_word(at);
    if (at == 0) break;
    const NameToken word = token(at);
    if (word.empty()) break;
    const bool fits = first.all_capitals ? word.all_capitals : word.capital;
    if (word.letters == 1 && word.capital) {   // an initial
      at = word.span.end;
      if (at < text_.size() && text_[at] == '.') ++at;
      continue;
    }
    if (word.is(name_particle) && !(fits && word.is(name_last))) {
      after_particle = true;
      at = word.span.end;
      continue;
    }
    if (word.is(name_place) && fits) {
      name.place = !word.is(name_last | name_last_word) || count > 1;
      if (name.place) break;
    }
    const bool no_name = word.is(name_stop) || (word.is(name_no_last) && !word.like_last && !free);
    if (!fits || (no_name && !after_particle)) break;
    if (free && text_.substr(word.span.end).starts_with(':')) break;   // "Name: Anna Phone: …"
    const bool known = word.is(name_last) || word.like_last;
    const bool another_first = word.is(name_first | name_first_word);
    if (real_last && !free && !known && !another_first && !word.is(name_last_word)) break;
    if (name.last != LastName::known) {
      name.last = known ? LastName::known : LastName::unknown;
    }
    real_last = real_last || !another_first || known;
    name.span.end = word.span.end;
    at = word.span.end;
  }
  if (name.last != LastName::none || free) {
    name.span.end = static_cast<std::uint32_t>(with_suffix(name.span.end, false));
  }
  return name;
}

FullName NameReader::small_name(const NameToken& first, bool free) const {
  FullName name{first.span, LastName::none, false};
  const std::size_t at = next_word(first.span.end);
  if (at == 0) return name;
  const NameToken last = token(at);
  if (last.empty() || last.capital || last.all_capitals || last.is(name_no_last | name_stop | name_last_word)) return name;
  const std::string_view behind = text_.substr(last.span.end, 1);
  const bool ends = behind.empty() || std::string_view(".,!?\n").find(behind) != std::string_view::npos;
  const bool known = last.is(name_last) || (last.like_last && last.letters > 5);
  if (!known && !(free && ends && last.bits == 0 && last.letters > 3)) return name;
  name.last = LastName::known;
  name.span.end = static_cast<std::uint32_t>(with_suffix(last.span.end, true));
  return name;
}

bool NameReader::is_piece(const Span& span) const {
  if (span.begin > 0) {
    const char32_t before = code_point_before(text_, span.begin).value;
    if (is_letter_or_digit(before)) return true;
    const bool numbered = before == ' ' && digit_value(code_point_before(text_, span.begin - 1).value) >= 0;
    if (numbered) return true;   // "92 Rosa Luxemburg": the name of a street
    if (before < 0x80 && std::string_view("@#/\\_=&<~$%-.").find(static_cast<char>(before)) != std::string_view::npos) {
      return true;
    }
  }
  const char32_t after = code_point_at(text_, span.end).value;
  if (after < 0x80 && std::string_view("@/\\_=>").find(static_cast<char>(after)) != std::string_view::npos &&
      span.end < text_.size()) {
    return true;
  }
  if (is_letter_or_digit(after) && span.end < text_.size()) return true;
  const bool dotted = after == '.' && is_letter_or_digit(code_point_at(text_, span.end + 1).value);
  return dotted && span.end + 1 < text_.size();
}

}  // namespace loftgate
