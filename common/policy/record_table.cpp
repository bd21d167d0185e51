// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/record_table.h"

#include <algorithm>
#include <limits>

namespace loftgate {

void RecordTrouble::add(const toml::source_region& where, const std::string& what) {
  if (first_) return;
  first_ = Error{Code::invalid, file_ + ":" + std::to_string(where.begin.line) + ": " + what};
}

const toml::node* RecordTable::ask(std::string_view key) {
  asked_.emplace_back(key);
  return table_->get(key);
}

void RecordTable::wrong(std::string_view key, const std::string& what) {
  const toml::node* node = table_->get(key);
  trouble_->add(node ? node->source() : table_->source(), std::string(key) + " " + what);
}

std::string RecordTable::text(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return {};
  if (const auto* value = node->as_string()) return value->get();
  wrong(key, "must be text; put it in quotes");
  return {};
}

std::string RecordTable::required_text(std::string_view key) {
  std::string value = text(key);
  if (value.empty()) wrong(key, "is missing or empty; add it");
  return value;
}

bool RecordTable::flag(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  wrong(key, "must be true or false; write it without quotes");
  return false;
}

std::optional<int> RecordTable::number(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return std::nullopt;
  const auto* value = node->as_integer();
  if (value && value->get() >= 0 && value->get() <= std::numeric_limits<int>::max()) {
    return static_cast<int>(value->get());
  }
  wrong(key, "must be a whole number, 0 or more; write it without quotes");
  return std::nullopt;
}

std::optional<Date> RecordTable::date(std::string_view key) {
  const std::string value = text(key);
  if (!has(key)) return std::nullopt;
  const std::optional<Date> date = parse_date(value);
  if (!date) wrong(key, "is no date; write it as \"2026\", \"2026-11\" or \"2026-11-23\"");
  return date;
}

std::vector<std::string> RecordTable::texts(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return {};
  std::vector<std::string> values;
  const toml::array* array = node->as_array();
  if (!array) {
    wrong(key, "must be a list; write it in square brackets");
    return {};
  }
  for (const toml::node& element : *array) {
    if (const auto* value = element.as_string()) {
      values.push_back(value->get());
    } else {
      trouble_->add(element.source(), std::string(key) + " must hold texts only; put each in quotes");
    }
  }
  return values;
}

std::optional<RecordTable> RecordTable::table(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return std::nullopt;
  if (const toml::table* table = node->as_table()) return RecordTable(*table, *trouble_);
  wrong(key, "must be a section; write it as [" + std::string(key) + "]");
  return std::nullopt;
}

std::vector<RecordTable> RecordTable::tables(std::string_view key) {
  const toml::node* node = ask(key);
  if (!node) return {};
  std::vector<RecordTable> found;
  const toml::array* array = node->as_array();
  if (!array) {
    wrong(key, "must be a list of sections; write each as [[" + std::string(key) + "]]");
    return {};
  }
  for (const toml::node& element : *array) {
    if (const toml::table* table = element.as_table()) {
      found.emplace_back(*table, *trouble_);
    } else {
      trouble_->add(element.source(), std::string(key) + " must hold sections only; write each with its keys");
    }
  }
  return found;
}

std::vector<std::pair<std::string, RecordTable>> RecordTable::named_tables(std::string_view key) {
  std::vector<std::pair<std::string, RecordTable>> found;
  const std::optional<RecordTable> section = table(key);
  if (!section) return found;
  for (const auto& [name, node] : *section->table_) {
    if (const toml::table* table = node.as_table()) {
      found.emplace_back(std::string(name.str()), RecordTable(*table, *trouble_));
    } else {
      trouble_->add(node.source(), std::string(name.str()) + " must be a section; write its keys in braces");
    }
  }
  return found;
}

void RecordTable::done() {
  for (const auto& [key, node] : *table_) {
    if (std::find(asked_.begin(), asked_.end(), key.str()) != asked_.end()) continue;
    trouble_->add(key.source(), "unknown key \"" + std::string(key.str()) + "\"; correct its spelling or remove it");
  }
}

Examples read_examples(RecordTable& record) {
  Examples examples;
  if (auto section = record.table("examples")) {
    examples.matches = section->texts("matches");
    examples.misses = section->texts("not");
    section->done();
  }
  return examples;
}

}  // namespace loftgate
