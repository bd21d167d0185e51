// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/compile_image.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "common/scan/checks.h"
#include "common/scan/scan_image.h"
#include "common/scan/utf8.h"

namespace loftgate {

ClassRow write_class(ImageBuilder& builder, const CharClass& characters) {
  ClassRow row;
  std::vector<CodePointRange> beyond;
  for (const CodePointRange& range : characters.ranges()) {
    for (char32_t c = range.first; c <= range.last && c < 0x80; ++c) row.ascii[c / 32] |= std::uint32_t{1} << (c % 32);
    if (range.last >= 0x80) beyond.push_back({std::max<char32_t>(range.first, 0x80), range.last});
  }
  row.beyond = builder.put(beyond);
  return row;
}

bool class_contains(const Image& image, const ClassRow& row, char32_t value) {
  if (value < 0x80) return (row.ascii[value / 32] >> (value % 32)) & 1;
  const std::span<const CodePointRange> ranges = image.at(row.beyond);
  const auto range = std::lower_bound(ranges.begin(), ranges.end(), value,
                                      [](const CodePointRange& r, char32_t at) { return r.last < at; });
  return range != ranges.end() && range->first <= value;
}

namespace {

constexpr std::size_t most_group_states = 6000;

Error in_record(const Detector& detector, std::string_view field, std::string_view what) {
  return {Code::invalid, detector.file + ": '" + std::string(field) + "': " + std::string(what)};
}

/// A match that begins right at the anchor can be looked for together with others.
bool begins_at_the_anchor(const Detector& detector) {
  return detector.before.empty() && detector.anchors.back_over.empty();
}

bool waits_for(const Detector& detector, AnchorKind kind) {
  const Anchors& anchors = detector.anchors;
  const auto sign = [&](char c) { return anchors.signs.find(c) != std::string::npos; };
  switch (kind) {
    case AnchorKind::digits: return anchors.digits;
    case AnchorKind::token: return anchors.token;
    case AnchorKind::long_token: return anchors.long_token;
    case AnchorKind::scheme: return anchors.scheme;
    case AnchorKind::at: return sign('@');
    case AnchorKind::colon: return sign(':');
    case AnchorKind::plus: return sign('+');
    case AnchorKind::dollar: return sign('$');
  }
  return false;
}

class Compilation {
 public:
  Compilation(const std::vector<Detector>& detectors, const std::vector<Topic>& topics)
      : detectors_(detectors), topics_(topics) {
    builder_.reserve_head<ScanImageHead>();
  }

  Result<std::string> run() {
    if (detectors_.size() + topics_.size() > most_detectors) {
      return Error{Code::invalid, "there are more than " + std::to_string(most_detectors) + " detectors"};
    }
    for (const Detector& detector : detectors_) add(detector);
    for (const Topic& topic : topics_) add(topic);
    for (std::size_t kind = 0; kind < anchor_kinds; ++kind) {
      head_.waiting[kind] = write_waiting(static_cast<AnchorKind>(kind));
    }
    if (problem_) return *std::move(problem_);
    head_.detectors = builder_.put(rows_);
    head_.topics = builder_.put(topic_rows_);
    head_.words = words_.write(builder_);
    builder_.put_head(head_);
    return builder_.bytes();
  }

 private:
  void fail(Error error) {
    if (!problem_) problem_ = std::move(error);
  }

  DetectorRow common_row(const Detector& detector) {
    DetectorRow row;
    row.id = builder_.put_text(detector.id);
    row.name = builder_.put_text(detector.name);
    row.file = builder_.put_text(detector.file);
    row.type = static_cast<std::uint8_t>(detector.type);
    row.severity = static_cast<std::uint8_t>(detector.severity);
    row.confidence = static_cast<std::uint8_t>(detector.confidence);
    return row;
  }

  void add(const Detector& detector) {
    const auto number = static_cast<std::uint16_t>(rows_.size());
    for (const std::string& word : detector.anchors.words) words_.add(word, number);
    DetectorRow row = common_row(detector);
    row.before = write_pattern(detector, "before", detector.before);
    row.pattern = write_pattern(detector, "pattern", detector.pattern);
    row.after = write_pattern(detector, "after", detector.after);
    row.not_after = write_class_of(detector, "not_after", detector.not_after);
    row.not_before = write_class_of(detector, "not_before", detector.not_before);
    row.back_over = write_class_of(detector, "back_over", detector.anchors.back_over);
    if (!detector.anchors.back_over.empty()) {
      row.back_at_most = static_cast<std::uint16_t>(detector.anchors.back_at_most);
    }
    row.context = write_word_set(builder_, detector.context.words);
    row.unless = write_word_set(builder_, detector.context.unless);
    row.context_required = detector.context.required;
    row.context_before = static_cast<std::uint16_t>(detector.context.before);
    row.context_after = static_cast<std::uint16_t>(detector.context.after);
    row.known = write_known(detector.known);
    row.known_confidence = static_cast<std::uint8_t>(detector.known.confidence);
    row.doubtful_in_url = detector.doubtful_in_url;
    if (!detector.check.empty()) {
      const Check* check = check_named(detector.check);
      if (!check) fail(in_record(detector, "check", "there is no such check; docs/records.md lists them"));
      row.check = number_of(check);
    }
    rows_.push_back(row);
  }

