// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of street addresses. A pattern finds a number or the kind of a street; the checks read what stands around it.
#include <algorithm>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/street_reader.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int most_street_words = 6;

/// What follows a number that counts or measures.
bool measures(std::string_view text, std::size_t at) {
  const AddressWord word = address_word_at(text, at < text.size() && text[at] == ' ' ? at + 1 : at);
  for (const std::string_view unit : {"km", "m", "min", "minuten", "uhr", "euro", "eur", "h", "kg", "mb", "gb", "%", "x", "meter"}) {
    if (word.text() == unit) return true;
  }
  return false;
}

bool begins_freely(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = code_point_before(text, at).value;
  if (is_letter_or_digit(before)) return false;
  return before >= 0x80 || std::string_view("./:-$#=_@+\\%").find(static_cast<char>(before)) == std::string_view::npos;
}

/// Adds the flat, the town and a number before, and takes the result as the candidate.
Likelihood take(Candidate& candidate, std::size_t begin, std::size_t end, Likelihood plain) {
  const std::size_t unit = unit_end(candidate.text, end);
  std::size_t town = town_end(candidate.text, unit);
  if (unit > end && town == unit) town = capitals_end(candidate.text, unit);
  const std::size_t again = town == unit && unit == end ? end : unit_end(candidate.text, town);
  candidate.span = {static_cast<std::uint32_t>(with_number_before(candidate.text, begin)), static_cast<std::uint32_t>(again)};
  return again > end && plain < Likelihood::fair ? Likelihood::fair : plain;
}

struct Street {
  std::size_t end = 0;       ///< 0: none
  bool small = false;        ///< a word of it is written small
  bool doubtful = false;     ///< its kind is an ordinary word too
};

/// "Rue de la Paix", from its kind on. Ends behind the last capital word.
Street named_street(std::string_view text, const AddressWord& kind) {
  Street street;
  std::size_t at = kind.span.end + (kind.point ? 1u : 0u);
  int capitals = 0;
  for (int words = 0; words < most_street_words && at < text.size(); ++words) {
    if (text[at] == '/') ++at;
    const bool space = at < text.size() && text[at] == ' ';
    if (!space && !(kind.point && words == 0)) break;   // "ул.Садовая"
    at += space;
    const AddressWord word = address_word_at(text, at);
    if (word.empty() || word.digit) break;
    if (word.capital) {
      ++capitals;
      street.end = word.span.end;
      at = word.span.end + (word.point && word.span.size() < 5 ? 1u : 0u);
      if (word.point && word.span.size() >= 5) break;
      continue;
    }
    if (!is_street_particle(word.text())) break;
    at = word.span.end;
  }
  if (capitals == 0 || street.end < kind.span.end + 4u) street.end = 0;   // "Avenue Q"
  return street;
}

/// "Old Mill Road", behind a number. Ends behind the last kind of street among its words.
Street kind_behind(std::string_view text, std::size_t at) {
  Street street;
  bool small = false;
  for (int words = 0; words < 5 && at < text.size(); ++words) {
    const AddressWord word = address_word_at(text, at);
    if (word.empty() || (word.digit && word.span.size() < 3)) break;
    if (words > 0 && street_word(word.text()) == StreetWord::kind_behind) {
      street.end = word.span.end + (word.point && word.span.size() <= 4 && word.span.end + 1u < text.size() ? 1u : 0u);
      street.small = small || !word.capital;
      street.doubtful = is_doubtful_kind(word.text()) && word.text() != "avenue" && word.text() != "boulevard";
    } else if (!word.capital && !word.digit && !is_street_particle(word.text())) {
      if (street.end != 0) break;
      small = true;
    }
    const std::size_t next = word.span.end + (word.point ? 1u : 0u);
    if (next >= text.size() || text[next] != ' ') break;
    at = next + 1;
  }
  if (street.end > 0 && text[street.end - 1] == '.') --street.end;
  return street;
}

