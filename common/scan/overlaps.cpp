// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/overlaps.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace loftgate {
namespace {

bool better(const Finding& a, const Finding& b) {
  const bool a_sure = a.confidence >= Finding::sure, b_sure = b.confidence >= Finding::sure;
  if (a_sure != b_sure) return a_sure;
  if (a_sure && a.severity != b.severity) return a.severity > b.severity;
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  return std::pair(a.span.begin, a.detector) < std::pair(b.span.begin, b.detector);
}

}  // namespace

std::vector<Finding> without_overlaps(std::vector<Finding> findings) {
  if (findings.size() < 2) return findings;
  std::sort(findings.begin(), findings.end(), better);
  const auto earlier = [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; };
  std::set<Finding, decltype(earlier)> kept(earlier);
  for (const Finding& finding : findings) {
    const auto next = kept.lower_bound(finding);
    if (next != kept.end() && next->span.overlaps(finding.span)) continue;
    if (next != kept.begin() && std::prev(next)->span.overlaps(finding.span)) continue;
    kept.insert(next, finding);
  }
  return {kept.begin(), kept.end()};
}

}  // namespace loftgate
