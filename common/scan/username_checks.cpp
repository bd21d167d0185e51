// SPDX-License-Identifier: GPL-2.0-or-later
// Checks whether the word behind "my discord is" or "username:" is the name of an account.
#include <algorithm>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr auto npos = std::string_view::npos;

/// Names that every system has, what stands in forms, and what programs print.
constexpr std::string_view nobodys =
    "root admin administrator user users username guest anonymous nobody default test tester demo example login "
    "name nick nickname password passwd none null nil undefined unknown required optional empty invalid string "
    "true false yes no ok error failed failure success incorrect yourname your_name your_username everyone here "
    "channel all postgres mysql ubuntu debian foo bar baz foobar xxx xxxx tbd todo code inconnu inconnue invalide "
    "incorrecto desconocido unbekannt falsch leer www http https localhost";

/// What is said of a service or a name rather than names it: "my discord is down", "twitter: great".
constexpr std::string_view said_of_it =
    "the a an my your not now so too very really still also just only already always never same there this that "
    "these it its what when where why how who which and or but if for from with on in off up out at by to of as "
    "like about down dead full slow fast open new old fine good great bad nice cool better best worse weird "
    "broken gone banned blocked hacked locked taken free public private online offline muted dying acting laggy "
    "buggy wrong right different available back hidden long short stupid awesome crap shit sure maybe please "
    "thanks see join click check follow me you him her us them i we he she they more less weg kaputt neu alt gut "
    "nicht noch auch nur schon immer ein eine der die das und muy no un una el la bien mal pas le les une tout "
    "trop non rotto molto um uma não mit von niet een het jest nie own weak strong fun boring main empty lit fire "
    "trash garbage useless amazing perfect terrible horrible awful loud quiet silent popular alive busy expensive "
    "cheap huge small insane crazy toast history life home default optional mine yours next first last ready set "
    "missing case unique visible safe";

/// Digits and dots only, or with a "v" before: 2.0.1, v1.2, 12345.
bool is_number(std::string_view value) {
  if (!value.empty() && (value.front() == 'v' || value.front() == 'V')) value.remove_prefix(1);
  return value.find_first_not_of("0123456789.-") == npos;
}

/// Names of files and hosts: a dot and a usual ending.
bool is_file_or_host(std::string_view value) {
  constexpr std::string_view ends = "com org net gg html txt exe py js conf so log png jpg php xml";
  const std::size_t dot = value.rfind('.');
  return dot != npos && is_word_of(value.substr(dot + 1), ends);
}

bool has_tag(std::string_view value) {   // anna#1234, as Discord and Battle.net write them
  const std::size_t sign = value.rfind('#');
  return sign != npos && sign > 1 && value.size() - sign >= 4 && value.size() - sign <= 7 &&
         value.substr(sign + 1).find_first_not_of("0123456789") == npos;
}

/// Looks like no word of a language: signs, digits or capitals inside.
bool is_shaped_like_a_name(std::string_view value) {
  if (value.find_first_of("_#") != npos) return true;
  bool letter = false, digit = false, joined = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    letter = letter || is_ascii_letter(value[i]);
    digit = digit || is_ascii_digit(value[i]);
    const bool inside = i > 0 && i + 1 < value.size();
    const bool hump = inside && value[i] >= 'A' && value[i] <= 'Z' && value[i - 1] >= 'a' && value[i - 1] <= 'z';
    joined = joined || hump || (inside && value[i] == '.');
  }
  return letter && (digit || joined);
}

/// Nothing that goes on with the sentence follows: its end, a comma, or words that begin a new thought.
bool ends_the_thought(std::string_view rest) {
  if (rest.empty() || static_cast<unsigned char>(rest.front()) >= 0xE2) return true;
  if (std::string_view("\r\n\t\"'`*)]}<").find(rest.front()) != npos) return true;
  if (std::string_view(".,;!?").find(rest.front()) != npos) {
    return rest.size() == 1 || static_cast<unsigned char>(rest[1]) <= ' ';
  }
  if (rest.front() != ' ') return false;
  rest.remove_prefix(1);
  if (rest.empty() || std::string_view("(-/|:;").find(rest.front()) != npos) return true;
  if (static_cast<unsigned char>(rest.front()) >= 0xE2) return true;
  const std::string_view word = rest.substr(0, rest.find_first_of(" ,.!?\r\n"));
  constexpr std::string_view starts =
      "and or if on add hmu but btw lol thx thanks pls dm in follow hit feel und oder falls y et ou и";
  return is_word_of(word, starts);
}

bool could_be_said_of_it(std::string_view value) {
  return is_word_of(value, said_of_it) || ends_in(value, "ing") || ends_in(value, "ed") || ends_in(value, "ly");
}

