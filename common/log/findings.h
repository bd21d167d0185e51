// SPDX-License-Identifier: GPL-2.0-or-later
// Collects what a check finds and puts every code into words once.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/log/verify.h"

namespace loftgate {

class Findings {
 public:
  /// Adds a finding in the words of its code. Of each code the first 100 are listed, so that a log that is wrong
  /// everywhere can be reported too; `take` says how many more there are.
  void add(std::string_view code, std::initializer_list<std::int64_t> numbers);

  /// The same with words of its own.
  void add(std::string_view code, std::initializer_list<std::int64_t> numbers, std::string words);

  bool holds(std::string_view code) const { return counts_.find(code) != counts_.end(); }

  std::vector<VerifyFinding> take();

 private:
  std::vector<VerifyFinding> list_;
  std::map<std::string, std::int64_t, std::less<>> counts_;
  std::int64_t unlisted_ = 0;
};

}  // namespace loftgate
