// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/log/anchor.h"

#include <algorithm>
#include <charconv>

namespace loftgate {

std::string Anchor::text() const {
  return "AICL1 " + to_hex(log) + " " + std::to_string(seq) + " " + to_hex(link) + " " + std::to_string(ts);
}

std::optional<Anchor> parse_anchor(std::string_view line) {
  std::array<std::string_view, 5> fields;
  for (std::string_view& field : fields) {
    field = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), field.size() + 1));
  }
  const auto log = from_hex<std::tuple_size_v<LogId>>(fields[1]);
  const auto link = from_hex<std::tuple_size_v<Digest>>(fields[3]);
  if (fields[0] != "AICL1" || !log || !link) return std::nullopt;
  Anchor anchor{*log, 0, *link, 0};
  const auto seq = std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), anchor.seq);
  const auto ts = std::from_chars(fields[4].data(), fields[4].data() + fields[4].size(), anchor.ts);
  if (seq.ec != std::errc() || ts.ec != std::errc() || anchor.seq < 1) return std::nullopt;
  return anchor;
}

}  // namespace loftgate
