// SPDX-License-Identifier: GPL-2.0-or-later
// Reads TOML records strictly: a key nobody asked for, a wrong type or an unknown word is an error with its line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/clock.h"
#include "common/base/records.h"
#include "common/base/result.h"
#include "common/base/toml.h"
#include "common/policy/examples.h"

namespace loftgate {

/// One word of a closed list and what it stands for.
template <class T>
struct Word {
  std::string_view name;
  T value;
};

/// Remembers the first thing that is wrong with a record, so that reading functions stay free of error branches.
class RecordTrouble {
 public:
  explicit RecordTrouble(std::string file) : file_(std::move(file)) {}

  /// Keeps the error unless there is one already. `what` names the thing and the remedy.
  void add(const toml::source_region& where, const std::string& what);
  const std::optional<Error>& first() const { return first_; }

 private:
  std::string file_;
  std::optional<Error> first_;
};

/// One table of a record. Ask for every key it may have, then call `done`; missing keys give empty values.
class RecordTable {
 public:
  RecordTable(const toml::table& table, RecordTrouble& trouble) : table_(&table), trouble_(&trouble) {}

  std::string text(std::string_view key);
  std::string required_text(std::string_view key);   ///< missing or empty is an error
  bool flag(std::string_view key);
  std::optional<int> number(std::string_view key);   ///< 0 or more
  std::optional<Date> date(std::string_view key);    ///< "2026", "2026-11" or "2026-11-23"
  std::vector<std::string> texts(std::string_view key);
  std::optional<RecordTable> table(std::string_view key);
  std::vector<RecordTable> tables(std::string_view key);
  /// All entries of a table whose keys are names of the record's own choice.
  std::vector<std::pair<std::string, RecordTable>> named_tables(std::string_view key);

  /// One of `words`, a list of Word<T>; any other word is an error that lists them.
  template <class T, class Words>
  T word(std::string_view key, const Words& words, T fallback) {
    const std::string given = text(key);
    if (!has(key)) return fallback;
    std::string known;
    for (const Word<T>& word : words) {
      if (word.name == given) return word.value;
      known += (known.empty() ? "" : ", ") + std::string(word.name);
    }
    wrong(key, "is \"" + given + "\"; use one of: " + known);
    return fallback;
  }

  bool has(std::string_view key) const { return table_->contains(key); }
  /// Reports what is wrong with the value of `key`, or with the whole table if the key is missing.
  void wrong(std::string_view key, const std::string& what);
  /// Fails on the first key that was never asked for.
  void done();

 private:
  const toml::node* ask(std::string_view key);

  const toml::table* table_;
  RecordTrouble* trouble_;
  std::vector<std::string> asked_;
};

/// Parses a record and hands its table to `read`, which returns the value. Broken TOML, and whatever `read` found
/// wrong, becomes an error that names file, line and remedy.
template <class T, class Read>
Result<T> read_record(const RecordFile& file, Read read) {
  const Result<toml::table> parsed = parse_toml(file);
  if (!parsed) return parsed.error();
  RecordTrouble trouble(file.name);
  RecordTable table(*parsed, trouble);
  T value = read(table);
  table.done();
  if (trouble.first()) return *trouble.first();
  return value;
}

/// Reads the section [examples].
Examples read_examples(RecordTable& record);

}  // namespace loftgate
