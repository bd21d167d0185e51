// SPDX-License-Identifier: GPL-2.0-or-later
// Words for what leaves with a message or in place of one.
#pragma once

#include <string>

#include "common/engine/hold.h"

namespace loftgate {

/// "File notes.txt", or with what is known of one that cannot be read: "Picture cat.png (PNG image, 34.2 kB)".
/// Only for weighed messages that have attachments; this goes for all below but unsent_line().
std::string attachment_words(const Weighed& weighed);

/// The same without names and sizes: "File".
std::string attachment_word(const Weighed& weighed);

/// A lead that names what leaves: `words` are either of the above; `details` is "Phone number to Meta AI", or "" when
/// nothing was found.
std::string attachment_lead(const Weighed& weighed, const std::string& words, const std::string& details,
                            const std::string& reader);

/// Why to look before something leaves that could not be read; `claim` is what its reader says.
std::string unread_reason(const Weighed& weighed, const std::string& claim);

/// "(i) File notes.txt was not sent."
std::string unsent_line(const Weighed& weighed);

}  // namespace loftgate
