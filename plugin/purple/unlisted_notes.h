// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps what contacts called themselves where libpurple forgets its contact list: BitlBee lists no accounts, and
// contacts of accounts that are not listed are not read again.
#pragma once

#include <purple.h>

#include <string>

#include "common/text/message.h"

namespace loftgate {

/// Notes one line about a contact, when its account is on no list; it replaces an earlier one.
void note_unlisted(const Destination& to, const std::string& line);

/// That line, "" when there is none.
std::string unlisted_note(const Destination& to);

}  // namespace loftgate
