// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/scanner.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "common/scan/anchor_walk.h"
#include "common/scan/compile_image.h"
#include "common/scan/matcher.h"
#include "common/scan/overlaps.h"
#include "common/scan/phone_library.h"
#include "common/scan/scan_image.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_text = 4 * 1024 * 1024;   // bytes; what is behind is not read

bool ends_url(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>'; }

/// Where web addresses stand: from "://" to the next space or quotation mark. Anchors are reported block by block, so the
/// last ones are enough.
class Urls {
 public:
  explicit Urls(std::string_view text) : text_(text) {}

  /// Notes the address whose "://" stands at `at`. Must be called in ascending order.
  void add(std::size_t at) {
    if (count_ > 0 && at < last(0).end) return;
    std::size_t end = at;
    while (end < text_.size() && !ends_url(text_[end])) ++end;
    urls_[count_++ % urls_.size()] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }

  bool contain(std::size_t at) const {
    for (std::size_t i = 0; i < std::min(count_, urls_.size()); ++i) {
      if (at >= last(i).begin) return at < last(i).end;
    }
    return false;
  }

 private:
  const Span& last(std::size_t i) const { return urls_[(count_ - 1 - i) % urls_.size()]; }

  std::string_view text_;
  std::array<Span, 32> urls_;   // more than begin in one block
  std::size_t count_ = 0;
};

/// What one scan remembers of every detector. Memory is only looked at after its detector was asked the first time.
class Memos {
 public:
  Memos() {}   // leaves the memory as it is

  MatcherMemo& of(std::uint16_t detector) {
    std::uint64_t& known = known_[detector / 64];
    const std::uint64_t bit = std::uint64_t{1} << (detector % 64);
    if (!(known & bit)) memos_[detector] = MatcherMemo{};
    known |= bit;
    return memos_[detector];
  }

 private:
  std::array<std::uint64_t, most_detectors / 64> known_{};
  union {
    std::array<MatcherMemo, most_detectors> memos_;
  };
};

/// The last places where members of a group have matched.
class GroupTrail {
 public:
  void add(std::size_t end, std::uint16_t set) { steps_[count_++ % steps_.size()] = {end, set}; }
  bool empty() const { return count_ == 0; }

  /// Calls visit(end, set) from the shortest match on.
  template <class Visit>
  void visit(Visit visit_step) const {
    for (std::size_t i = count_ - std::min(count_, steps_.size()); i < count_; ++i) {
      const Step& step = steps_[i % steps_.size()];
      visit_step(step.end, step.set);
    }
  }

 private:
  struct Step {
    std::size_t end;
    std::uint16_t set;
  };
  std::array<Step, 64> steps_;
  std::size_t count_ = 0;
};

/// One scan of one image: takes the anchors and asks those who wait for them.
class Scan {
 public:
  Scan(const Image& image, std::string_view text, std::string_view region, std::vector<Finding>& findings)
      : image_(image), head_(image.head<ScanImageHead>()), detectors_(image.at(head_.detectors)),
        words_(image, head_.words), text_(text), region_(region), urls_(text), findings_(findings) {}

  void run() {
    if (text_.size() <= short_message) verify_all(AnchorKind::message, 0);
    visit_anchors(text_, words_, *this);
  }

  void word(std::size_t at) {
    words_.visit(text_.substr(at), [&](const AnchorWordRow& word) {
      const DetectorRow& row = detectors_[word.detector];
      std::optional<Span> span;
      switch (static_cast<DetectorKind>(row.kind)) {
        case DetectorKind::pattern: return verify(word.detector, at);
        case DetectorKind::topic:
          span = TopicMatcher(image_, image_.at(head_.topics)[row.topic_number]).match(text_, at, word.item);
          break;
        case DetectorKind::names: span = Persons(image_, head_.persons).match(text_, at, word.item); break;
      }
      if (!span) return;
      take(Finding{*span, static_cast<EntityType>(row.type), static_cast<Severity>(row.severity), row.confidence, 0},
           word.detector);
    });
  }
  void digits(std::size_t at, std::size_t token, const AroundDigits& around) {
    if (follows_many_short_runs(at)) return;
    verify_all(AnchorKind::digits, at, around);
    if (token != last_token_) verify_all(AnchorKind::token, token, around);
    last_token_ = token;
  }
  void long_token(std::size_t begin, std::size_t) { verify_all(AnchorKind::long_token, begin); }
  void sign(std::size_t at, char sign) {
    switch (sign) {
      case '@': return verify_all(AnchorKind::at, at);
      case '+': return verify_all(AnchorKind::plus, at);
      case '$': return verify_all(AnchorKind::dollar, at);
      default: break;
    }
    if (text_.substr(at, 3) == "://") {
      urls_.add(at);
      verify_all(AnchorKind::scheme, at);
    }
    verify_all(AnchorKind::colon, at);
  }

 private:
  /// True in "1 2 3 4 5 6 7 8 9 …": no number people write begins behind so many groups of one or two digits, and every
  /// one of them would be read up to the end of the longest pattern.
  bool follows_many_short_runs(std::size_t at) {
    constexpr std::size_t nearby = 5, many = 8;
    const auto digit = [&](std::size_t place) { return text_[place] >= '0' && text_[place] <= '9'; };
    const bool is_short = at + 2 >= text_.size() || !digit(at + 1) || !digit(at + 2);
    short_runs_ = is_short && last_digits_ != nowhere && at - last_digits_ <= nearby ? short_runs_ + 1 : 0;
    last_digits_ = at;
    return short_runs_ >= many;
  }

  /// @param around the anchor; who needs more digits or other characters is not asked.
  void verify_all(AnchorKind kind, std::size_t at, const AroundDigits& around = {}) {
    const WaitingRow& waiting = head_.waiting[static_cast<std::size_t>(kind)];
    for (const GroupRow& group : image_.at(waiting.groups)) {
      if (group.least_digits <= around.count) verify_group(group, at);
    }
    for (const AloneRow& row : image_.at(waiting.alone)) {
      if (row.least_digits > around.count || (row.beyond_ascii && !around.beyond_ascii)) continue;
      if (may_be_part(row, at)) verify(row.detector, at);
    }
  }

  /// False for a sign beside which none of the detector's signs stands.
  bool may_be_part(const AloneRow& row, std::size_t at) const {
    if (at == 0 || at + 1 >= text_.size()) return true;
    const char previous = text_[at - 1];
    return row.previous.has(previous) && (row.next.has(text_[at + 1]) || row.previous_of_last.has(previous));
  }

  void verify(std::uint16_t detector, std::size_t at) {
    const Place place{text_, at, region_, urls_.contain(at), nearby_};
    take(Matcher(image_, detectors_[detector]).match(place, memos_.of(detector)), detector);
  }

  void verify_group(const GroupRow& group, std::size_t at) {
    const DfaView dfa(image_, group.dfa);
    GroupTrail trail;
    Dfa::State state = Dfa::start;
    for (std::size_t end = at; end < text_.size(); ++end) {
      state = dfa.step(state, text_[end]);
      if (state == Dfa::dead) break;
      if (const std::uint16_t set = dfa.accepts(state)) trail.add(end + 1, set);
    }
    if (!trail.empty()) ask_members(group, at, trail);
  }

  /// Asks every member of a group that has matched somewhere.
  void ask_members(const GroupRow& group, std::size_t at, const GroupTrail& trail) {
    const std::span<const std::uint16_t> members = image_.at(group.members);
    const std::span<const std::uint64_t> sets = image_.at(group.sets);
    const Place place{text_, at, region_, urls_.contain(at), nearby_};
    for (std::size_t word = 0; word < group.words_a_set; ++word) {
      const auto members_of = [&](std::uint16_t set) { return sets[set * group.words_a_set + word]; };
      std::uint64_t matched = 0;
      trail.visit([&](std::size_t, std::uint16_t set) { matched |= members_of(set); });
      for (; matched != 0; matched &= matched - 1) {
        const auto bit = static_cast<unsigned>(std::countr_zero(matched));
        const std::uint16_t detector = members[64 * word + bit];
        const Matcher matcher(image_, detectors_[detector]);
        MatchEnds ends;
        trail.visit([&](std::size_t end, std::uint16_t set) {
          if ((members_of(set) >> bit) & 1 && matcher.ends_well(text_, end)) ends.add(end);
        });
        if (ends.size() > 0) take(matcher.match_ends(place, ends, memos_.of(detector)), detector);
      }
    }
  }

  void take(std::optional<Finding> finding, std::uint16_t detector) {
    if (!finding) return;
    finding->detector = detector;
    findings_.push_back(*finding);
  }

  const Image& image_;
  const ScanImageHead& head_;
  std::span<const DetectorRow> detectors_;
  AnchorWords words_;
  std::string_view text_;
  std::string_view region_;
  Urls urls_;
  static constexpr std::size_t nowhere = ~std::size_t{0};
  std::size_t last_token_ = nowhere;
  std::size_t last_digits_ = nowhere;
  std::size_t short_runs_ = 0;
  std::vector<Finding>& findings_;
  Memos memos_;
  NearbyCache nearby_;
};

std::span<const DetectorRow> rows_of(const Image& image) { return image.at(image.head<ScanImageHead>().detectors); }

}  // namespace

