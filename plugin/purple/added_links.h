// SPDX-License-Identifier: GPL-2.0-or-later
// Takes back the links that libpurple makes of addresses before it tells anybody about a message, so that a masked
// address is not left behind in a link, and nothing is counted twice.
#pragma once

#include <string>
#include <string_view>

namespace loftgate {

/// Replaces `<A HREF="X">X</A>` by X, where the target only repeats the text, with "http://" or "mailto:" before it
/// or not: the form of purple_markup_linkify, which makes the same link again when the text is sent. Other links stay.
std::string without_added_links(std::string_view markup);

}  // namespace loftgate
