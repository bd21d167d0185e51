// SPDX-License-Identifier: GPL-2.0-or-later
// What tests of the gate play: the clock and the view. The records are the real ones, read once.
#pragma once

#include <string>
#include <vector>

#include "common/engine/gate.h"

namespace loftgate {

inline const Result<Knowledge>& bundled() {
  static const Result<Knowledge> known = load_knowledge("");
  return known;
}

class SetClock final : public Clock {
 public:
  Moment now() const override { return moment; }
  Moment moment{1795000000LL * 1000000, 0};
};

/// Writes down what it is told.
class PlayedView final : public WarningView {
 public:
  void ask(const Warning& warning) override { asked.push_back(warning); }
  void remind(const Warning&) override { ++reminded; }
  void notice(const Notice& notice) override { notices.push_back(notice.text); }
  void close(HoldId, Act how) override { closed.push_back(how); }
  void badge(const Destination&, const Badge& badge) override { badges.push_back(badge.word); }
  void give_back(const Destination&, const std::string& markup) override { given_back.push_back(markup); }

  std::vector<Warning> asked;
  int reminded = 0;
  std::vector<std::string> notices;
  std::vector<Act> closed;
  std::vector<std::string> badges;
  std::vector<std::string> given_back;
};

}  // namespace loftgate
