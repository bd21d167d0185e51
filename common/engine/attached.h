// SPDX-License-Identifier: GPL-2.0-or-later
// Weighs files and pictures together with the message they belong to. Values in, values out.
#pragma once

#include "common/engine/hold.h"
#include "common/log/entry.h"

namespace loftgate {

/// Adds names and text of what goes along, so that they are scanned with the message; a picture's name is not sent.
void read_attachments(const Message& message, Weighed& weighed);

/// Notes what could not be read: of a long text its end, of anything but text all of it.
void note_unread(const Message& message, Exposure& exposure);

/// Whether a remembered choice may answer: it is about details, so it neither masks inside a file nor lets out what
/// could not be read.
bool answers_for(const StandingRule& rule, const Message& message, const Weighed& weighed);

}  // namespace loftgate
