// SPDX-License-Identifier: GPL-2.0-or-later
// Dates of birth: reads a date in any order and in many languages behind a word that says that somebody was born.
#include <glib.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/scan/checks.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t reach = 72;           // bytes from the first word to the date
constexpr int earliest = 1900, latest = 2035;   // whoever was born before is history

/// How the names of months begin; a longer beginning stands before a shorter one of another month.
struct Month {
  std::string_view begin;
  int number;
};
constexpr Month months[] = {
    {"jan", 1}, {"ene", 1}, {"gen", 1}, {"sty", 1}, {"led", 1}, {"oca", 1}, {"ian", 1}, {"янв", 1}, {"січ", 1},
    {"siječ", 1}, {"tammi", 1}, {"ιαν", 1}, {"יואר", 1}, {"ينا", 1}, {"जन", 1}, {"ян", 1},
    {"feb", 2}, {"fév", 2}, {"fev", 2}, {"lut", 2}, {"únor", 2}, {"şub", 2}, {"фев", 2}, {"лют", 2}, {"velj", 2},
    {"helmi", 2}, {"φεβ", 2}, {"فبر", 2}, {"फ़र", 2}, {"फर", 2},
    {"mar", 3}, {"mär", 3}, {"mrz", 3}, {"maa", 3}, {"mrt", 3}, {"břez", 3}, {"márc", 3}, {"мар", 3}, {"берез", 3},
    {"ožu", 3}, {"μαρ", 3}, {"مار", 3}, {"मार्च", 3},
    {"apr", 4}, {"avr", 4}, {"abr", 4}, {"kwie", 4}, {"dub", 4}, {"nis", 4}, {"ápr", 4}, {"апр", 4}, {"квіт", 4},
    {"trav", 4}, {"huhti", 4}, {"απρ", 4}, {"أبر", 4}, {"ابر", 4}, {"अप्रै", 4},
    {"may", 5}, {"mai", 5}, {"mei", 5}, {"mag", 5}, {"maj", 5}, {"květ", 5}, {"máj", 5}, {"май", 5}, {"мая", 5},
    {"трав", 5}, {"svib", 5}, {"touko", 5}, {"μαΐ", 5}, {"μαι", 5}, {"ماي", 5}, {"मई", 5}, {"mei", 5},
    {"jun", 6}, {"juin", 6}, {"giu", 6}, {"cze", 6}, {"haz", 6}, {"jún", 6}, {"iun", 6}, {"июн", 6}, {"черв", 6},
    {"lip", 7}, {"kesä", 6}, {"ιουν", 6}, {"يوني", 6}, {"जून", 6}, {"červn", 6},
    {"jul", 7}, {"juil", 7}, {"lug", 7}, {"tem", 7}, {"júl", 7}, {"iul", 7}, {"июл", 7}, {"лип", 7}, {"srp", 7},
    {"heinä", 7}, {"ιουλ", 7}, {"يولي", 7}, {"जुल", 7}, {"červen", 7},
    {"aug", 8}, {"aoû", 8}, {"aou", 8}, {"ago", 8}, {"sie", 8}, {"ağu", 8}, {"авг", 8}, {"серп", 8}, {"kolov", 8},
    {"elo", 8}, {"αυγ", 8}, {"أغس", 8}, {"अग", 8}, {"agu", 8},
    {"sep", 9}, {"set", 9}, {"wrz", 9}, {"zář", 9}, {"eyl", 9}, {"szept", 9}, {"сен", 9}, {"верес", 9}, {"ruj", 9},
    {"syys", 9}, {"σεπ", 9}, {"سبت", 9}, {"सित", 9},
    {"oct", 10}, {"okt", 10}, {"ott", 10}, {"out", 10}, {"paź", 10}, {"říj", 10}, {"eki", 10}, {"окт", 10},
    {"жовт", 10}, {"list", 11}, {"loka", 10}, {"οκτ", 10}, {"أكت", 10}, {"अक्", 10},
    {"nov", 11}, {"lis", 11}, {"kas", 11}, {"ноя", 11}, {"noy", 11}, {"stud", 11}, {"marras", 11}, {"νοε", 11},
    {"نوف", 11}, {"नव", 11}, {"noi", 11},
    {"dec", 12}, {"déc", 12}, {"dez", 12}, {"dic", 12}, {"gru", 12}, {"pros", 12}, {"ara", 12}, {"дек", 12},
    {"груд", 12}, {"joulu", 12}, {"δεκ", 12}, {"ديس", 12}, {"दिस", 12}, {"des", 12},
};

