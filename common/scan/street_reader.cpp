// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/ascii.h"
#include "common/scan/street_reader.h"

#include <glib.h>

#include <algorithm>
#include <array>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

/// Words in order, so that they can be looked up.
template <std::size_t count>
consteval std::array<std::string_view, count> sorted(const std::string_view (&words)[count]) {
  std::array<std::string_view, count> list = std::to_array(words);
  std::sort(list.begin(), list.end());
  return list;
}

constexpr auto kinds_behind = sorted({
    "alley", "ave", "avenue", "blvd", "boulevard", "bvd", "cir", "circle", "close", "court", "cres", "crescent", "ct",
    "dr", "drive", "esplanade", "gardens", "gdns", "grove", "highway", "hwy", "lane", "ln", "loop", "mews", "parade",
    "parkway", "pde", "pike", "pkwy", "pl", "place", "plaza", "rd", "road", "row", "sq", "square", "st", "street",
    "terrace", "trail", "turnpike", "walk", "way"});
constexpr auto kinds_before = sorted({
    "aleja", "alameda", "allée", "avda", "avenida", "avenue", "boulevard", "c", "calle", "camino", "carrer", "carrera",
    "chaussée", "chemin", "corso", "cours", "estrada", "impasse", "jalan", "jl", "largo", "osiedle", "paseo", "passage",
    "piazza", "piazzale", "place", "plac", "plaza", "praceta", "praça", "quai", "r", "route", "rua", "rue", "rúa",
    "ruelle", "strada", "travessa", "ul", "ulica", "ulice", "via", "viale", "vicolo", "бульвар", "бул", "вул", "вулиця",
    "наб", "пер", "переулок", "площа", "площадь", "пр", "проспект", "провулок", "ул", "улица"});
constexpr auto doubtful_kinds = sorted({
    "alameda", "alley", "avenue", "boulevard", "c", "camino", "carrera", "circle", "close", "corso", "court", "drive",
    "estrada", "gardens", "grove", "largo", "loop", "parade", "paseo", "passage", "pike", "place", "plaza", "r", "route",
    "row", "square", "strada", "trail", "walk", "way"});
constexpr auto kinds_last = sorted({
    "allee", "allé", "bulvarı", "cad", "caddesi", "cd", "enparantza", "gate", "gata", "gatan", "katu", "kalea", "körút",
    "plads", "platz", "plein", "sok", "sokak", "sokağı", "str", "strasse", "straße", "straat", "tee", "tér", "trg", "tänav",
    "u", "ulica", "utca", "út", "vej", "vei", "veien", "vägen", "weg", "пр", "проспект", "переулок", "шоссе", "бульвар"});
constexpr auto endings = std::to_array<std::string_view>({
    "straße", "strasse", "strase", "stræti", "straat", "gasse", "allee", "gatan", "vägen", "gränd", "gracht", "kade",
    "laan", "plein", "plaats", "singel", "steeg", "dijk", "weg", "platz", "damm", "ufer", "gade", "vej", "plads", "allé",
    "gata", "gaten", "gate", "veien", "bakken", "katu", "ntie", "kuja", "vegur", "götu", "str", "steinweg", "utca"});
// Ordinary words that end like a street.
constexpr auto no_streets = sorted({
    "anstatt", "arbeitsplatz", "ausweg", "bahnweg", "investigate", "navigate", "delegate", "aggregate", "halfweg", "heimweg",
    "hinweg", "irrweg", "mitigate", "onderweg", "parkplatz", "propagate", "rückweg", "segregate", "irrigate", "litigate",
    "colgate", "watergate", "sitzplatz", "speicherplatz", "spielplatz", "startplatz", "stellplatz", "umweg", "unterweg",
    "marktplatz", "brigade", "renegade", "bricolage", "decade", "arcade", "upgrade", "frigate", "tailgate", "interrogate"});
constexpr auto particles = sorted({
    "a", "al", "am", "an", "and", "d", "da", "das", "de", "degli", "dei", "del", "dell", "della", "delle", "den", "der",
    "des", "di", "do", "dos", "du", "e", "el", "en", "i", "im", "in", "la", "las", "le", "les", "los", "of", "sur", "the",
    "und", "van", "von", "y", "zum", "zur", "à"});
