// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/compile_image.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "common/scan/anchor_walk.h"
#include "common/scan/checks.h"
#include "common/scan/regex_length.h"
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

bool class_contains_wide(const Image& image, const ClassRow& row, char32_t value) {
  const std::span<const CodePointRange> ranges = image.at(row.beyond);
  const auto range = std::lower_bound(ranges.begin(), ranges.end(), value,
                                      [](const CodePointRange& r, char32_t at) { return r.last < at; });
  return range != ranges.end() && range->first <= value;
}

namespace {

constexpr std::size_t most_group_states = 6000;
constexpr std::uint16_t many_digits = 6;

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
    case AnchorKind::message: return anchors.message;
    case AnchorKind::scheme: return anchors.scheme;
    case AnchorKind::at: return sign('@');
    case AnchorKind::colon: return sign(':');
    case AnchorKind::plus: return sign('+');
    case AnchorKind::dollar: return sign('$');
  }
  return false;
}

bool counts_digits(AnchorKind kind) { return kind == AnchorKind::digits || kind == AnchorKind::token; }

/// The sign of an anchor, or 0 for those that are none.
char sign_of(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::at: return '@';
    case AnchorKind::plus: return '+';
    case AnchorKind::dollar: return '$';
    case AnchorKind::colon:
    case AnchorKind::scheme: return ':';
    default: return 0;
  }
}

/// Notes which bytes can stand before and behind a sign in what the automaton matches.
void note_neighbours(const Dfa& dfa, AnchorKind kind, AloneRow& row) {
  const char sign = sign_of(kind);
  ByteSet all;
  for (std::size_t byte = 0; byte < 256; ++byte) all.add(byte);
  // Other anchors, and the wide plus sign, can stand anywhere.
  if (sign == 0 || kind == AnchorKind::plus) {
    row.previous = row.next = all;
    return;
  }
  std::vector<ByteSet> leads_to(dfa.states());   // by state: the bytes it is entered with
  for (std::size_t state = Dfa::start; state < dfa.states(); ++state) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      leads_to[dfa.step(static_cast<Dfa::State>(state), static_cast<char>(byte))].add(byte);
    }
  }
  for (std::size_t state = Dfa::start; state < dfa.states(); ++state) {
    const Dfa::State behind = dfa.step(static_cast<Dfa::State>(state), sign);
    if (behind == Dfa::dead) continue;
    ByteSet previous = state == Dfa::start ? all : ByteSet();
    for (std::size_t byte = 0; byte < 256; ++byte) {
      if (leads_to[state].has(static_cast<char>(byte))) previous.add(byte);
      if (dfa.step(behind, static_cast<char>(byte)) != Dfa::dead) row.next.add(byte);
    }
    row.previous.add(previous);
    if (dfa.accepts[behind]) row.previous_of_last.add(previous);
  }
}

constexpr std::uint16_t far = 0xFFFF;

/// How many digits at least are read with a byte of each class; `beyond` where the class has no ASCII byte.
std::vector<std::uint16_t> digits_by_class(const Dfa& dfa, std::uint16_t beyond) {
  std::vector<std::uint16_t> digits(dfa.classes, beyond);
  std::vector<bool> has_ascii(dfa.classes);
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    const std::uint16_t here = byte >= '0' && byte <= '9';
    std::uint16_t& least = digits[dfa.class_of[byte]];
    least = has_ascii[dfa.class_of[byte]] ? std::min(least, here) : here;
    has_ascii[dfa.class_of[byte]] = true;
  }
  return digits;
}

bool walks_over_digits(const Detector& detector) {
  const Result<CharClass> over = parse_char_class(detector.anchors.back_over);
  if (!over) return false;
  for (char32_t digit = '0'; digit <= '9'; ++digit) {
    if (over->contains(digit)) return true;
  }
  return false;
}