/// True if a comma or a line break stands behind the digits at `at`: a town may follow. Tells most numbers apart at once.
bool may_have_town_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at + 6 < text.size() && (text[at] == ',' || text[at] == '\n');
}

/// "Slovenčeva 51, 1000 Ljubljana": a word in capitals is a street if a town with its code follows, and the words
/// around speak of addresses.
Likelihood with_town(Candidate& candidate, std::size_t street, std::size_t number_end) {
  const std::size_t end = town_end(candidate.text, number_end);
  if (end < number_end + 8 || !begins_freely(candidate.text, street)) return Likelihood::none;
  candidate.span = {static_cast<std::uint32_t>(with_number_before(candidate.text, street)), static_cast<std::uint32_t>(end)};
  return Likelihood::weak;
}

/// Addresses that everybody knows.
bool is_famous(std::string_view text, std::size_t number, std::size_t end) {
  for (const std::string_view famous : {"10 Downing Street", "221B Baker Street", "1600 Pennsylvania Avenue", "742 Evergreen Terrace",
                                        "4 Privet Drive", "350 Fifth Avenue", "123 Main Street", "123 Main St", "21 Jump Street", "123 Fake Street"}) {
    if (text.substr(number, end - number) == famous) return true;
  }
  return false;
}

}  // namespace

/// Begins at a number: "12 Old Mill Road", "12, rue de la Paix".
Likelihood check_street_behind(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const std::size_t begin = candidate.span.begin;
  if (!begins_freely(text, begin)) return Likelihood::none;
  std::size_t at = house_number_end(text, begin);
  if (at == 0 || at >= text.size()) return Likelihood::none;
  const bool comma = text[at] == ',';
  if (comma) ++at;
  if (at >= text.size() || text[at] != ' ') return Likelihood::none;
  const AddressWord first = address_word_at(text, ++at);
  if (is_kind_before(first.text())) {
    const Street street = named_street(text, first);
    if (street.end != 0) {
      std::size_t end = street.end;
      const std::size_t gap = end + 1 < text.size() && text[end] == ',' ? end + 2 : end + 1;
      const std::size_t number = gap < text.size() ? house_number_end(text, gap) : 0;
      if (number != 0 && number - gap < 5) end = number;
      const bool sure = first.span.size() > 2 || end != street.end;
      return take(candidate, begin, end, sure ? Likelihood::fair : Likelihood::weak);
    }
  }
  if (comma) return Likelihood::none;
  // "20 minutes late": what begins small is no street, unless a flat or a town stands behind.
  constexpr std::size_t reach = 64;
  const bool goes_on = text.substr(at, reach).find_first_of(",\n0123456789") != std::string_view::npos;
  if (!first.capital && !first.digit && !goes_on) return Likelihood::none;
  const Street street = kind_behind(text, at);
  if (street.end == 0) return Likelihood::none;
  if (is_famous(text, begin, street.end)) {
    candidate.span.end = static_cast<std::uint32_t>(street.end);
    return Likelihood::known;
  }
  const Likelihood alone = street.doubtful ? Likelihood::weak : Likelihood::fair;
  return take(candidate, begin, street.end, street.small ? Likelihood::none : alone);
}

