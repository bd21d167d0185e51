// SPDX-License-Identifier: GPL-2.0-or-later
// Remembers for a moment which messages libpurple's conversation signals have let through, so that the protocol's
// function, called next, does not ask about them again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/message.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class PassedMarks {
 public:
  /// `text` is on its way to `to`, and is the final one: encrypted if anybody does so. Forgotten in the next turn of
  /// the main loop, by when it has left or never will.
  void set(Destination to, std::string text);
  /// True once for every mark.
  bool take(const Destination& to, std::string_view text);
  /// What was on its way to `to` has arrived or never will: no later text may use its mark.
  void clear(const Destination& to);

 private:
  struct Mark {
    Destination to;
    std::string text;
  };

  gboolean forget();

  std::vector<Mark> marks_;
  Later later_;
};

}  // namespace loftgate
