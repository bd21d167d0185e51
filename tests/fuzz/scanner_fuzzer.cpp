// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>

#include "common/base/records.h"
#include "common/scan/scanner.h"

namespace loftgate {
namespace {

const Scanner& scanner() {
  static const Result<Scanner> loaded = Scanner::load(bundled_records("detectors"), bundled_records("topics"), bundled_records("names"));
  if (!loaded) std::abort();
  return *loaded;
}

bool same(const Finding& a, const Finding& b) {
  return a.span == b.span && a.type == b.type && a.confidence == b.confidence && a.detector == b.detector;
}

void check(std::string_view text, std::string_view region) {
  const ScanResult first = scanner().scan(text, {region});
  const ScanResult again = scanner().scan(text, {region});
  if (!first.complete || first.findings.size() != again.findings.size()) std::abort();
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < first.findings.size(); ++i) {
    const Finding& finding = first.findings[i];
    if (finding.span.begin < end || finding.span.end <= finding.span.begin || finding.span.end > text.size()) std::abort();
    if (finding.confidence == 0 || finding.confidence > 100) std::abort();
    if (finding.detector >= scanner().detectors().size() || !same(finding, again.findings[i])) std::abort();
    end = finding.span.end;
  }
}

}  // namespace
}  // namespace loftgate

// The first byte chooses the user's country, the others are the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::string_view regions[] = {"", "US", "DE", "IT", "JP", "XX"};
  if (size < 1) return 0;
  // A copy of exactly this size, so that reading behind the end is seen.
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  loftgate::check(text, regions[data[0] % std::size(regions)]);
  return 0;
}
