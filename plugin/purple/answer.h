// SPDX-License-Identifier: GPL-2.0-or-later
// Reads what a user types after /lg.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/engine/choice.h"
#include "common/text/message.h"

namespace loftgate {

/// "/lg why", "/lg status" and plain "/lg".
enum class Question : std::uint8_t { why, status, usage };

/// "/lg ai", "/lg person", "/lg unmark", and perhaps a member of the room: "/lg person helper".
struct MarkAs {
  Mark mark = Mark::none;
  std::string member;
};

/// One line after /lg: an answer to the open question, a scope for the next answer, a mark, or a question.
/// Words after an act may be a scope ("send 1h"), "unrecorded", or the beginning of the reader's name ("send meta").
using Answer = std::variant<Choice, Remember, Question, MarkAs>;

/// nullopt when the words mean nothing. The scope of a Choice is `once` unless it was named.
std::optional<Answer> read_answer(std::string_view words);

/// The word by which a user agrees to go on although the log cannot be written.
inline constexpr std::string_view unrecorded_word = "unrecorded";

}  // namespace loftgate