constexpr auto units = sorted({
    "apartment", "apt", "appartement", "appt", "daire", "flat", "floor", "kv", "m", "piso", "room", "ste", "suite", "unit",
    "кв", "оф", "квартира"});

template <class List>
bool has(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

bool is_space(char c) { return c == ' ' || c == '\t'; }
bool ends_word(char c) { return is_space(c) || c == '\n' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"'; }
/// Over the signs that part the lines of an address: a comma or a line break, and what quotes put at the beginning.
std::size_t over_gap(std::string_view text, std::size_t at) {
  bool new_line = false;
  for (std::size_t signs = 0; at < text.size() && signs < 8; ++at, ++signs) {
    const char c = text[at];
    const bool quote = new_line && (c == '>' || c == '?' || c == '*');
    if (!is_space(c) && c != ',' && c != '\n' && !quote) break;
    new_line = new_line || c == '\n';
  }
  return at;
}

/// Digits and spaces that make a postal code: "12345", "12345-6789", "00-950", "1234 AB", "110 00". 0: none.
std::size_t code_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  const std::size_t digits = end - at;
  const auto digit = [&](std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
  const char sign = end < text.size() ? text[end] : '\0';
  if (digits == 2 && sign == '-' && digit(end + 1) && digit(end + 3)) {
    end += 4;   // Poland
  } else if (digits == 3 && sign == ' ' && digit(end + 1) && digit(end + 2)) {
    end += 3;   // Sweden, Czechia
  } else if (digits < 4 || digits > 6) {
    return 0;
  }
  const auto letter = [&](std::size_t i) { return i < text.size() && g_ascii_isupper(text[i]); };
  if (digits == 4 && end < text.size() && text[end] == ' ' && letter(end + 1) && letter(end + 2)) end += 3;   // Dutch
  if (digits == 5 && end + 5 <= text.size() && text[end] == '-' && is_ascii_digit(text[end + 1])) end += 5;
  return end < text.size() && (is_letter_or_digit(code_point_at(text, end).value)) ? 0 : end;
}

/// "SW1A 2AA": a British postal code. 0: none.
std::size_t british_code_end(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) { return i < text.size() && g_ascii_isupper(text[i]); };
  const auto digit = [&](std::size_t i) { return i < text.size() && is_ascii_digit(text[i]); };
  std::size_t i = at;
  if (!letter(i)) return 0;
  i += letter(i + 1) ? 2 : 1;
  if (!digit(i)) return 0;
  ++i;
  if (digit(i) || letter(i)) ++i;
  if (i >= text.size() || text[i] != ' ') return 0;
  return digit(i + 1) && letter(i + 2) && letter(i + 3) ? i + 4 : 0;
}

}  // namespace

AddressWord address_word_at(std::string_view text, std::size_t at) {
  AddressWord word;
  std::size_t end = at;
  for (; end < text.size() && !ends_word(text[end]) && end - at < 40;) {
    const CodePoint c = code_point_at(text, end);
    if (end == at) {
      word.capital = c.value < broken_byte && g_unichar_isupper(c.value);
      word.digit = digit_value(c.value) >= 0;
    }
    if (word.size + 6u < word.small.size()) {
      word.size += static_cast<std::uint8_t>(
          g_unichar_to_utf8(c.value < broken_byte ? g_unichar_tolower(c.value) : U'?', word.small.data() + word.size));
    }
    end += c.size;
  }
  while (end > at && (text[end - 1] == '.' || text[end - 1] == ':' || text[end - 1] == '!' || text[end - 1] == '?')) {
    word.point = word.point || text[end - 1] == '.';
    --end;
    if (word.size > 0 && end - at < word.small.size()) --word.size;
  }
  word.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  return word;
}

AddressWord address_word_before(std::string_view text, std::size_t at) {
  while (at > 0 && (is_space(text[at - 1]) || text[at - 1] == ',')) --at;
  std::size_t begin = at;
  while (begin > 0 && !ends_word(text[begin - 1]) && at - begin < 40) --begin;
  if (begin == at) return {};
  return address_word_at(text, begin);
}

bool is_kind_before(std::string_view small) { return has(kinds_before, small); }

StreetWord street_word(std::string_view small) {
  if (has(kinds_behind, small)) return StreetWord::kind_behind;
  if (has(kinds_before, small)) return StreetWord::kind_before;
  return is_street_particle(small) ? StreetWord::particle : StreetWord::none;
}

