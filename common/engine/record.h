// SPDX-License-Identifier: GPL-2.0-or-later
// Puts a decision into the words of the consent log. Never the text of a message.
#pragma once

#include <string>

#include "common/engine/choice.h"
#include "common/engine/hold.h"
#include "common/log/entry.h"

namespace loftgate {

/// The entry for one decision about a weighed message. `choice` is what happened, `notice` the wording that was shown.
Entry decision_entry(const Message& message, const Weighed& weighed, LoggedChoice choice, Actor actor,
                     const std::string& notice);

/// The wording of a warning that `Entry::notice` vouches for: ours alone, without any of the user's text.
std::string notice_wording(const Warning& warning);

/// none, low, medium or high, from severity and reach under the balanced matrix; unknown when unchecked.
std::string risk_of(const Exposure& exposure);

}  // namespace loftgate