Scanner Scanner::of_image(const char* image) {
  Scanner scanner;
  scanner.add({Image(image), nullptr, 0, {}});
  return scanner;
}

Result<Scanner> Scanner::load_over(const char* image, const ScanRecordFiles& own_files) {
  Scanner scanner = of_image(image);
  if (own_files.empty()) return scanner;
  Result<Scanner> own = load(own_files);
  if (!own) return own.error();
  for (Part& part : own->parts_) scanner.add(std::move(part));
  return scanner;
}

Result<Scanner> Scanner::load(const ScanRecordFiles& files) {
  const Result<ScanRecords> records = read_scan_records(files);
  if (!records) return records.error();
  Result<std::string> image = compile_image(*records);
  if (!image) return image.error();
  const auto bytes = std::make_shared<const std::string>(*std::move(image));
  Scanner scanner;
  scanner.add({Image(bytes->data()), bytes, 0, {}});
  return scanner;
}

void Scanner::add(Part part) {
  part.first = static_cast<std::uint16_t>(size());
  for (Part& earlier : parts_) {
    const std::span<const DetectorRow> rows = rows_of(earlier.image);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const DetectorRow& row : rows_of(part.image)) {
        if (part.image.text(row.id) != earlier.image.text(rows[i].id)) continue;
        earlier.replaced.resize(rows.size());
        earlier.replaced[i] = true;
      }
    }
  }
  parts_.push_back(std::move(part));
}