/// The fewest ASCII digits that a match has within `digits_window` bytes; `far` if nothing matches.
/// @param beyond digits that a byte beyond ASCII counts for; `far`: matches with such bytes are left out.
std::uint16_t fewest_digits(const Dfa& pattern, std::uint16_t beyond) {
  const std::vector<std::uint16_t> by_class = digits_by_class(pattern, beyond);
  std::vector<std::uint16_t> here(pattern.states(), far);   // by state: the fewest digits on the way
  here[Dfa::start] = 0;
  std::uint16_t least = far;
  for (std::size_t length = 0; length + 1 < digits_window; ++length) {
    std::vector<std::uint16_t> next(pattern.states(), far);
    for (std::size_t from = Dfa::start; from < pattern.states(); ++from) {
      if (here[from] == far) continue;
      if (pattern.accepts[from]) least = std::min(least, here[from]);
      for (std::size_t c = 0; c < pattern.classes; ++c) {
        const Dfa::State to = pattern.next[from * pattern.classes + c];
        if (to == Dfa::dead || by_class[c] == far) continue;
        next[to] = std::min(next[to], static_cast<std::uint16_t>(here[from] + by_class[c]));
      }
    }
    here = std::move(next);
  }
  for (const std::uint16_t digits : here) least = std::min(least, digits);   // matches that go on
  return least;
}

/// True if no match is ASCII alone, and none is so long that what is beyond ASCII could stand out of sight.
bool is_beyond_ascii(const std::string& pattern, const Dfa& dfa) {
  const Result<RegexNode> tree = parse_regex(pattern, false);
  return tree && length_of(*tree).most <= anchor_detail::block_size && fewest_digits(dfa, far) == far;
}

/// ASCII digits that every match has from an anchor of digits on, within `digits_window` bytes; 0 if that is not certain.
/// Where bytes beyond ASCII stand behind the anchor the scanner does not count, so only ASCII is weighed; letters of
/// other scripts may still stand before the anchor.
std::uint16_t least_digits(const Detector& detector, const Dfa& pattern) {
  if (!detector.before.empty() || walks_over_digits(detector)) return 0;
  const std::uint16_t least = fewest_digits(pattern, far);
  return least == far ? fewest_digits(pattern, 0) : least;
}

class Compilation {
 public:
  explicit Compilation(const ScanRecords& records) : detectors_(records.detectors), records_(records) {
    builder_.reserve_head<ScanImageHead>();
  }

