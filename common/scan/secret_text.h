// SPDX-License-Identifier: GPL-2.0-or-later
// What the checks of passwords, keys and tokens share: placeholders, kinds of signs, quotation marks, base64.
#pragma once

#include <string>
#include <string_view>

#include "common/text/markup.h"

namespace loftgate {

struct Candidate;

/// Which kinds of signs stand in a value, and how many.
struct Kinds {
  int lower = 0, upper = 0, digit = 0, sign = 0, other_script = 0;

  explicit Kinds(std::string_view value);
  int letters() const { return lower + upper + other_script; }
};

inline bool has_part(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }


/// How many different bytes stand in a value.
int distinct_bytes(std::string_view text);

/// Stands where a secret would, and is none: <token>, ${TOKEN}, %s, ****, xxxx, your-password, changeme.
bool is_placeholder(std::string_view value);

/// Says where a secret comes from instead of telling it: os.getenv("X"), config.password, $input, foo[0].
bool is_code(std::string_view value);

/// A quotation mark, in any of the usual scripts, ends right before the candidate and one begins right behind it.
bool is_quoted(const Candidate& candidate);

/// Bytes of the closing signs (of a sentence, bracket or quotation) at the end of `value`, 0 if there is none.
std::size_t closing_sign_size(std::string_view value);

/// Decodes base64 and base64url (RFC 4648) up to the first other sign.
/// @param most stops after so many bytes.
std::string decode_base64(std::string_view text, std::size_t most);

/// Whether a byte may stand in base64 or base64url.
bool is_base64(char c);

}  // namespace loftgate
