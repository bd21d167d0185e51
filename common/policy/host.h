// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whose server a host name is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/policy/provider.h"

namespace loftgate {

/// The server part of an account name: of "me@jabber.org/desk" and "@me:matrix.org"; "" if it has none.
std::string account_host(std::string_view account);

/// The host of a URL, without user, port and brackets; "" if there is none.
std::string url_host(std::string_view url);

/// Whether `text` is a network in CIDR notation, "127.0.0.0/8".
bool is_network(const std::string& text);

/// How exactly one of the provider's hosts names `host`: the size of the longest pattern that fits, 0 for none.
/// Names fit at dot boundaries, in either case; addresses fit the networks of the record.
std::size_t host_fit(const Provider& provider, std::string_view host);

}  // namespace loftgate
