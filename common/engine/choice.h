// SPDX-License-Identifier: GPL-2.0-or-later
// What a user can answer to a warning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <optional>

#include "common/scan/finding.h"

namespace loftgate {

/// The acts on the bar. `keep` clears the draft without sending; `mistaken` says that what was found is none.
enum class Act : std::uint8_t { mask, back, send, keep, mistaken };

/// How long an answer is remembered. `once` unless the user chose otherwise.
enum class Remember : std::uint8_t { once, conversation, one_hour, contact, service };

struct Choice {
  Act act = Act::back;
  Remember remember = Remember::once;
  std::string typed_reader;        ///< ask_inhibited and Act::send: what the user typed
  bool without_record = false;     ///< the user agreed to go on although the log cannot be written
  std::optional<EntityType> mistaken = {};   ///< Act::mistaken: nothing in this text is of that kind; unset: of any kind
};

std::optional<Act> act_named(std::string_view word);            ///< "mask", "send", "back", "keep", "mistaken"
std::optional<Remember> remember_named(std::string_view word);  ///< "once", "conversation", "1h", "contact", "service"
std::string_view remember_name(Remember remember);

/// What has to be typed before a secret goes out as written: the first four letters of the reader's name, or all of a
/// shorter one. UTF-8; compare with same_letters().
std::string letters_to_type(const std::string& reader);

/// Whether `typed` begins with these letters, in any case.
bool same_letters(const std::string& typed, const std::string& letters);

}  // namespace loftgate
