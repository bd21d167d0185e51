// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/policy/example.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace loftgate {
namespace {

constexpr std::string_view host_word = "host ";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find('|');
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

void add_word(WrittenExample& example, std::string_view word) {
  const std::size_t equals = word.find('=');
  const std::string_view key = word.substr(0, equals);
  const std::string value(equals == std::string_view::npos ? "" : word.substr(equals + 1));
  PeerSigns& signs = example.message.signs;
  if (key == "room") example.message.to.kind = PeerKind::room;
  else if (key == "text") example.text = value;
  else if (key == "host") signs.host = value;
  else if (key == "alias") signs.alias = value;
  else if (key == "member") signs.members.push_back(value);
  else if (key == "emblem") signs.bot_sign = value == "bot" ? "list-emblem" : "";
  else if (key == "sign") signs.bot_sign = value;
  else if (key == "bot") signs.members.push_back(value), signs.bots.push_back(value);
  else if (key == "provider") signs.ai_provider = value;
  else if (key == "endpoint") signs.ai_endpoint = value;
  else std::cerr << "unknown word in an example: " << word << "\n", std::abort();
}

PolicyBook load_bundle() {
  auto book = PolicyBook::load(bundled_records("providers"), bundled_records("chatbots"));
  if (!book) {
    std::cerr << book.error().text << "\n";
    std::abort();
  }
  return std::move(*book);
}

}  // namespace

WrittenExample read_example(std::string_view written) {
  WrittenExample example;
  if (written.starts_with(host_word)) {
    example.host = written.substr(host_word.size());
    return example;
  }
  const std::vector<std::string> parts = split(written);
  for (std::size_t i = 3; i < parts.size(); ++i) add_word(example, parts[i]);
  if (parts.size() < 3) std::cerr << "an example needs protocol|account|peer: " << written << "\n", std::abort();
  Destination& to = example.message.to;
  to = {parts[0], parts[1], parts[2], to.kind};
  return example;
}

const PolicyBook& bundled_book() {
  static const PolicyBook book = load_bundle();
  return book;
}

std::string ExampleCase::name() const {
  std::string name = record + (matches ? "_matches_" : "_not_") + std::to_string(number);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

void add_cases(std::vector<ExampleCase>& cases, const std::string& record, const Examples& examples) {
  int number = 0;
  for (const std::string& example : examples.matches) cases.push_back({record, example, true, ++number});
  number = 0;
  for (const std::string& example : examples.misses) cases.push_back({record, example, false, ++number});
}

}  // namespace loftgate