/// Words that may stand between, whatever the language.
constexpr std::string_view fillers[] = {
    "on", "is", "was", "the", "of", "at", "in", "birth", "date", "day", "my", "his", "her", "le", "el", "il", "am",
    "den", "de", "del",
    "op", "dnia", "w", "dne", "naissance", "nascita", "nascimento", "nacimiento", "urodzenia", "narození",
    "rođenja", "рождения",
    "народження", "ist", "es", "est", "è", "é", "er", "är", "on", "tarihi", "tarihim", "lahir", "tanggal", "ngày",
    "dia", "día", "a",
    "года", "um", "em", "på", "der", "i", "d", "dob", "o", "b", "birthday", "bday", "birthdate", "falls",
    "actually", "'s", "s", "no",
    "me", "foi", "je", "mám", "szül", "idő", "γέννησης", "στις", "الميلاد", "الولادة", "هو", "तिथि", "है", "को",
    "sinh", "là", "nascher", "nașterii", "pe", "się", "są", "р", "г", "moje", "hari", "adalah", "saya",
};

int month_of(std::string_view word) {
  const std::string small = lower_case(word.substr(0, 40));
  std::size_t longest = 0;
  int number = 0;
  for (const Month& month : months) {
    if (month.begin.size() > longest && small.starts_with(month.begin)) {
      longest = month.begin.size();
      number = month.number;
    }
  }
  return number;
}

std::size_t letters_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= broken_byte || !(g_unichar_isalpha(c.value) || g_unichar_ismark(c.value) || c.value == '\'')) break;
    at += c.size;
  }
  return at;
}

/// A number of at most four digits of any script.
struct Number {
  int value = -1;
  int digits = 0;
  std::size_t end = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  for (number.end = at; number.digits <= 4; ++number.digits) {
    const CodePoint c = code_point_at(text, number.end);
    const int digit = c.size == 0 ? -1 : digit_value(c.value);
    if (digit < 0) break;
    number.value = std::max(number.value, 0) * 10 + digit;
    number.end += c.size;
  }
  if (number.digits > 4) number.value = -1;
  return number;
}

bool is_day(const Number& n) { return n.digits > 0 && n.digits <= 2 && n.value >= 1 && n.value <= 31; }
bool is_month(const Number& n) { return n.digits > 0 && n.digits <= 2 && n.value >= 1 && n.value <= 12; }
bool is_full_year(const Number& n) { return n.digits == 4 && n.value >= earliest && n.value <= latest; }
bool is_year(const Number& n) { return is_full_year(n) || n.digits == 2; }

/// Over spaces, points, commas and the small words inside a date: "3rd of May, 1985", "3 de mayo de 1985".
std::size_t over_small_words(std::string_view text, std::size_t at) {
  for (int i = 0; i < 4; ++i) {
    while (at < text.size() && std::string_view(" .,/-").find(text[at]) != std::string_view::npos) ++at;
    const std::size_t end = letters_end(text, at);
    const std::string_view word = text.substr(at, end - at);
    constexpr std::string_view small[] = {"st", "nd", "rd", "th", "of", "the", "de", "del", "do",
                                          "di", "er", "ste", "e", "o", "a", "tháng", "năm"};
    if (word.empty() || std::find(std::begin(small), std::end(small), word) == std::end(small)) break;
    at = end;
  }
  return at;
}

enum class DateKind { none, day_and_month, full };
struct Date {
  DateKind kind = DateKind::none;
  std::size_t end = 0;
};

bool ends_here(std::string_view text, std::size_t at) { return at >= text.size() || digit_value(code_point_at(text, at).value) < 0; }

/// "3/4/1985", "1985-04-03", "3. 4. 85".
Date numeric_date(std::string_view text, const Number& first) {
  const auto separator = [&](std::size_t at) -> std::size_t {
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size() || std::string_view("./-").find(text[at]) == std::string_view::npos) return 0;
    ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
  };
  const std::size_t second_at = separator(first.end);
  if (second_at == 0) return {};
  const Number second = number_at(text, second_at);
  const std::size_t third_at = second.value < 0 ? 0 : separator(second.end);
  if (third_at == 0) return {};
  const Number third = number_at(text, third_at);
  const bool year_first = is_full_year(first) && is_month(second) && is_day(third);
  const bool year_last = is_year(third) && ((is_day(first) && is_month(second)) || (is_month(first) && is_day(second)));
  if ((!year_first && !year_last) || !ends_here(text, third.end)) return {};
  return {DateKind::full, third.end};
}

