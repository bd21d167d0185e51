// SPDX-License-Identifier: GPL-2.0-or-later
// What a view shows. Everything is already worded and translated; a view only lays it out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/engine/choice.h"
#include "common/engine/decision.h"
#include "common/text/markup.h"
#include "common/text/message.h"

namespace loftgate {

using HoldId = std::uint64_t;

/// One line of the Why? panel: a heading and what stands under it.
struct WhyLine {
  std::string heading;             ///< "Found", "What it says", "Source", "Opting out", "What is recorded", …
  std::string text;
  std::string link;                ///< a URL to open on request, "" none; never opened unasked
};

/// A held message and the question about it.
struct Warning {
  HoldId id = 0;
  Destination to;
  Strength strength = Strength::ask;
  std::string mark;                ///< "[!]" held, "[X]" held secret
  std::string state;               ///< "HELD"
  std::string lead;                ///< "Phone number to Meta AI"
  std::string lead_on_record;      ///< the lead without the names and sizes of files
  std::string reason;              ///< "Meta AI says it trains on chats. Kept: no limit stated."
  std::string preview;             ///< plain text of what Mask and send would send, exactly
  std::string reader;              ///< the reader's name
  std::string letters;             ///< ask_inhibited: what is typed before the text goes as written; letter case is free
  std::string spoken;              ///< the same as one conversation line, naming the keys
  std::vector<WhyLine> why;
  std::vector<Span> found;         ///< bytes of the body's plain text, in order
  std::vector<EntityType> mistakes;   ///< kinds that "Not a …" can be said about
  std::vector<Remember> offers;    ///< what may be remembered for this severity; always has `once`
  std::string service_label;       ///< for the offer "{service}, until its policy changes"
  std::string markup;              ///< the text as written
  std::string masked_markup;       ///< the same with every counted finding masked
  bool has_mask = true;            ///< false when nothing is there to mask
  bool is_file = false;            ///< about a file: no entry holds it, and none gets it back
  std::string trouble;             ///< not empty: the choice could not be recorded or sent; says why and what to do
  bool unrecorded = false;         ///< the trouble is the record: the user may go on without one
};

/// One line said once, without holding anything.
struct Notice {
  Destination to;
  std::string text;                ///< "(i) Meta AI says it trains on what you send it. …"
};

/// What the badge of a conversation shows.
struct Badge {
  enum class Level : std::uint8_t { people, people_unknown, public_room, ai_no_training, ai_trains, ai_unknown, local,
                                    paused, not_checked };
  Level level = Level::people_unknown;
  std::string word;                ///< "AI trains", "AI: no training", "Public", "Policy unknown", "Not checked", …
  std::string tooltip;             ///< the claim with its date
  std::vector<WhyLine> why;        ///< for the panel
};

}  // namespace loftgate
