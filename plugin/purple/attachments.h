// SPDX-License-Identifier: GPL-2.0-or-later
// Copies what leaves beside a text into plain values: the file of a transfer, the pictures inside a message.
#pragma once

#include <string>
#include <vector>

#include "common/text/attachment.h"

namespace loftgate {

/// The file at `path`, read as far as it is text. What cannot be opened, or is no plain file, counts as unread.
Attachment read_file(const std::string& path, const std::string& name, std::uint64_t size);

/// The pictures a message shows, out of libpurple's image store.
std::vector<Attachment> pictures_in(const std::string& markup);

}  // namespace loftgate