/// "1985年4月3日", "1985년 4월 3일".
Date joined_date(std::string_view text, const Number& first) {
  Number number = first;
  std::size_t at = first.end;
  constexpr std::array<std::pair<char32_t, char32_t>, 3> signs = {{{U'年', U'년'}, {U'月', U'월'}, {U'日', U'일'}}};
  for (std::size_t part = 0; part < signs.size(); ++part) {
    if (part > 0) number = number_at(text, at);
    const CodePoint sign = code_point_at(text, number.end);
    if (part == 2 && sign.value == U'号') return is_day(number) ? Date{DateKind::full, number.end + sign.size} : Date{};
    if (number.value < 0 || (sign.value != signs[part].first && sign.value != signs[part].second)) return {};
    const bool fits = part == 0 ? is_full_year(number) : part == 1 ? is_month(number) : is_day(number);
    if (!fits) return {};
    at = number.end + sign.size;
    if (part == 2) return {DateKind::full, at};
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return {};
}

/// "3 May 1985", "3rd of May".
Date day_first(std::string_view text, const Number& day) {
  const std::size_t month_at = over_small_words(text, day.end);
  const std::size_t month_end = letters_end(text, month_at);
  if (month_end < month_at + 3 || month_of(text.substr(month_at, month_end - month_at)) == 0) return {};
  const Number year = number_at(text, over_small_words(text, month_end));
  if (is_full_year(year) && ends_here(text, year.end)) return {DateKind::full, year.end};
  return year.digits > 2 ? Date{} : Date{DateKind::day_and_month, month_end};
}

/// "May 3rd, 1985"; "1985. május 3."
Date month_first(std::string_view text, std::size_t at) {
  const std::size_t month_end = letters_end(text, at);
  if (month_end < at + 3 || month_of(text.substr(at, month_end - at)) == 0) return {};
  const Number day = number_at(text, over_small_words(text, month_end));
  if (!is_day(day)) return {};
  std::size_t end = day.end;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (text.substr(end).starts_with(ending)) end += ending.size();
  }
  const Number year = number_at(text, over_small_words(text, end));
  if (is_full_year(year) && ends_here(text, year.end)) return {DateKind::full, year.end};
  return year.digits > 2 ? Date{} : Date{DateKind::day_and_month, end};
}

Date date_at(std::string_view text, std::size_t at) {
  const Number first = number_at(text, at);
  if (first.digits == 0) return month_first(text, at);
  if (first.value < 0) return {};
  if (const Date date = numeric_date(text, first); date.kind != DateKind::none) return date;
  if (const Date date = joined_date(text, first); date.kind != DateKind::none) return date;
  if (is_full_year(first)) {
    const Date date = month_first(text, over_small_words(text, first.end));
    return date.kind == DateKind::none ? Date{} : Date{DateKind::full, date.end};
  }
  return is_day(first) ? day_first(text, first) : Date{};
}

bool is_filler(std::string_view text, std::size_t at, std::size_t end) {
  const CodePoint first = code_point_at(text, at);
  if (first.value < broken_byte && g_unichar_isupper(first.value)) return true;   // a place: "born in Leeds on …"
  const std::string small = lower_case(text.substr(at, end - at));
  return std::find(std::begin(fillers), std::end(fillers), small) != std::end(fillers);
}

}  // namespace

/// Begins at a word such as "born": finds the date behind it, with nothing but small words between.
Likelihood check_birth_date(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const std::size_t begin = candidate.span.begin;
  const char32_t cue = code_point_at(text, begin).value;
  const bool joined_script = cue >= 0x3000;
  if (begin > 0 && !joined_script && is_letter_or_digit(code_point_before(text, begin).value)) return Likelihood::none;
  int words = 0;
  for (std::size_t at = begin; at < text.size() && at < begin + reach;) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= broken_byte || c.value == '!' || c.value == '?' || c.value == ';') return Likelihood::none;
    if (!is_letter_or_digit(c.value)) {
      at += c.size;
      continue;
    }
    if (at > begin) {
      if (const Date date = date_at(text, at); date.kind != DateKind::none) {
        candidate.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(date.end)};
        return date.kind == DateKind::full ? Likelihood::fair : Likelihood::weak;
      }
    }
    if (digit_value(c.value) >= 0) return Likelihood::none;
    std::size_t end = letters_end(text, at);
    if (joined_script || (c.value >= 0x3000 && c.value < 0xE000)) end = at + c.size;
    if (end == at) return Likelihood::none;
    const bool own = words == 0;   // the word that was the anchor
    if (!own && !joined_script && !is_filler(text, at, end)) return Likelihood::none;
    if (++words > 9) return Likelihood::none;
    at = end;
  }
  return Likelihood::none;
}

}  // namespace loftgate
