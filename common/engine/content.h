// SPDX-License-Identifier: GPL-2.0-or-later
// What of a message is its content: the words of a command and the names in it are none.
#pragma once

#include <algorithm>
#include <string_view>

#include "common/scan/scanner.h"
#include "common/text/message.h"

namespace loftgate {

/// The content of `plain`, the message's plain text.
inline std::string_view content_of(const Message& message, std::string_view plain) {
  return plain.substr(std::min<std::size_t>(message.content_from, plain.size()));
}

/// Findings of the content alone, at their places in the whole text.
inline ScanResult scan_content(const Scanner& scanner, const Message& message, std::string_view plain,
                               const ScanOptions& options) {
  const std::string_view content = content_of(message, plain);
  const auto from = static_cast<std::uint32_t>(plain.size() - content.size());
  ScanResult scan = scanner.scan(content, options);
  for (Finding& finding : scan.findings) finding.span = {finding.span.begin + from, finding.span.end + from};
  return scan;
}

}  // namespace loftgate
