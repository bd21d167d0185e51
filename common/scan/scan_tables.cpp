// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/scan_tables.h"

#include <utility>

namespace loftgate {

std::uint16_t ScanTables::add_row(Detector detector) {
  detectors.push_back(std::move(detector));
  matchers.emplace_back();
  topics.emplace_back();
  return static_cast<std::uint16_t>(detectors.size() - 1);
}

void ScanTables::add_word(std::string_view word, WordOwner owner) {
  words.add(word, static_cast<std::uint32_t>(owners.size()));
  owners.push_back(owner);
}

Result<void> ScanTables::add(Detector detector) {
  Result<Matcher> matcher = Matcher::compile(detector);
  if (!matcher) return matcher.error();
  const std::uint16_t number = add_row(std::move(detector));
  matchers[number] = *std::move(matcher);
  const Anchors& anchors = detectors[number].anchors;
  for (const std::string& word : anchors.words) add_word(word, {number});
  for (const char sign : anchors.signs) on_sign[signs.find(sign)].push_back(number);
  if (anchors.digits) on_digits.push_back(number);
  if (anchors.token) on_token.push_back(number);
  if (anchors.long_token) on_long_token.push_back(number);
  if (anchors.scheme) on_scheme.push_back(number);
  return {};
}

void ScanTables::add(Topic topic) {
  const std::uint16_t number = add_row(topic.detector);
  const TopicMatcher& matcher = topics[number].emplace(std::move(topic));
  for (std::size_t term = 0; term < matcher.terms(); ++term) add_word(matcher.term_text(term), {number, term});
}

void ScanTables::add(const std::vector<NameList>& names) {
  for (const NameList& list : names) persons.add(list, add_row(list.detector));
  for (std::size_t term = 0; term < persons.terms(); ++term) {
    add_word(persons.term_text(term), {persons.term_detector(term), term});
  }
}

}  // namespace loftgate
