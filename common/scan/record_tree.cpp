// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/record_tree.h"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "common/base/toml.h"

namespace loftgate {

struct RecordTree::Value {
  using List = std::vector<Value>;
  struct Table {
    std::vector<std::pair<std::string, Value>> entries;
  };

  std::variant<std::monostate, std::string, std::int64_t, bool, List, Table> is;
  std::uint32_t line = 0;
  bool asked = false;
};

struct RecordTree::Record {
  std::string file;
  Value root;
  std::optional<Error> problem;

  std::string place(std::uint32_t line) const { return file + ":" + std::to_string(line) + ": "; }

  static Value copy(const toml::node& node);
  const std::pair<std::string, Value>* unasked(const Value& value) const;
};

RecordTree::Value RecordTree::Record::copy(const toml::node& node) {
  Value value;
  value.line = node.source().begin.line;
  if (const auto* text = node.as_string()) {
    value.is = text->get();
  } else if (const auto* number = node.as_integer()) {
    value.is = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    value.is = flag->get();
  } else if (const auto* array = node.as_array()) {
    Value::List list;
    for (const toml::node& item : *array) list.push_back(copy(item));
    value.is = std::move(list);
  } else if (const auto* table = node.as_table()) {
    Value::Table entries;
    for (const auto& [key, item] : *table) {
      entries.entries.emplace_back(std::string(key.str()), copy(item));
      entries.entries.back().second.line = key.source().begin.line;
    }
    // toml++ sorts by name; people read, and tests run, in the order of the file.
    std::stable_sort(entries.entries.begin(), entries.entries.end(),
                     [](const auto& a, const auto& b) { return a.second.line < b.second.line; });
    value.is = std::move(entries);
  }
  return value;
}

/// The first key, in the order of the file, that no reader asked for.
const std::pair<std::string, RecordTree::Value>* RecordTree::Record::unasked(const Value& value) const {
  if (const auto* table = std::get_if<Value::Table>(&value.is)) {
    for (const auto& entry : table->entries) {
      if (!entry.second.asked) return &entry;
      if (const auto* inside = unasked(entry.second)) return inside;
    }
  } else if (const auto* list = std::get_if<Value::List>(&value.is)) {
    for (const Value& item : *list) {
      if (const auto* inside = unasked(item)) return inside;
    }
  }
  return nullptr;
}

Result<RecordTree> RecordTree::parse(const RecordFile& file) {
  const auto parsed = parse_toml(file);
  if (!parsed) return parsed.error();
  auto record = std::make_shared<Record>();
  record->file = file.name;
  record->root = Record::copy(*parsed);
  Value* root = &record->root;
  return RecordTree(std::move(record), root);
}

RecordTree::Value* RecordTree::find(std::string_view key) const {
  auto* table = std::get_if<Value::Table>(&here_->is);
  if (!table) return nullptr;
  for (auto& [name, value] : table->entries) {
    if (name != key) continue;
    value.asked = true;
    return &value;
  }
  return nullptr;
}

std::string RecordTree::text(std::string_view key) {
  const std::string found = text_or(key, "");
  if (found.empty()) fail(key, "is missing or empty; give it a text");
  return found;
}

std::string RecordTree::text_or(std::string_view key, std::string_view fallback) {
  const Value* value = find(key);
  if (!value) return std::string(fallback);
  if (const auto* text = std::get_if<std::string>(&value->is)) return *text;
  fail(key, "must be a text in quotes");
  return {};
}

int RecordTree::number_or(std::string_view key, int fallback, int least, int most) {
  const Value* value = find(key);
  if (!value) return fallback;
  const auto* number = std::get_if<std::int64_t>(&value->is);
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  fail(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return fallback;
}

bool RecordTree::flag_or(std::string_view key, bool fallback) {
  const Value* value = find(key);
  if (!value) return fallback;
  if (const auto* flag = std::get_if<bool>(&value->is)) return *flag;
  fail(key, "must be true or false");
  return fallback;
}

std::vector<std::string> RecordTree::texts(std::string_view key) {
  std::vector<std::string> found;
  const Value* value = find(key);
  if (!value) return found;
  const auto* list = std::get_if<Value::List>(&value->is);
  if (!list) {
    fail(key, "must be a list of texts, [\"…\", \"…\"]");
    return found;
  }
  for (const Value& item : *list) {
    const auto* text = std::get_if<std::string>(&item.is);
    if (text && !text->empty()) {
      found.push_back(*text);
    } else {
      fail(key, "must hold only texts that are not empty");
    }
  }
  return found;
}

std::vector<int> RecordTree::numbers(std::string_view key, int least, int most) {
  std::vector<int> found;
  const Value* value = find(key);
  if (!value) return found;
  const auto* list = std::get_if<Value::List>(&value->is);
  for (const Value& item : list ? *list : Value::List()) {
    const auto* number = std::get_if<std::int64_t>(&item.is);
    if (number && *number >= least && *number <= most) found.push_back(static_cast<int>(*number));
  }
  if (!list || found.size() != list->size()) {
    fail(key, "must be a list of whole numbers from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return found;
}

std::optional<RecordTree> RecordTree::table(std::string_view key) {
  Value* value = find(key);
  if (!value) return std::nullopt;
  if (std::holds_alternative<Value::Table>(value->is)) return RecordTree(record_, value);
  fail(key, "must be a table, [" + std::string(key) + "]");
  return std::nullopt;
}

std::vector<RecordTree> RecordTree::tables(std::string_view key) {
  std::vector<RecordTree> found;
  Value* value = find(key);
  if (!value) return found;
  if (auto* list = std::get_if<Value::List>(&value->is)) {
    for (Value& item : *list) {
      if (std::holds_alternative<Value::Table>(item.is)) found.push_back(RecordTree(record_, &item));
    }
    if (found.size() == list->size()) return found;
  }
  fail(key, "must be a list of tables, [[" + std::string(key) + "]]");
  return {};
}

std::vector<std::string> RecordTree::keys() const {
  std::vector<std::string> names;
  if (const auto* table = std::get_if<Value::Table>(&here_->is)) {
    for (const auto& entry : table->entries) names.push_back(entry.first);
  }
  return names;
}

bool RecordTree::is_text(std::string_view key) const {
  const Value* value = find(key);
  return value && std::holds_alternative<std::string>(value->is);
}

bool RecordTree::has(std::string_view key) const { return find(key) != nullptr; }

void RecordTree::fail(std::string_view key, std::string_view what) {
  if (record_->problem) return;
  const Value* value = find(key);
  const std::uint32_t line = value ? value->line : std::max<std::uint32_t>(here_->line, 1);
  record_->problem = Error{Code::invalid, record_->place(line) + "'" + std::string(key) + "' " + std::string(what)};
}

std::optional<Error> RecordTree::problem() const {
  if (record_->problem) return record_->problem;
  if (const auto* entry = record_->unasked(record_->root)) {
    return Error{Code::invalid, record_->place(entry->second.line) + "the key '" + entry->first +
                                    "' is not known; correct its spelling or remove it"};
  }
  return std::nullopt;
}

}  // namespace loftgate
