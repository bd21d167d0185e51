// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the module with the world's phone metadata, if it is installed; opens it at the first number that needs it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/scan/phone_module.h"

namespace loftgate {

/// Where an installation may have the module: beside the object that holds this code, where the program's own
/// installation has its plugins, and among the plugins of the user whose folder of Loftgate is given.
std::vector<std::string> phone_module_places(const std::string& user_folder);

/// Paths of the module, tried in order when the first number needs judging. Until then nothing is loaded; without a
/// call, or if no path leads to it, the built-in plan answers alone. Call it before the first scan.
void look_for_phone_module(std::vector<std::string> paths);

/// What the module knows of a number: LOFTGATE_PHONE_ flags, 0 if there can be no such number. Nothing without a
/// module, or when this scan has asked `PhoneQuestions::most` times.
std::optional<int> ask_phone_module(std::string_view number, const char* region);

/// Bounds what one scan may ask: a question costs tens of microseconds, so a paste full of digits would cost seconds.
class PhoneQuestions {
 public:
  static constexpr int most = 64;

  PhoneQuestions();   ///< a scan begins on this thread
  PhoneQuestions(const PhoneQuestions&) = delete;
  PhoneQuestions& operator=(const PhoneQuestions&) = delete;
  ~PhoneQuestions();

  /// False if this thread's scan has none left.
  static bool take();
};

}  // namespace loftgate
