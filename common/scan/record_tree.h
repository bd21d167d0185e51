// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a TOML record strictly: what is missing, of the wrong kind or unknown is an error with file, line and remedy.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"

namespace loftgate {

/// A table of a record. Ask for every key that may be there, then for `problem()`: the first wrong value, or the
/// first key that nobody asked for. After a wrong value readers give empty answers, so that nobody has to check twice.
/// A RecordTree and the tables inside it share one record; it must outlive them.
class RecordTree {
 public:
  /// Parses a record file.
  static Result<RecordTree> parse(const RecordFile& file);

  /// A text that must be there and not be empty.
  std::string text(std::string_view key);
  /// A text that may be missing.
  std::string text_or(std::string_view key, std::string_view fallback);
  /// A whole number of [least, most] that may be missing.
  int number_or(std::string_view key, int fallback, int least, int most);
  bool flag_or(std::string_view key, bool fallback);
  /// A list of texts; empty if missing.
  std::vector<std::string> texts(std::string_view key);
  /// A list of whole numbers of [least, most]; empty if missing.
  std::vector<int> numbers(std::string_view key, int least, int most);
  /// A table inside this one, or nothing.
  std::optional<RecordTree> table(std::string_view key);
  /// The tables of a list `[[key]]`, in order; empty if missing.
  std::vector<RecordTree> tables(std::string_view key);
  /// The keys of this table, in the order of the file.
  std::vector<std::string> keys() const;
  bool is_text(std::string_view key) const;
  bool has(std::string_view key) const;

  /// Notes that a value is wrong; `what` says how, and what to do. The first note counts.
  void fail(std::string_view key, std::string_view what);

  /// The first thing wrong in the whole record, unknown keys included.
  std::optional<Error> problem() const;

 private:
  struct Value;
  struct Record;
  RecordTree(std::shared_ptr<Record> record, Value* here) : record_(std::move(record)), here_(here) {}

  Value* find(std::string_view key) const;

  std::shared_ptr<Record> record_;
  Value* here_;
};

}  // namespace loftgate
