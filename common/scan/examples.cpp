// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/examples.h"

#include <optional>
#include <string_view>

namespace loftgate {
namespace {

/// What is found of the detector's type, sure or unsure. `only`: a detector's number, or ScanOptions::all.
std::vector<Span> found_in(const Scanner& scanner, const Detector& detector, const Example& example, bool sure, int only) {
  std::vector<Span> found;
  for (const Finding& finding : scanner.scan(example.text, {example.region, only}).findings) {
    if (finding.type == detector.type && (finding.confidence >= Finding::sure) == sure) found.push_back(finding.span);
  }
  return found;
}

std::string quoted(const Example& example, const std::vector<Span>& spans) {
  if (spans.empty()) return "nothing";
  std::string all;
  for (const Span& span : spans) {
    all += (all.empty() ? "'" : ", '") + example.text.substr(span.begin, span.size()) + "'";
  }
  return all;
}

}  // namespace

std::string fault_of(const Scanner& scanner, std::size_t number, const Detector& detector, const Example& example) {
  const std::vector<Span> sure = found_in(scanner, detector, example, true, ScanOptions::all);
  if (example.kind != Example::Kind::doubt) {
    if (sure == example.marked) return {};
    return "finds " + quoted(example, sure) + ", not " + quoted(example, example.marked);
  }
  if (!sure.empty()) return "is sure of " + quoted(example, sure) + ", and should doubt it";
  // Beside all others a doubt may give way to another record's doubt.
  const std::vector<Span> alone = found_in(scanner, detector, example, false, static_cast<int>(number));
  if (alone == example.marked) return {};
  return "doubts " + quoted(example, alone) + ", not " + quoted(example, example.marked);
}

}  // namespace loftgate