/// Begins at a number: the street stands before it, "Hauptstraße 12".
Likelihood check_street_before(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const std::size_t begin = candidate.span.begin;
  if (begin < 4 || (text[begin - 1] != ' ' && text[begin - 1] != ':')) return Likelihood::none;   // "No:5"
  AddressWord word = address_word_before(text, begin);
  if (word.text() == "no" || word.text() == "nr" || word.text() == "nº" || word.text() == "д" || word.text() == "буд") {
    word = address_word_before(text, word.span.begin);
  }
  if (word.empty() || word.digit || text[word.span.end] == ':') return Likelihood::none;
  const bool street_like = ends_like_street(word.text());
  if (!street_like && !(word.capital && may_have_town_behind(text, begin))) return Likelihood::none;
  const std::size_t number_end = house_number_end(text, begin);
  if (number_end == 0 || measures(text, number_end)) return Likelihood::none;
  if (!street_like) return with_town(candidate, word.span.begin, number_end);
  std::size_t street = word.span.begin;
  bool capital = word.capital;
  const bool bare = word.text().size() < 8 && street_word(word.text()) == StreetWord::none;
  for (int words = 0; words < 3 && street > 0 && text[street - 1] == ' '; ++words) {
    const AddressWord before = address_word_before(text, street);
    const bool belongs = !before.empty() && !before.digit && !before.point && before.capital && text[before.span.end] == ' ';
    if (!belongs || (!bare && word.capital)) break;
    street = before.span.begin;
    capital = true;
  }
  if (!capital && street == word.span.begin && word.text().size() < 9) return Likelihood::none;
  if (street == word.span.begin && word.text().size() < 6) return Likelihood::none;
  if (!begins_freely(text, street)) return Likelihood::none;
  const std::string_view small = word.text();
  const bool sure = capital || small.ends_with("straße") || small.ends_with("strasse") || small.ends_with("straat");
  return take(candidate, street, number_end, sure ? Likelihood::fair : Likelihood::weak);
}

/// Begins at the kind of a street: "Via Roma 12", "ul. Długa 5".
Likelihood check_street_named(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const AddressWord kind = address_word_at(text, candidate.span.begin);
  if (!begins_freely(text, candidate.span.begin)) return Likelihood::none;
  AddressWord first = kind;
  if (const std::size_t slash = text.substr(kind.span.begin, kind.span.size()).find('/'); slash != std::string_view::npos) {
    first.span.end = kind.span.begin + static_cast<std::uint32_t>(slash);   // "C/ Mayor 4"
  } else if (const std::size_t point = text.substr(kind.span.begin, kind.span.size()).find('.'); point != std::string_view::npos) {
    first.span.end = kind.span.begin + static_cast<std::uint32_t>(point);
    first.point = true;   // "ул.Ленина"
  }
  const Street street = named_street(text, first);
  if (street.end == 0) return Likelihood::none;
  std::size_t at = street.end;
  if (at < text.size() && text[at] == '.') ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
  const AddressWord sign = address_word_at(text, at);
  for (const std::string_view word : {"no", "nº", "n", "n°", "nr", "núm", "д", "дом", "буд", "č"}) {
    if (sign.text() == word || (word.size() < sign.text().size() && sign.text().starts_with(word) && sign.text()[word.size()] == '.')) {
      at = std::min<std::size_t>(text.size(), sign.span.begin + word.size());
      while (at < text.size() && (text[at] == '.' || text[at] == ' ' || text[at] == ':')) ++at;
    }
  }
  const std::size_t number = at < text.size() ? house_number_end(text, at) : 0;
  const std::size_t begin = candidate.span.begin;
  if (number == 0 || measures(text, number)) return Likelihood::none;
  // "Calle de los Herreros": a small word inside says that it is a name; "Boulevard Cinema 7" may be anything.
  const std::string_view name = text.substr(first.span.end, street.end - first.span.end);
  const bool plain = name.find(" d") == std::string_view::npos;
  const bool doubtful = first.text() == "via" ? !first.capital : is_doubtful_kind(first.text()) && plain;
  return take(candidate, begin, number, doubtful ? Likelihood::weak : Likelihood::fair);
}

