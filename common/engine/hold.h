// SPDX-License-Identifier: GPL-2.0-or-later
// One held message with all that was weighed about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/engine/ports.h"
#include "common/engine/warning.h"
#include "common/policy/policy_book.h"
#include "common/text/markup.h"
#include "common/text/message.h"

namespace loftgate {

/// A message after reading, scanning and weighing.
struct Weighed {
  PlainText plain;          ///< behind it, each after a value_separator: names and text of attachments
  Audience audience;
  Exposure exposure;
  Decision decision;
  std::string token_name;   ///< name of the record that found the first token, "GitHub token"; "" none
  std::vector<Attachment> attachments;   ///< those of the message, without their text
};

/// The text of a finding; valid as long as `plain`.
inline std::string_view value_of(const PlainText& plain, const Finding& finding) {
  return std::string_view(plain.text).substr(finding.span.begin, finding.span.size());
}

struct Hold {
  /// `draft`: the text still stands in an entry. `net`: the text exists only here.
  enum class From : std::uint8_t { draft, net };

  Message message;
  Weighed weighed;
  Warning warning;
  From from = From::draft;
  std::int64_t since_us = 0;
  WarningView* view = nullptr;
  Outbox* outbox = nullptr;
};

/// What came while another question was open that it could not join. Its turn comes when that one is answered.
struct Waiting {
  Message message;
  WarningView* view = nullptr;
  Outbox* outbox = nullptr;
};

/// The text that is leaving right now, by the user's decision.
struct Pass {
  Destination to;
  std::string text;           ///< plain body
  bool intercepted = false;   ///< another text for the same reader came by instead, and was held
  bool ended = false;         ///< the conversation went away meanwhile
};

}  // namespace loftgate
