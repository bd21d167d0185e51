// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/matcher.h"

#include <algorithm>
#include <span>

#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr int doubtful = 30;    // of a weak candidate
constexpr int supported = 90;   // of a fair candidate with a context word
constexpr int certain = 95;     // of a strong candidate

constexpr std::size_t unless_window = 24;   // bytes in which a word says that a number is something else

/// Runs the automaton from `begin`; `may_end` says whether a match may end at a place.
template <class MayEnd>
MatchEnds run(const DfaView& dfa, std::string_view text, std::size_t begin, MayEnd may_end) {
  MatchEnds ends;
  Dfa::State state = Dfa::start;
  for (std::size_t at = begin; at < text.size(); ++at) {
    state = dfa.step(state, text[at]);
    if (state == Dfa::dead) break;
    if (dfa.accepts(state) && may_end(at + 1)) ends.add(at + 1);
  }
  return ends;
}

bool anywhere(std::size_t) { return true; }

/// True if a match begins at `begin`, however long.
bool begins_match(const DfaView& dfa, std::string_view text, std::size_t begin) {
  Dfa::State state = Dfa::start;
  for (std::size_t at = begin; at < text.size(); ++at) {
    state = dfa.step(state, text[at]);
    if (state == Dfa::dead) return false;
    if (dfa.accepts(state)) return true;
  }
  return false;
}

}  // namespace

std::optional<Finding> Matcher::match(const Place& place, MatcherMemo& memo) const {
  std::size_t begin = place.at;
  if (row_.back_at_most > 0) {
    begin = walk_back(place, memo);
    if (place.at - begin > row_.back_at_most) return std::nullopt;
    const DfaView first(image_, row_.before.there() ? row_.before : row_.pattern);
    while (begin < place.at && !first.can_begin_with(place.text[begin])) ++begin;
  }
  if (begin < memo.found_end || begin == memo.tried) return std::nullopt;
  memo.tried = static_cast<std::uint32_t>(begin);
  if (!begins_well(place.text, begin)) return std::nullopt;
  std::optional<Finding> finding = match_from(place, begin);
  if (finding) memo.found_end = finding->span.end;
  return finding;
}

std::optional<Finding> Matcher::match_ends(const Place& place, const MatchEnds& ends, MatcherMemo& memo) const {
  if (place.at < memo.found_end || !begins_well(place.text, place.at)) return std::nullopt;
  std::optional<Finding> finding = best_of(place, place.at, ends);
  if (finding && finding->confidence == 0) return std::nullopt;
  if (finding) memo.found_end = finding->span.end;
  return finding;
}

bool Matcher::begins_well(std::string_view text, std::size_t begin) const {
  return begin == 0 || !class_contains(image_, row_.not_after, code_point_before(text, begin).value);
}

/// How far the text before an anchor can be part of the match. A walk that meets the last anchor takes its result
/// over, so that a text full of anchors is walked once.
std::size_t Matcher::walk_back(const Place& place, MatcherMemo& memo) const {
  std::size_t begin = place.at;
  while (begin > 0 && place.at - begin <= row_.back_at_most) {
    const CodePoint point = code_point_before(place.text, begin);
    if (!class_contains(image_, row_.back_over, point.value)) break;
    begin -= point.size;
    if (begin == memo.last_anchor) {
      begin = memo.last_begin;
      break;
    }
  }
  memo.last_anchor = static_cast<std::uint32_t>(place.at);
  memo.last_begin = static_cast<std::uint32_t>(begin);
  return begin;
}

std::optional<Finding> Matcher::match_from(const Place& place, std::size_t begin) const {
  MatchEnds starts;
  if (row_.before.there()) {
    starts = run(DfaView(image_, row_.before), place.text, begin, anywhere);
  } else {
    starts.add(begin);
  }
  const DfaView pattern(image_, row_.pattern);
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const MatchEnds ends =
        run(pattern, place.text, starts[s], [&](std::size_t end) { return ends_well(place.text, end); });
    const std::optional<Finding> finding = best_of(place, starts[s], ends);
    if (!finding) continue;
    // A known value is dropped as a whole; a part of it is no better.
    return finding->confidence > 0 ? finding : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Finding> Matcher::best_of(const Place& place, std::size_t start, const MatchEnds& ends) const {
  const Check* check = check_numbered(row_.check);
  const std::size_t tries = check && check->finds_end ? std::min<std::size_t>(ends.size(), 1) : ends.size();
  for (std::size_t e = 0; e < tries; ++e) {
    const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(ends[e])};
    if (const std::optional<Finding> finding = judge(place, span)) return finding;
  }
  return std::nullopt;
}