  void add(const Topic& topic) {
    const auto number = static_cast<std::uint16_t>(rows_.size());
    DetectorRow row = common_row(topic.detector);
    row.topic = true;
    row.topic_number = static_cast<std::uint16_t>(topic_rows_.size());
    rows_.push_back(row);
    topic_rows_.push_back(write_topic(builder_, words_, topic, number));
  }

  /// Compiles a pattern to tell whether it is good. It is written only if it is looked for on its own.
  DfaRow write_pattern(const Detector& detector, std::string_view field, const std::string& pattern) {
    if (pattern.empty()) return {};
    const Result<Dfa> dfa = compile_regex(pattern, detector.any_case);
    if (!dfa) {
      fail(in_record(detector, field, dfa.error().text));
      return {};
    }
    const bool grouped = field == "pattern" && detector.anchors.words.empty() && begins_at_the_anchor(detector);
    return grouped ? DfaRow{} : write_dfa(builder_, *dfa);
  }

  ClassRow write_class_of(const Detector& detector, std::string_view field, const std::string& text) {
    if (text.empty()) return {};
    const Result<CharClass> characters = parse_char_class(text);
    if (characters) return write_class(builder_, *characters);
    fail(in_record(detector, field, characters.error().text));
    return {};
  }

  KnownRow write_known(const KnownValues& known) {
    const auto write = [&](std::vector<std::string> texts, auto normalise) {
      for (std::string& text : texts) text = normalise(text);
      return write_sorted(builder_, std::move(texts));
    };
    return {write(known.values, bare), write(known.prefixes, lower_case), write(known.suffixes, lower_case),
            write(known.parts, lower_case)};
  }

  WaitingRow write_waiting(AnchorKind kind) {
    std::vector<std::uint16_t> together, alone;
    for (std::size_t i = 0; i < detectors_.size() && !problem_; ++i) {
      if (!waits_for(detectors_[i], kind)) continue;
      (begins_at_the_anchor(detectors_[i]) ? together : alone).push_back(static_cast<std::uint16_t>(i));
    }
    std::vector<GroupRow> groups;
    if (!together.empty()) write_groups(together, groups);
    return {builder_.put(groups), builder_.put(alone)};
  }

  /// One automaton for all members, or more where that would need too many states.
  void write_groups(std::span<const std::uint16_t> members, std::vector<GroupRow>& groups) {
    std::vector<Pattern> patterns;
    for (const std::uint16_t member : members) {
      patterns.push_back({detectors_[member].pattern, detectors_[member].any_case});
    }
    const Result<Dfa> dfa = compile_regexes(patterns, members.size() == 1 ? most_dfa_states : most_group_states);
    if (dfa) {
      groups.push_back(group_of(members, *dfa));
      return;
    }
    if (members.size() == 1) return fail(in_record(detectors_[members[0]], "pattern", dfa.error().text));
    write_groups(members.first(members.size() / 2), groups);
    write_groups(members.subspan(members.size() / 2), groups);
  }

  GroupRow group_of(std::span<const std::uint16_t> members, const Dfa& dfa) {
    const std::size_t words = (members.size() + 63) / 64;
    std::vector<std::uint64_t> sets(dfa.sets.size() * words);
    for (std::size_t set = 0; set < dfa.sets.size(); ++set) {
      for (const std::uint16_t member : dfa.sets[set]) sets[set * words + member / 64] |= std::uint64_t{1} << (member % 64);
    }
    return {write_dfa(builder_, dfa), builder_.put(sets), builder_.put(members), static_cast<std::uint32_t>(words)};
  }

  const std::vector<Detector>& detectors_;
  const std::vector<Topic>& topics_;
  ImageBuilder builder_;
  AnchorWordsBuilder words_;
  ScanImageHead head_;
  std::vector<DetectorRow> rows_;
  std::vector<TopicRow> topic_rows_;
  std::optional<Error> problem_;
};

}  // namespace

Result<std::string> compile_image(const std::vector<Detector>& detectors, const std::vector<Topic>& topics) {
  return Compilation(detectors, topics).run();
}

}  // namespace loftgate