/// The sign behind the name of the service, blanks left out: "discord: " gives ':', "discord is " a letter.
char link_before(std::string_view text, std::size_t at) {
  while (at > 0 && std::string_view(" \"'`*@").find(text[at - 1]) != npos) --at;
  return at > 0 ? text[at - 1] : '\0';
}

/// "skype id: ", "discord tag is ": words that ask for a name.
bool asks_for_a_name(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(at - std::min<std::size_t>(at, 24), std::min<std::size_t>(at, 24));
  while (!before.empty() && std::string_view(" :=\"'`*@").find(before.back()) != npos) before.remove_suffix(1);
  if (ends_in(before, " is")) before.remove_suffix(3);
  for (const std::string_view word : {" id", " name", " handle", " tag", " username", " nick", " user"}) {
    if (ends_in(before, word)) return true;
  }
  return false;
}

/// Long enough and with digits behind, as people make names that are taken otherwise: annaweber77.
bool is_word_and_number(std::string_view value) {
  const auto letters = std::count_if(value.begin(), value.end(), is_ascii_letter);
  return letters >= 6 && value.size() >= 8 && is_ascii_digit(value.back()) && is_ascii_digit(value[value.size() - 2]);
}

struct Reading {
  bool certain = false;   ///< "@anna", "anna#1234", "live:anna"
  bool shaped = false;
  bool told = false;      ///< behind a colon, not in a sentence
};

/// False if the value is nobody's name or no name at all.
bool read(const Candidate& candidate, Reading& reading) {
  std::string_view value = candidate.value();
  const bool at_sign = value.starts_with('@') ||
                       (candidate.span.begin > 0 && candidate.text[candidate.span.begin - 1] == '@');
  if (value.starts_with('@')) value.remove_prefix(1);
  const auto letters = std::count_if(value.begin(), value.end(), is_ascii_letter);
  if (value.size() < 3 || letters < 2 || is_number(value)) return false;
  if (is_word_of(value, nobodys) || is_file_or_host(value)) return false;
  const std::string_view rest = candidate.text.substr(candidate.span.end);
  if (rest.starts_with("://") || rest.starts_with('/') || rest.starts_with('(') || rest.starts_with('=')) return false;
  const char link = link_before(candidate.text, candidate.span.begin);
  reading.told = link == ':' || link == '=' || static_cast<unsigned char>(link) >= 0x80;
  reading.certain = at_sign || has_tag(value) || value.starts_with("live:");
  reading.shaped = is_shaped_like_a_name(value);
  if (reading.certain || reading.shaped) return true;
  return ends_the_thought(rest) && !could_be_said_of_it(value);
}

}  // namespace

Likelihood check_username(Candidate& candidate) {
  Reading reading;
  if (!read(candidate, reading)) return Likelihood::none;
  const std::string_view value = candidate.value();
  const bool asked = asks_for_a_name(candidate.text, candidate.span.begin);
  const bool made_up = asked || value.find('_') != npos || is_word_and_number(value);
  const bool told = reading.told && made_up && ends_the_thought(candidate.text.substr(candidate.span.end));
  return reading.certain || told ? Likelihood::fair : Likelihood::weak;
}

/// The path of an address goes on behind a name that owns what follows: a repository, a post.
Likelihood check_username_profile(Candidate& candidate) {
  const std::string_view rest = candidate.text.substr(candidate.span.end);
  const bool goes_on = rest.size() > 1 && rest[0] == '/' && (is_ascii_letter(rest[1]) || is_ascii_digit(rest[1]));
  return goes_on || is_word_of(candidate.value(), nobodys) ? Likelihood::none : Likelihood::fair;
}

Likelihood check_username_shaped(Candidate& candidate) {
  Reading reading;
  const bool hyphens = candidate.value().find('-') != npos && candidate.value().find_first_of("0123456789_") == npos;
  if (!read(candidate, reading) || hyphens) return Likelihood::none;
  return reading.certain || reading.shaped ? Likelihood::fair : Likelihood::none;
}

Likelihood check_account_number(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const char link = link_before(candidate.text, candidate.span.begin);
  const bool own_form = value.find('-') != npos || value.starts_with("7656119");
  const bool told = std::string_view(":=#").find(link) != npos || static_cast<unsigned char>(link) >= 0x80;
  return own_form || told || (value.size() >= 8 && link == 's') ? Likelihood::fair : Likelihood::none;
}

Likelihood check_username_told(Candidate& candidate) {
  Reading reading;
  if (!read(candidate, reading)) return Likelihood::none;
  return reading.certain || reading.shaped || reading.told ? Likelihood::fair : Likelihood::weak;
}

}  // namespace loftgate
