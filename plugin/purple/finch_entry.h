// SPDX-License-Identifier: GPL-2.0-or-later
// Puts a text back where it was typed in Finch, which clears its entry when a message is held.
#pragma once

#include <map>
#include <string>

#include "common/text/message.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class FinchEntry {
 public:
  /// In the next turn of the main loop: only then Finch is done with what was typed. Does nothing in other clients,
  /// with a text of several lines, or when something else is typed by then.
  void put_back(const Destination& to, const std::string& plain);

 private:
  gboolean put_back_now();

  std::map<Destination, std::string> texts_;
  Later later_;
};

}  // namespace loftgate
