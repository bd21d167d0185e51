// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the words of a name in a text: capitals, initials, particles, and where the name ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/scan/name_words.h"
#include "common/text/markup.h"

namespace loftgate {

/// A word of letters, with the hyphens and apostrophes inside it.
struct NameToken {
  Span span;                 ///< empty: no letter stands here
  std::uint16_t bits = 0;    ///< what the whole word can be, or its first part, or its last part when that is a place
  bool capital = false;      ///< begins with a capital and goes on in small letters: "Anna", "McKay", "O'Neill"
  bool all_capitals = false; ///< two or more letters, all capitals
  bool has_case = false;     ///< its script knows capitals
  bool like_last = false;    ///< ends like a last name
  std::size_t letters = 0;

  bool is(std::uint16_t any) const { return (bits & any) != 0; }
  bool empty() const { return span.size() == 0; }
};

/// How sure the words behind a first name make a last name.
enum class LastName : std::uint8_t { none, unknown, known };

struct FullName {
  Span span;
  LastName last = LastName::none;
  bool place = false;   ///< "Victoria Station": no person
};

class NameReader {
 public:
  NameReader(const NameWords& words, std::string_view text) : words_(words), text_(text) {}

  NameToken token(std::size_t at) const;
  /// The word that ends right before `at`; spaces and `skip` signs between are left out.
  NameToken token_before(std::size_t at, std::string_view skip) const;
  /// Reads on behind a first word. `free`: a phrase has said that a person follows, so any capitals will do.
  FullName full_name(const NameToken& first, bool free) const;
  /// "michael jurkovic": small letters, where only a known last name counts; with `free` also a word that ends the
  /// sentence and is no ordinary one.
  FullName small_name(const NameToken& first, bool free) const;
  /// True if the signs around say that this is a piece of something longer: an address, a path, a nick.
  bool is_piece(const Span& span) const;

 private:
  /// Where the next word of the name would begin, or 0.
  std::size_t next_word(std::size_t end) const;
  std::size_t with_suffix(std::size_t end, bool small) const;

  const NameWords& words_;
  std::string_view text_;
};

}  // namespace loftgate
