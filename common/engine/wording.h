// SPDX-License-Identifier: GPL-2.0-or-later
// Every sentence a user reads about a message: the reader first, then the detail, then the use.
#pragma once

#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/engine/hold.h"
#include "common/engine/warning.h"
#include "common/scan/finding.h"

namespace loftgate {

/// What stands in place of a masked detail: "[phone]".
std::string mask_label(EntityType type);

/// "Phone number", "Payment card number", …: begins a sentence.
std::string noun(EntityType type);

/// "Phone number and e-mail address to Meta AI". At most 60 characters in English for common names.
std::string lead_line(const Weighed& weighed, const Destination& to);

/// What the service says about training, as a claim: "Meta AI says it trains on chats."
std::string claim_line(const Weighed& weighed);

/// Claim and retention; for secrets, first what the secret lets others do. At most 90 characters in English.
std::string reason_line(const Weighed& weighed);

/// The panel behind Why?. `found` tells what was found; none for a badge.
std::vector<WhyLine> why_lines(const Weighed& weighed, bool recorded);

/// Fills in everything a warning says, after `has_mask`: mark, state, lead, reason, spoken line, panel, offers, spans found.
/// `stale`: a remembered choice would have answered, but the service changed its policy since.
void fill_warning(Warning& warning, const Weighed& weighed, const Message& message, bool stale);

/// Why a choice could not be recorded, and what can be done now.
std::string trouble_text(const Error& error);

/// One conversation line that says the same as the bar and names its keys.
std::string spoken_line(const Warning& warning);

/// The line of a notice: about the service alone, or about what was found.
std::string notice_line(const Weighed& weighed);

Badge::Level badge_level(const Weighed& weighed);
Badge badge_of(const Weighed& weighed);

/// Puts words for everybody who sees the account in the place of a name: "everyone who sees your status".
void name_contacts(Audience& audience, const Destination& contacts);

/// Who reads it, for the user: the bot, or the contact and its service.
std::string reader_name(const Audience& audience, const Destination& to);

}  // namespace loftgate
