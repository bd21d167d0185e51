// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the examples of records, in the notation of docs/records.md.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/policy/policy_book.h"

namespace loftgate {

/// "protocol|account|peer" and then, in any order, "room", "text=…", "host=…", "alias=…", "member=…",
/// "emblem=bot", "sign=…", "bot=…" (a member marked as one), "provider=…", "endpoint=…"; or "host NAME" alone.
struct WrittenExample {
  Message message;
  std::string text;
  std::string host;      ///< not empty: the example asks whose host it is
};
WrittenExample read_example(std::string_view written);

/// The bundled records; loaded once a program.
const PolicyBook& bundled_book();

/// One example of one record, as a test parameter.
struct ExampleCase {
  std::string record;
  std::string example;
  bool matches = true;
  int number = 0;

  /// "openai_matches_2": a name GoogleTest accepts.
  std::string name() const;
};
inline void PrintTo(const ExampleCase& one, std::ostream* out) { *out << one.record << ": " << one.example; }
void add_cases(std::vector<ExampleCase>& cases, const std::string& record, const Examples& examples);

}  // namespace loftgate
