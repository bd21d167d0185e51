// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/matcher.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int doubtful = 30;    // of a weak candidate
constexpr int supported = 90;   // of a fair candidate with a context word
constexpr int certain = 95;     // of a strong candidate

constexpr std::size_t unless_window = 24;   // bytes in which a word says that a number is something else

/// The ends of the longest matches that begin at one place. A check may refuse the longest.
class Ends {
 public:
  void add(std::size_t end) { ends_[count_++ % ends_.size()] = end; }
  std::size_t size() const { return std::min(count_, ends_.size()); }
  /// The i-th longest.
  std::size_t operator[](std::size_t i) const { return ends_[(count_ - 1 - i) % ends_.size()]; }

 private:
  std::array<std::size_t, 12> ends_{};
  std::size_t count_ = 0;
};

/// Runs the automaton from `begin`; `may_end` says whether a match may end at a place.
template <class MayEnd>
Ends run(const Dfa& dfa, std::string_view text, std::size_t begin, MayEnd may_end) {
  Ends ends;
  Dfa::State state = Dfa::start;
  for (std::size_t at = begin; at < text.size(); ++at) {
    state = dfa.step(state, text[at]);
    if (state == Dfa::dead) break;
    if (dfa.accepts[state] && may_end(at + 1)) ends.add(at + 1);
  }
  return ends;
}

bool anywhere(std::size_t) { return true; }

bool accepts_at(const Dfa& dfa, std::string_view text, std::size_t begin) {
  return run(dfa, text, begin, anywhere).size() > 0;
}

Result<CharClass> read_class(const std::string& text) {
  if (text.empty()) return CharClass();
  return parse_char_class(text);
}

/// Only letters and digits, in lower case: how values are compared that people group with spaces and dashes.
std::string bare(std::string_view value) {
  std::string kept;
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = code_point_at(value, at);
    if (is_letter_or_digit(point.value)) kept.append(value.substr(at, point.size));
    at += point.size;
  }
  return lower_case(kept);
}

void to_lower(std::vector<std::string>& texts) {
  for (std::string& text : texts) text = lower_case(text);
}

/// Up to `size` bytes before `at`, from the beginning of a word on.
std::string_view window_before(std::string_view text, std::size_t at, std::size_t size) {
  std::size_t begin = at > size ? at - size : 0;
  while (begin > 0 && begin < at && is_letter_or_digit(code_point_before(text, begin).value)) ++begin;
  return text.substr(begin, at - begin);
}

std::string_view window_after(std::string_view text, std::size_t at, std::size_t size) {
  std::size_t end = std::min(text.size(), at + size);
  while (end > at && end < text.size() && is_letter_or_digit(code_point_at(text, end).value)) --end;
  return text.substr(at, end - at);
}

}  // namespace

Result<Matcher> Matcher::compile(const Detector& detector) {
  Matcher matcher;
  std::optional<Error> problem;
  const auto in_field = [&](std::string_view field, const Error& error) {
    if (!problem) problem = Error{Code::invalid, detector.file + ": '" + std::string(field) + "': " + error.text};
  };
  const auto classes = {std::tuple{"not_after", &detector.not_after, &matcher.not_after_},
                        std::tuple{"not_before", &detector.not_before, &matcher.not_before_},
                        std::tuple{"back_over", &detector.anchors.back_over, &matcher.back_over_}};
  for (const auto& [field, text, target] : classes) {
    Result<CharClass> read = read_class(*text);
    if (read) *target = *std::move(read);
    else in_field(field, read.error());
  }
  const auto dfa_of = [&](std::string_view field, const std::string& pattern) -> std::optional<Dfa> {
    if (pattern.empty()) return std::nullopt;
    Result<Dfa> dfa = compile_regex(pattern, detector.any_case);
    if (dfa) return *std::move(dfa);
    in_field(field, dfa.error());
    return std::nullopt;
  };
  matcher.before_ = dfa_of("before", detector.before);
  matcher.after_ = dfa_of("after", detector.after);
  if (std::optional<Dfa> pattern = dfa_of("pattern", detector.pattern)) matcher.pattern_ = *std::move(pattern);
  if (!detector.check.empty()) {
    matcher.check_ = check_named(detector.check);
    if (!matcher.check_) in_field("check", {Code::invalid, "there is no such check; docs/records.md lists them"});
  }
  if (problem) return *problem;
  matcher.take_plain_fields(detector);
  return matcher;
}

void Matcher::take_plain_fields(const Detector& detector) {
  type_ = detector.type;
  severity_ = detector.severity;
  confidence_ = detector.confidence;
  checksum_ = detector.checksum;
  doubtful_in_url_ = detector.doubtful_in_url;
  back_at_most_ = static_cast<std::size_t>(detector.anchors.back_at_most);
  context_ = WordSet(detector.context.words);
  unless_ = WordSet(detector.context.unless);
  regions_ = detector.context.regions;
  context_required_ = detector.context.required;
  context_before_ = static_cast<std::size_t>(detector.context.before);
  context_after_ = static_cast<std::size_t>(detector.context.after);
  known_ = detector.known;
  for (std::string& value : known_.values) value = bare(value);
  to_lower(known_.prefixes);
  to_lower(known_.suffixes);
  to_lower(known_.parts);
}

