// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/scanner.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/scan/anchor.h"
#include "common/scan/overlaps.h"
#include "common/scan/scan_tables.h"

namespace loftgate {
namespace {

constexpr std::size_t longest_text = 4 * 1024 * 1024;   // bytes; what is behind is not read

bool ends_url(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>'; }

/// Where web addresses stand: from "://" to the next space or quotation mark.
class Urls {
 public:
  explicit Urls(std::string_view text) : text_(text) {}

  /// Notes the address whose "://" stands at `at`. Must be called in ascending order.
  void add(std::size_t at) {
    if (!urls_.empty() && at < urls_.back().end) return;
    std::size_t end = at;
    while (end < text_.size() && !ends_url(text_[end])) ++end;
    urls_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }

  bool contain(std::size_t at) const {
    const auto next = std::upper_bound(urls_.begin(), urls_.end(), at,
                                       [](std::size_t place, const Span& url) { return place < url.begin; });
    return next != urls_.begin() && at < std::prev(next)->end;
  }

 private:
  std::string_view text_;
  std::vector<Span> urls_;
};

/// One scan: takes the anchors and asks those who wait for them.
class Scan final : public AnchorSink {
 public:
  Scan(const ScanTables& tables, std::string_view text, std::string_view region)
      : tables_(tables), text_(text), region_(region), urls_(text) {}

  std::vector<Finding> run() {
    visit_anchors(text_, tables_.words, *this);
    return without_overlaps(std::move(findings_));
  }

  void word(std::size_t at) override {
    tables_.words.visit(text_.substr(at), [&](std::uint32_t number) {
      const WordOwner& owner = tables_.owners[number];
      if (owner.term == WordOwner::no_term) return verify(owner.detector, at);
      const std::optional<TopicMatcher>& topic = tables_.topics[owner.detector];
      take(topic ? topic->match(text_, at, owner.term) : tables_.persons.match(text_, at, owner.term), owner.detector);
    });
  }
  void digits(std::size_t at, std::size_t token) override {
    verify_all(tables_.on_digits, at);
    verify_all(tables_.on_token, token);
  }
  void long_token(std::size_t begin, std::size_t) override { verify_all(tables_.on_long_token, begin); }
  void sign(std::size_t at, char sign) override {
    if (sign == ':' && text_.substr(at, 3) == "://") {
      urls_.add(at);
      verify_all(tables_.on_scheme, at);
    }
    const std::size_t kind = ScanTables::signs.find(sign);
    if (kind != std::string_view::npos) verify_all(tables_.on_sign[kind], at);
  }

 private:
  void verify_all(const ScanTables::Waiting& detectors, std::size_t at) {
    for (const std::uint16_t detector : detectors) verify(detector, at);
  }

  void verify(std::uint16_t detector, std::size_t at) {
    if (memos_.empty()) memos_.resize(tables_.detectors.size());
    const Place place{text_, at, region_, urls_.contain(at)};
    take(tables_.matchers[detector]->match(place, memos_[detector]), detector);
  }

  void take(std::optional<Finding> finding, std::uint16_t detector) {
    if (!finding) return;
    finding->detector = detector;
    findings_.push_back(*finding);
  }

  const ScanTables& tables_;
  std::string_view text_;
  std::string_view region_;
  Urls urls_;
  std::vector<MatcherMemo> memos_;   // by detector; made when the first anchor needs it
  std::vector<Finding> findings_;
};

/// Adds a record, or puts it in the place of an earlier one of the same id.
template <class Record, class IdOf>
void put(std::vector<Record>& records, Record record, IdOf id_of) {
  const auto same = std::find_if(records.begin(), records.end(),
                                 [&](const Record& other) { return id_of(other) == id_of(record); });
  if (same != records.end()) {
    *same = std::move(record);
  } else {
    records.push_back(std::move(record));
  }
}

}  // namespace

Scanner::Scanner(std::unique_ptr<const ScanTables> tables) : tables_(std::move(tables)) {}
Scanner::Scanner(Scanner&&) noexcept = default;
Scanner& Scanner::operator=(Scanner&&) noexcept = default;
Scanner::~Scanner() = default;

Result<Scanner> Scanner::load(const std::vector<RecordFile>& detectors, const std::vector<RecordFile>& topics,
                              const std::vector<RecordFile>& names) {
  std::vector<Detector> all_detectors;
  for (const RecordFile& file : detectors) {
    Result<Detector> detector = read_detector(file);
    if (!detector) return detector.error();
    put(all_detectors, *std::move(detector), [](const Detector& record) { return record.id; });
  }
  std::vector<Topic> all_topics;
  for (const RecordFile& file : topics) {
    Result<Topic> topic = read_topic(file);
    if (!topic) return topic.error();
    put(all_topics, *std::move(topic), [](const Topic& record) { return record.detector.id; });
  }
  std::vector<NameList> all_names;
  for (const RecordFile& file : names) {
    Result<NameList> list = read_names(file);
    if (!list) return list.error();
    put(all_names, *std::move(list), [](const NameList& record) { return record.detector.id; });
  }
  auto tables = std::make_unique<ScanTables>();
  for (Detector& detector : all_detectors) {
    if (Result<void> added = tables->add(std::move(detector)); !added) return added.error();
  }
  for (Topic& topic : all_topics) tables->add(std::move(topic));
  tables->add(all_names);
  return Scanner(std::move(tables));
}

const std::vector<Detector>& Scanner::detectors() const { return tables_->detectors; }

ScanResult Scanner::scan(std::string_view text, const ScanOptions& options) const {
  const bool complete = text.size() <= longest_text;
  return {Scan(*tables_, text.substr(0, longest_text), options.region).run(), complete};
}

}  // namespace loftgate