  Result<std::string> run() {
    if (detectors_.size() + records_.topics.size() + records_.names.size() > most_detectors) {
      return Error{Code::invalid, "there are more than " + std::to_string(most_detectors) + " detectors"};
    }
    for (const Detector& detector : detectors_) add(detector);
    for (const Topic& topic : records_.topics) add(topic);
    add_names();
    for (std::size_t kind = 0; kind < anchor_kinds; ++kind) {
      head_.waiting[kind] = write_waiting(static_cast<AnchorKind>(kind));
    }
    if (words_.too_many()) {
      fail({Code::invalid, "there are more than " + std::to_string(AnchorWordsBuilder::most_words) +
                               " words, terms and names; leave some out"});
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
    least_digits_.push_back(0);
    if (const Result<Dfa> dfa = compile_regex(detector.pattern, detector.any_case)) {
      least_digits_.back() = least_digits(detector, *dfa);
    }
    row.after = write_pattern(detector, "after", detector.after);
    row.not_after = write_class_of(detector, "not_after", detector.not_after);
    row.not_before = write_class_of(detector, "not_before", detector.not_before);
    row.back_over = write_class_of(detector, "back_over", detector.anchors.back_over);
    if (!detector.anchors.back_over.empty()) {
      row.back_at_most = static_cast<std::uint16_t>(detector.anchors.back_at_most);
    }
    row.context = write_word_set(builder_, detector.context.words);
    row.unless = write_word_set(builder_, detector.context.unless);
    row.regions = write_sorted(builder_, detector.context.regions);
    row.context_required = detector.context.required;
    row.context_before = static_cast<std::uint16_t>(detector.context.before);
    row.context_after = static_cast<std::uint16_t>(detector.context.after);
    row.known = write_known(detector.known);
    row.known_confidence = static_cast<std::uint8_t>(detector.known.confidence);
    if (!detector.checksum.empty()) row.checksum = builder_.put(std::vector{detector.checksum});
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
    row.kind = static_cast<std::uint8_t>(DetectorKind::topic);
    row.topic_number = static_cast<std::uint16_t>(topic_rows_.size());
    rows_.push_back(row);
    topic_rows_.push_back(write_topic(builder_, words_, topic, number));
  }

  void add_names() {
    head_.persons = write_persons(builder_, words_, records_.names, static_cast<std::uint16_t>(rows_.size()));
    for (const NameList& names : records_.names) {
      rows_.push_back(common_row(names.detector));
      rows_.back().kind = static_cast<std::uint8_t>(DetectorKind::names);
    }
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
    // Long numbers apart from short ones: most digits of ordinary text are refused for having too few to follow.
    std::vector<std::uint16_t> few, many;
    for (const std::uint16_t number : together) {
      (counts_digits(kind) && least_digits_[number] >= many_digits ? many : few).push_back(number);
    }
    std::vector<GroupRow> groups;
    if (!few.empty()) write_groups(few, kind, groups);
    if (!many.empty()) write_groups(many, kind, groups);
    std::vector<AloneRow> alone_rows;
    for (const std::uint16_t number : alone) alone_rows.push_back(alone_row(number, kind));
    return {builder_.put(groups), builder_.put(alone_rows)};
  }

  AloneRow alone_row(std::uint16_t number, AnchorKind kind) {
    const Detector& detector = detectors_[number];
    const Result<Dfa> dfa =
        compile_regex(detector.before.empty() ? detector.pattern : detector.before, detector.any_case);
    AloneRow row;
    row.detector = number;
    row.least_digits = counts_digits(kind) ? least_digits_[number] : std::uint16_t{0};
    if (dfa) note_neighbours(*dfa, kind, row);
    row.beyond_ascii = dfa && detector.before.empty() && is_beyond_ascii(detector.pattern, *dfa);
    return row;
  }

  /// One automaton for all members, or more where that would need too many states.
  void write_groups(std::span<const std::uint16_t> members, AnchorKind kind, std::vector<GroupRow>& groups) {
    std::vector<Pattern> patterns;
    for (const std::uint16_t member : members) {
      patterns.push_back({detectors_[member].pattern, detectors_[member].any_case});
    }
    const Result<Dfa> dfa = compile_regexes(patterns, members.size() == 1 ? most_dfa_states : most_group_states);
    if (dfa) {
      groups.push_back(group_of(members, *dfa));
      if (counts_digits(kind)) {
        std::uint16_t& least = groups.back().least_digits = digits_unknown;
        for (const std::uint16_t member : members) least = std::min(least, least_digits_[member]);
      }
      return;
    }
    if (members.size() == 1) return fail(in_record(detectors_[members[0]], "pattern", dfa.error().text));
    write_groups(members.first(members.size() / 2), kind, groups);
    write_groups(members.subspan(members.size() / 2), kind, groups);
  }

  GroupRow group_of(std::span<const std::uint16_t> members, const Dfa& dfa) {
    const std::size_t words = (members.size() + 63) / 64;
    std::vector<std::uint64_t> sets(dfa.sets.size() * words);
    for (std::size_t set = 0; set < dfa.sets.size(); ++set) {
      for (const std::uint16_t member : dfa.sets[set]) sets[set * words + member / 64] |= std::uint64_t{1} << (member % 64);
    }
    return {write_dfa(builder_, dfa), builder_.put(sets), builder_.put(members), static_cast<std::uint16_t>(words), 0};
  }

  const std::vector<Detector>& detectors_;
  const ScanRecords& records_;
  ImageBuilder builder_;
  AnchorWordsBuilder words_;
  ScanImageHead head_;
  std::vector<DetectorRow> rows_;
  std::vector<std::uint16_t> least_digits_;   // by detector
  std::vector<TopicRow> topic_rows_;
  std::optional<Error> problem_;
};

}  // namespace

Result<std::string> compile_image(const ScanRecords& records) { return Compilation(records).run(); }

}  // namespace loftgate