std::size_t Scanner::size() const {
  return parts_.empty() ? 0 : parts_.back().first + rows_of(parts_.back().image).size();
}

DetectorFacts Scanner::detector(std::size_t number) const {
  const auto behind = std::find_if(parts_.begin(), parts_.end(), [&](const Part& p) { return p.first > number; });
  const Part& part = *std::prev(behind);
  const DetectorRow& row = rows_of(part.image)[number - part.first];
  return {part.image.text(row.id), part.image.text(row.name), part.image.text(row.file),
          static_cast<EntityType>(row.type), static_cast<Severity>(row.severity), row.confidence};
}

ScanResult Scanner::scan(std::string_view text, const ScanOptions& options) const {
  const PhoneQuestions bounded;
  const bool complete = text.size() <= longest_text;
  text = text.substr(0, longest_text);
  std::vector<Finding> findings;
  for (const Part& part : parts_) {
    const std::size_t from = findings.size();
    Scan(part.image, text, options.region, findings).run();
    if (!part.replaced.empty()) {
      const auto is_replaced = [&](const Finding& finding) { return part.replaced[finding.detector]; };
      findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(), is_replaced),
                     findings.end());
    }
    for (std::size_t i = from; i < findings.size(); ++i) {
      findings[i].detector = static_cast<std::uint16_t>(findings[i].detector + part.first);
    }
  }
  if (options.only != ScanOptions::all) {
    std::erase_if(findings, [&](const Finding& finding) { return finding.detector != options.only; });
  }
  return {without_overlaps(std::move(findings)), complete};
}

}  // namespace loftgate
