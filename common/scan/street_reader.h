// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the parts of a street address: words and kinds of streets, house numbers, flats, towns with their codes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/markup.h"

namespace loftgate {

/// What a word of an address is.
enum class StreetWord : std::uint8_t {
  none,
  kind_behind,   ///< "Street": stands behind the name of the street
  kind_before,   ///< "rue": stands before it
  particle,      ///< "de la": small letters inside a name
};

/// One word of a text, from one space or comma to the next.
struct AddressWord {
  Span span;                       ///< without the point or comma behind it; empty: there is none
  std::array<char, 32> small{};    ///< its first letters, in lower case
  std::uint8_t size = 0;
  bool capital = false;            ///< begins with a capital letter
  bool digit = false;              ///< begins with a digit
  bool point = false;              ///< a point stands behind it

  bool empty() const { return span.size() == 0; }
  std::string_view text() const { return {small.data(), size}; }
};

AddressWord address_word_at(std::string_view text, std::size_t at);
AddressWord address_word_before(std::string_view text, std::size_t at);

StreetWord street_word(std::string_view small);
/// True for what can stand before the name of a street, in lower case: "rue", "via", "avenue".
bool is_kind_before(std::string_view small);
/// Kinds of streets that are ordinary words too: "drive", "way"; "boulevard".
bool is_doubtful_kind(std::string_view small);
/// "hauptstraße", "adrianalaan": the kind of street is the end of the word.
bool ends_like_street(std::string_view small);
/// Small words that belong to the names of streets and towns: "de", "la".
bool is_street_particle(std::string_view small);

/// The end of a house number that begins at `at`: "12", "12a", "12-14", "12/3"; 0 if it is none.
std::size_t house_number_end(std::string_view text, std::size_t at);
/// The end of a flat, if one stands behind `at`: ", Apt. 3", "\n Suite 12"; otherwise `at`.
std::size_t unit_end(std::string_view text, std::size_t at);
/// The end of a town with its code, if they stand behind `at`: ", 12345 Town", ", Town, ST 12345"; otherwise `at`.
std::size_t town_end(std::string_view text, std::size_t at);
/// The end of the words in capitals behind `at`, on the same line: a town and a country without a code.
std::size_t capitals_end(std::string_view text, std::size_t at);
/// Where a first number before a street begins ("81 Stallstigen 19"), or `begin`.
std::size_t with_number_before(std::string_view text, std::size_t begin);

}  // namespace loftgate
