// SPDX-License-Identifier: GPL-2.0-or-later
// Which domains can receive mail, and which words are said around them.
#pragma once

#include <string_view>

namespace loftgate {

/// True for a top-level domain that can be: two ASCII letters must be one that is assigned.
bool is_top_domain(std::string_view top);

/// True for labels parted by dots with such a top-level domain.
bool is_domain(std::string_view domain);

/// True for the first label of a service where many people have a mailbox: "gmail".
bool is_mail_service(std::string_view label);

/// True for a word that stands before "at" in a sentence, so that it is nobody's name there.
bool is_word_before_at(std::string_view name);

}  // namespace loftgate
