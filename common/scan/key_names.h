// SPDX-License-Identifier: GPL-2.0-or-later
// What the words before a random value say it is: a key, a hash, a key for everybody.
#pragma once

#include <optional>
#include <string_view>

namespace loftgate {

/// The name that a value is told or assigned with, and the word before that name.
struct KeyName {
  std::string_view name;          ///< "api_key", "my.acmeToken2", "ключ"
  std::string_view word_before;
};

/// The name at the end of `before`, if a sign of assignment, a quotation mark or "is" leads from it to the value.
std::optional<KeyName> key_name(std::string_view before);

/// The name of a value that is to be kept secret: it ends in "key", "token", "secret" or such a word of another language.
bool names_a_key(std::string_view name);

/// The name of a key or token that everybody may see, or that opens nothing.
bool names_an_open_key(std::string_view name);

/// A word of `text` names something random that is no secret: "commit", "request".
bool has_neutral_word(std::string_view text);

/// A word of `text` says that a secret follows: apiKey, token2, client_secret.
bool has_secret_word(std::string_view text);

/// A sign of assignment or a quotation mark ends `before`.
bool ends_in_assignment(std::string_view before);

}  // namespace loftgate
