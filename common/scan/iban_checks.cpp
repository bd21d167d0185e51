// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of international bank account numbers (ISO 13616): country, length, structure, sum.
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

/// A country's account numbers behind the check digits: "4a14n" are four letters and fourteen digits, `c` are both.
struct IbanForm {
  char country[3];
  char structure[10];
};

// https://www.swift.com/standards/data-standards/iban-international-bank-account-number, release 100.
constexpr IbanForm registered[] = {
    {"AD", "8n12c"}, {"AE", "19n"}, {"AL", "8n16c"}, {"AT", "16n"}, {"AZ", "4a20c"}, {"BA", "16n"}, {"BE", "12n"},
    {"BG", "4a6n8c"}, {"BH", "4a14c"}, {"BI", "23n"}, {"BR", "23n1a1c"}, {"BY", "4c4n16c"}, {"CH", "5n12c"},
    {"CR", "18n"}, {"CY", "8n16c"}, {"CZ", "20n"}, {"DE", "18n"}, {"DJ", "23n"}, {"DK", "14n"}, {"DO", "4c20n"},
    {"EE", "16n"}, {"EG", "25n"}, {"ES", "20n"}, {"FI", "14n"}, {"FK", "2a12n"}, {"FO", "14n"}, {"FR", "10n11c2n"},
    {"GB", "4a14n"}, {"GE", "2a16n"}, {"GI", "4a15c"}, {"GL", "14n"}, {"GR", "7n16c"}, {"GT", "24c"}, {"HN", "4a20n"},
    {"HR", "17n"}, {"HU", "24n"}, {"IE", "4a14n"}, {"IL", "19n"}, {"IQ", "4a15n"}, {"IS", "22n"}, {"IT", "1a10n12c"},
    {"JO", "4a4n18c"}, {"KW", "4a22c"}, {"KZ", "3n13c"}, {"LB", "4n20c"}, {"LC", "4a24c"}, {"LI", "5n12c"},
    {"LT", "16n"}, {"LU", "3n13c"}, {"LV", "4a13c"}, {"LY", "21n"}, {"MC", "10n11c2n"}, {"MD", "20c"}, {"ME", "18n"},
    {"MK", "3n10c2n"}, {"MN", "16n"}, {"MR", "23n"}, {"MT", "4a5n18c"}, {"MU", "4a19n3a"}, {"NI", "4a20n"},
    {"NL", "4a10n"}, {"NO", "11n"}, {"OM", "3n16c"}, {"PK", "4a16c"}, {"PL", "24n"}, {"PS", "4a21c"}, {"PT", "21n"},
    {"QA", "4a21c"}, {"RO", "4a16c"}, {"RS", "18n"}, {"RU", "14n15c"}, {"SA", "2n18c"}, {"SC", "4a20n3a"},
    {"SD", "14n"}, {"SE", "20n"}, {"SI", "15n"}, {"SK", "20n"}, {"SM", "1a10n12c"}, {"SO", "19n"}, {"ST", "21n"},
    {"SV", "4a20n"}, {"TL", "19n"}, {"TN", "20n"}, {"TR", "6n16c"}, {"UA", "6n19c"}, {"VA", "18n"}, {"VG", "4a16n"},
    {"XK", "16n"}, {"YE", "4a4n18c"},
    // In use without being registered (https://en.wikipedia.org/wiki/International_Bank_Account_Number).
    {"AO", "21n"}, {"BF", "2c22n"}, {"BJ", "2c22n"}, {"CF", "23n"}, {"CG", "23n"}, {"CI", "2c22n"}, {"CM", "23n"},
    {"CV", "21n"}, {"DZ", "22n"}, {"GA", "23n"}, {"GQ", "23n"}, {"GW", "2c19n"}, {"IR", "22n"}, {"KM", "23n"},
    {"MA", "24n"}, {"MG", "23n"}, {"ML", "2c22n"}, {"MZ", "21n"}, {"NE", "2a22n"}, {"SN", "2c22n"}, {"TD", "23n"},
    {"TG", "2c22n"},
};

/// Calls part(size, kind) for every part of a structure.
template <class Part>
void for_each_part(std::string_view structure, Part part) {
  std::size_t size = 0;
  for (const char c : structure) {
    if (is_ascii_digit(c)) {
      size = size * 10 + static_cast<std::size_t>(c - '0');
    } else {
      part(size, c);
      size = 0;
    }
  }
}

const IbanForm* form_of(std::string_view country) {
  const auto* found = std::find_if(std::begin(registered), std::end(registered),
                                   [=](const IbanForm& form) { return form.country == country; });
  return found == std::end(registered) ? nullptr : found;
}

std::size_t length_of(const IbanForm& form) {
  std::size_t length = 4;
  for_each_part(form.structure, [&](std::size_t size, char) { length += size; });
  return length;
}

bool has_structure(std::string_view account, std::string_view structure) {
  bool fits = true;
  for_each_part(structure, [&](std::size_t size, char kind) {
    for (const char c : account.substr(0, size)) fits = fits && (kind == 'c' || is_ascii_digit(c) == (kind == 'n'));
    account.remove_prefix(size);
  });
  return fits;
}

/// ISO 7064 MOD 97-10 of an account number whose first four characters go to its end.
bool mod_97_holds(std::string_view iban) {
  int rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    rest = c <= '9' ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

/// An account number without what stands between its groups.
struct CompactIban {
  std::array<char, 40> characters{};
  std::size_t length = 0;
  std::size_t end = 0;                      ///< bytes of the text
  std::size_t lower = 0, upper = 0;
  const IbanForm* form = nullptr;

  std::string_view text() const { return {characters.data(), length}; }
};

/// Reads as many letters and digits as the country has.
CompactIban read_iban(std::string_view text, Span span) {
  CompactIban iban;
  std::size_t wanted = 2, at = span.begin;
  for (; at < span.end && iban.length < wanted; ++at) {
    const char c = text[at];
    if (!is_ascii_alnum(c)) continue;
    iban.lower += g_ascii_islower(c);
    iban.upper += g_ascii_isupper(c);
    iban.characters[iban.length++] = g_ascii_toupper(c);
    if (iban.length != 2) continue;
    iban.form = form_of(iban.text());
    wanted = iban.form ? length_of(*iban.form) : 0;
  }
  iban.end = at;
  if (iban.length < wanted || is_letter_or_digit(code_point_at(text, at).value)) iban.form = nullptr;
  return iban;
}

}  // namespace

Likelihood check_iban(Candidate& candidate) {
  constexpr std::string_view word = "iban";   // may be joined: IBANDE02…
  if (same_text(candidate.value().substr(0, word.size()), word)) {
    candidate.span.begin += static_cast<std::uint32_t>(word.size());
  }
  const CompactIban iban = read_iban(candidate.text, candidate.span);
  if (!iban.form || !mod_97_holds(iban.text())) return Likelihood::none;
  // Telephones begin a sentence with one capital: "De02 1203 …".
  const bool capital = iban.upper == 1 && iban.lower == 1 && g_ascii_isupper(candidate.text[candidate.span.begin]);
  if (iban.lower > 0 && iban.upper > 0 && !capital) return Likelihood::none;
  candidate.span.end = static_cast<std::uint32_t>(iban.end);
  return has_structure(iban.text().substr(4), iban.form->structure) ? Likelihood::strong : Likelihood::weak;
}

}  // namespace loftgate