std::optional<Finding> Matcher::match(const Place& place, MatcherMemo& memo) const {
  std::size_t begin = place.at;
  if (!back_over_.empty()) {
    begin = walk_back(place, memo);
    if (place.at - begin > back_at_most_) return std::nullopt;
  }
  const Dfa& first = before_ ? *before_ : pattern_;
  while (begin < place.at && !first.can_begin_with(place.text[begin])) ++begin;
  if (begin < memo.found_end || begin == memo.tried) return std::nullopt;
  memo.tried = begin;
  if (not_after_.contains(code_point_before(place.text, begin).value) && begin > 0) return std::nullopt;
  std::optional<Finding> finding = match_from(place, begin);
  if (finding) memo.found_end = finding->span.end;
  return finding;
}

/// How far the text before an anchor can be part of the match. A walk that meets the last anchor takes its result
/// over, so that a text full of anchors is walked once.
std::size_t Matcher::walk_back(const Place& place, MatcherMemo& memo) const {
  std::size_t begin = place.at;
  while (begin > 0 && place.at - begin <= back_at_most_) {
    const CodePoint point = code_point_before(place.text, begin);
    if (!back_over_.contains(point.value)) break;
    begin -= point.size;
    if (begin == memo.last_anchor) {
      begin = memo.last_begin;
      break;
    }
  }
  memo.last_anchor = place.at;
  memo.last_begin = begin;
  return begin;
}

std::optional<Finding> Matcher::match_from(const Place& place, std::size_t begin) const {
  Ends starts;
  if (before_) {
    starts = run(*before_, place.text, begin, anywhere);
  } else {
    starts.add(begin);
  }
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const std::size_t start = starts[s];
    const Ends ends = run(pattern_, place.text, start, [&](std::size_t end) { return ends_well(place.text, end); });
    const std::size_t tries = check_ && check_->finds_end ? std::min<std::size_t>(ends.size(), 1) : ends.size();
    for (std::size_t e = 0; e < tries; ++e) {
      const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(ends[e])};
      const std::optional<Finding> finding = judge(place, span);
      if (!finding) continue;
      // A known value is dropped as a whole; a part of it is no better.
      return finding->confidence > 0 ? finding : std::nullopt;
    }
  }
  return std::nullopt;
}

bool Matcher::ends_well(std::string_view text, std::size_t end) const {
  if (end < text.size() && not_before_.contains(code_point_at(text, end).value)) return false;
  return !after_ || accepts_at(*after_, text, end);
}

std::optional<Finding> Matcher::judge(const Place& place, Span span) const {
  Candidate candidate{place.text, span, place.region};
  if (!checksum_.empty() && !holds(checksum_, candidate.value())) return std::nullopt;
  const Likelihood likelihood = check_ ? check_->judge(candidate) : Likelihood::fair;
  if (likelihood == Likelihood::none) return std::nullopt;
  const int sureness = confidence(candidate, likelihood, place.in_url);
  return Finding{candidate.span, type_, severity_, static_cast<std::uint8_t>(sureness), 0};
}

int Matcher::confidence(const Candidate& candidate, Likelihood likelihood, bool in_url) const {
  if (is_known(candidate.value())) return known_.confidence;
  const int low = std::min(doubtful, confidence_);
  const bool out_of_place = in_url && doubtful_in_url_;
  if (likelihood == Likelihood::known) return low;
  if (likelihood == Likelihood::strong && !out_of_place) return std::max(certain, confidence_);
  if (is_something_else(candidate)) return low;
  const bool at_home = likelihood == Likelihood::fair && !out_of_place &&
                       std::any_of(regions_.begin(), regions_.end(), [&](const std::string& region) {
                         return candidate.region.ends_with(region);
                       });
  const bool context = at_home || in_context(candidate);
  if (likelihood == Likelihood::weak || context_required_ || out_of_place) return context ? confidence_ : low;
  return context ? std::max(supported, confidence_) : confidence_;
}

bool Matcher::in_context(const Candidate& candidate) const {
  if (context_.empty()) return false;
  const std::string before = lower_case(window_before(candidate.text, candidate.span.begin, context_before_));
  if (context_.in(before)) return true;
  return context_.in(lower_case(window_after(candidate.text, candidate.span.end, context_after_)));
}

bool Matcher::is_something_else(const Candidate& candidate) const {
  if (unless_.empty()) return false;
  return unless_.in(lower_case(window_before(candidate.text, candidate.span.begin, unless_window)));
}

bool Matcher::is_known(std::string_view value) const {
  const auto any = [](const std::vector<std::string>& texts, auto holds) {
    return std::any_of(texts.begin(), texts.end(), holds);
  };
  if (!known_.values.empty()) {
    const std::string plain = bare(value);
    if (any(known_.values, [&](const std::string& text) { return text == plain; })) return true;
  }
  if (known_.prefixes.empty() && known_.suffixes.empty() && known_.parts.empty()) return false;
  const std::string lower = lower_case(value);
  return any(known_.prefixes, [&](const std::string& text) { return lower.starts_with(text); }) ||
         any(known_.suffixes, [&](const std::string& text) { return lower.ends_with(text); }) ||
         any(known_.parts, [&](const std::string& text) { return lower.find(text) != std::string::npos; });
}

}  // namespace loftgate
