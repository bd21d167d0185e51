// SPDX-License-Identifier: GPL-2.0-or-later
// Notes on disk which questions wait for an answer, because a program that ends takes the held texts with it: the next
// start can say what was not sent.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/text/message.h"

namespace loftgate {

/// A question without an answer. Never holds text of the message.
struct OpenHold {
  Destination to;
  std::string about;            ///< what was found and who reads it, as asked: "Phone number to Meta AI"
  std::int64_t since_us = 0;    ///< UTC microseconds since 1970

  bool operator==(const OpenHold&) const = default;
};

/// One small file, written when a question opens or closes and removed with the last one. An error never concerns the
/// hold itself, only the note about it.
class OpenHolds {
 public:
  /// `folder` is asked for when it is needed: some programs set their user folder late.
  explicit OpenHolds(std::function<std::string()> folder);

  Result<void> open(const OpenHold& hold);
  Result<void> close(const Destination& to);
  /// What an earlier session left open in this conversation, once. The error says, once, that the file was damaged and
  /// was put aside.
  Result<std::vector<OpenHold>> take_left(const Destination& to);
  /// The program ends: what is open stays noted, whatever is still closed in its course.
  void freeze() { frozen_ = true; }

 private:
  Result<void> read();
  Result<void> write() const;
  std::string path() const;

  std::function<std::string()> folder_;
  bool read_ = false;
  bool frozen_ = false;
  std::vector<OpenHold> left_;              ///< of earlier sessions
  std::map<Destination, OpenHold> open_;    ///< of this one
  Result<void> damage_;                     ///< met when reading, not told yet
};

}  // namespace loftgate