bool is_doubtful_kind(std::string_view small) { return has(doubtful_kinds, small); }

bool is_street_particle(std::string_view small) { return has(particles, small); }

bool ends_like_street(std::string_view small) {
  if (has(kinds_last, small)) return true;
  const bool ends = std::any_of(endings.begin(), endings.end(), [small](std::string_view ending) {
    return small.size() >= ending.size() + 3 && small.ends_with(ending);
  });
  return ends && !has(no_streets, small);
}

std::size_t house_number_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end == at || end - at > 5) return 0;
  const auto free_at = [&](std::size_t i) { return i >= text.size() || !is_letter_or_digit(code_point_at(text, i).value); };
  if (end < text.size() && g_ascii_isalpha(text[end]) && free_at(end + 1)) return end + 1;
  if (end + 1 < text.size() && (text[end] == '-' || text[end] == '/') && is_ascii_digit(text[end + 1])) {
    std::size_t second = end + 1;
    while (second < text.size() && is_ascii_digit(text[second])) ++second;
    if (second - end <= 5 && free_at(second)) return second;
  }
  if (!free_at(end)) return 0;
  const bool decimal = end + 1 < text.size() && std::string_view(".:,").find(text[end]) != std::string_view::npos;
  if (decimal && is_ascii_digit(text[end + 1])) return 0;
  return end < text.size() && std::string_view("%$°").find(text[end]) != std::string_view::npos ? 0 : end;
}

std::size_t unit_end(std::string_view text, std::size_t at) {
  std::size_t next = over_gap(text, at);
  if (next < text.size() && text[next] == '#') {
    ++next;
  } else {
    const AddressWord word = address_word_at(text, next);
    if (word.empty() || !has(units, word.text())) return at;
    next = word.span.end;
    if (next < text.size() && text[next] == '.') ++next;
    while (next < text.size() && is_space(text[next])) ++next;
  }
  std::size_t end = next;
  while (end < text.size() && end - next < 6 && g_ascii_isalnum(text[end])) ++end;
  const std::string_view number = text.substr(next, end - next);
  return std::any_of(number.begin(), number.end(), is_ascii_digit) ? end : at;
}

std::size_t town_end(std::string_view text, std::size_t at) {
  std::size_t next = over_gap(text, at);
  if (next == at) return at;
  const std::size_t first_code = code_end(text, next);
  int words = 0, state = 0;
  std::size_t end = at, last = at;
  if (first_code != 0) last = end = first_code;
  while (words < 8) {
    next = over_gap(text, last);
    if (next == last || next >= text.size()) break;
    if (first_code == 0) {
      const std::size_t code = std::max(code_end(text, next), british_code_end(text, next));
      if (code != 0) return words > 0 ? code : at;
    }
    const bool new_line = text.substr(last, next - last).find_first_of(",\n") != std::string_view::npos;
    if (first_code != 0 && words > 0 && new_line) break;
    const AddressWord word = address_word_at(text, next);
    const bool particle = is_street_particle(word.text());
    if (word.empty() || word.digit || (!word.capital && !particle)) break;
    state = word.span.size() == 2 && g_ascii_isupper(text[next]) && g_ascii_isupper(text[next + 1]) ? words : 0;
    last = word.span.end;
    if (first_code != 0 && word.capital) end = last;
    else if (state > 0) end = last;
    ++words;
    if (word.point && first_code != 0) break;
    if (last < text.size() && (text[last] == '?' || text[last] == '!')) break;
  }
  return end;
}

std::size_t capitals_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int words = 0; words < 6 && at < text.size() && text[at] == ' '; ++words) {
    const AddressWord word = address_word_at(text, at + 1);
    if (word.empty() || (!word.capital && !is_street_particle(word.text()))) break;
    at = word.span.end;
    if (word.capital) end = at;
    if (word.point) break;
  }
  return end;
}

std::size_t with_number_before(std::string_view text, std::size_t begin) {
  const AddressWord number = begin > 0 && text[begin - 1] == ' ' ? address_word_before(text, begin) : AddressWord{};
  if (number.empty() || !number.digit || house_number_end(text, number.span.begin) != number.span.end) return begin;
  return number.span.end + 2u >= begin ? number.span.begin : begin;
}

}  // namespace loftgate
