// SPDX-License-Identifier: GPL-2.0-or-later
// Checks of keys and tokens: what is random enough.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/secret_text.h"

namespace loftgate {
namespace {

/// Shannon entropy in bits per byte.
double entropy(std::string_view text) {
  std::array<int, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const int count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

}  // namespace

Likelihood check_random(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const std::string_view tail = value.substr(value.size() / 4);   // behind the fixed prefix
  if (longest_same_run(tail) >= 6 || has_part(value, "EXAMPLE") || has_part(value, "example")) return Likelihood::none;
  const double most = std::log2(static_cast<double>(tail.size()));
  return entropy(tail) >= std::min(3.0, most * 0.7) ? Likelihood::strong : Likelihood::none;
}

}  // namespace loftgate