bool Matcher::ends_well(std::string_view text, std::size_t end) const {
  if (end < text.size() && class_contains(image_, row_.not_before, code_point_at(text, end).value)) return false;
  return !row_.after.there() || begins_match(DfaView(image_, row_.after), text, end);
}

std::optional<Finding> Matcher::judge(const Place& place, Span span) const {
  Candidate candidate{place.text, span, place.region};
  const std::span<const Checksum> checksum = image_.at(row_.checksum);
  if (!checksum.empty() && !holds(checksum[0], candidate.value())) return std::nullopt;
  const Check* check = check_numbered(row_.check);
  const Likelihood likelihood = check ? check->judge(candidate) : Likelihood::fair;
  if (likelihood == Likelihood::none) return std::nullopt;
  const int sureness = confidence(place, candidate, likelihood);
  return Finding{candidate.span, static_cast<EntityType>(row_.type), static_cast<Severity>(row_.severity),
                 static_cast<std::uint8_t>(sureness), 0};
}

int Matcher::confidence(const Place& place, const Candidate& candidate, Likelihood likelihood) const {
  if (is_known(candidate.value())) return row_.known_confidence;
  const int usual = row_.confidence;
  const int low = std::min(doubtful, usual);
  const bool out_of_place = place.in_url && row_.doubtful_in_url;
  if (likelihood == Likelihood::known) return low;
  if (likelihood == Likelihood::strong && !out_of_place) return std::max(certain, usual);
  if (is_something_else(place, candidate)) return low;
  const bool at_home = likelihood == Likelihood::fair && !out_of_place && is_at_home(candidate.region);
  const bool context = at_home || in_context(place, candidate);
  if (likelihood == Likelihood::weak || row_.context_required || out_of_place) return context ? usual : low;
  return context ? std::max(supported, usual) : usual;
}

/// The name of a locale, "tr-TR", ends with its country.
bool Matcher::is_at_home(std::string_view region) const {
  const std::span<const TextRun> regions = image_.at(row_.regions);
  return std::any_of(regions.begin(), regions.end(), [&](TextRun home) { return region.ends_with(image_.text(home)); });
}

bool Matcher::in_context(const Place& place, const Candidate& candidate) const {
  const WordSet words(image_, row_.context);
  if (words.empty()) return false;
  return place.nearby.before_holds(place.text, candidate.span.begin, words, row_.context_before) ||
         place.nearby.after_holds(place.text, candidate.span.end, words, row_.context_after);
}

bool Matcher::is_something_else(const Place& place, const Candidate& candidate) const {
  const WordSet words(image_, row_.unless);
  if (words.empty()) return false;
  return place.nearby.before_holds(place.text, candidate.span.begin, words, unless_window);
}

bool Matcher::is_known(std::string_view value) const {
  const KnownRow& known = row_.known;
  constexpr std::size_t longest_known = 128;   // bytes; no published value is longer
  if (!known.values.empty() && value.size() <= longest_known && has_text(image_, known.values, bare(value))) return true;
  if (known.prefixes.empty() && known.suffixes.empty() && known.parts.empty()) return false;
  const LowerText lowered(value);
  const std::string_view lower = lowered;
  const auto any = [&](Run<TextRun> texts, auto holds) {
    const std::span<const TextRun> all = image_.at(texts);
    return std::any_of(all.begin(), all.end(), [&](TextRun text) { return holds(image_.text(text)); });
  };
  return any(known.prefixes, [&](std::string_view text) { return lower.starts_with(text); }) ||
         any(known.suffixes, [&](std::string_view text) { return lower.ends_with(text); }) ||
         any(known.parts, [&](std::string_view text) { return lower.find(text) != std::string_view::npos; });
}

}  // namespace loftgate