/// Begins at a flat: "Castelao 71 Apt. 862". Whatever stands before it in capitals with a number is the street.
Likelihood check_street_unit(Candidate& candidate) {
  const std::string_view text = candidate.text;
  std::size_t before = candidate.span.begin;
  while (before > 0 && std::string_view(" ,\n>?").find(text[before - 1]) != std::string_view::npos) --before;
  if (before == candidate.span.begin || before < 3) return Likelihood::none;
  std::size_t begin = before;
  int words = 0, capitals = 0, numbers = 0;
  while (words < 7) {
    const AddressWord word = address_word_before(text, begin);
    if (word.empty()) break;
    const bool particle = is_street_particle(word.text());
    const bool number = word.digit && house_number_end(text, word.span.begin) != 0;
    const bool lower_kind = street_word(word.text()) != StreetWord::none || word.point;
    if (!word.capital && !number && !particle && !lower_kind) break;
    const bool prose = word.text() == "in" || word.text() == "a" || word.text() == "the" || word.text() == "of";
    if (prose && !word.capital) break;
    begin = word.span.begin;
    capitals += word.capital;
    numbers += number;
    ++words;
    if (number && capitals > 0) break;
  }
  if (capitals == 0 || numbers == 0) return Likelihood::none;
  const std::size_t unit = unit_end(text, before);
  if (unit == before) return Likelihood::none;
  const std::size_t town = std::max(town_end(text, unit), capitals_end(text, unit));
  candidate.span = {static_cast<std::uint32_t>(with_number_before(text, begin)), static_cast<std::uint32_t>(town)};
  return Likelihood::fair;
}

/// Begins at a box of a post office; adds the town.
Likelihood check_street_box(Candidate& candidate) {
  return take(candidate, candidate.span.begin, candidate.span.end, Likelihood::fair);
}

/// Begins at a province or prefecture: Chinese and Japanese addresses go from the large to the small.
Likelihood check_street_han(Candidate& candidate) {
  const std::string_view text = candidate.text;
  const auto is_han = [](char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FE); };
  constexpr std::u32string_view numbers = U"一二三四五六七八九十";
  const auto is_number = [&](char32_t c) { return digit_value(c) >= 0 || numbers.find(c) != std::u32string_view::npos; };
  std::size_t at = candidate.span.begin;
  char32_t last = 0;
  for (int characters = 0;; ++characters) {
    const CodePoint c = code_point_at(text, at);
    const bool gap = c.value == ' ' || c.value == U'\u3000';
    if (characters > 40 || (!gap && !is_han(c.value) && digit_value(c.value) < 0)) return Likelihood::none;
    if (digit_value(c.value) >= 0) break;
    if (c.value == U'は' || c.value == U'の' || c.value == U'に' || c.value == U'的' || c.value == U'在') return Likelihood::none;
    if (!gap) last = c.value;
    at += c.size;
  }
  // Pairs of a number and its counter, "1丁目2番3号", "88号3栋502室"; Japan also writes 3-1-3.
  constexpr std::u32string_view counters = U"丁目番地号號弄巷栋幢楼樓室层座单元之";
  constexpr std::u32string_view dashes = U"-−－‐ー";
  std::size_t end = 0, pairs = 0;
  char32_t first_sign = 0;
  while (at < text.size()) {
    std::size_t next = at;
    while (is_number(code_point_at(text, next).value) && next - at < 16) next += code_point_at(text, next).size;
    if (next == at) break;
    end = at = next;
    ++pairs;
    const char32_t sign = code_point_at(text, at).value;
    if (dashes.find(sign) != std::u32string_view::npos) {
      at += code_point_at(text, at).size;
      if (first_sign == 0) first_sign = sign;
      continue;
    }
    while (at < text.size() && counters.find(code_point_at(text, at).value) != std::u32string_view::npos) {
      if (first_sign == 0) first_sign = code_point_at(text, at).value;
      at += code_point_at(text, at).size;
      end = at;
    }
  }
  constexpr std::u32string_view streets = U"路街道巷弄村段里园園";
  constexpr std::u32string_view house_signs = U"号號弄巷";
  const auto is_in = [](std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; };
  const bool chinese = is_in(streets, last) && is_in(house_signs, first_sign);
  const bool japanese = first_sign == U'丁' || first_sign == U'番' || (is_in(dashes, first_sign) && pairs >= 2);
  if (!chinese && !japanese) return Likelihood::none;
  candidate.span.end = static_cast<std::uint32_t>(end);
  return Likelihood::fair;
}

}  // namespace loftgate
