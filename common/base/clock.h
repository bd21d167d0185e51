// SPDX-License-Identifier: GPL-2.0-or-later
// The only way to ask for the time, so that tests can say what time it is.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loftgate {

using Date = std::chrono::sys_days;

/// Wall time, as UTC microseconds since 1970-01-01 and minutes east of UTC.
struct Moment {
  std::int64_t us = 0;
  int offset_minutes = 0;

  /// The day by the local calendar.
  Date local_day() const;
  auto operator<=>(const Moment&) const = default;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment now() const = 0;
};

/// The system's clock and time zone.
class SystemClock final : public Clock {
 public:
  Moment now() const override;
};

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a missing part means its first day. nullopt if it is no date.
std::optional<Date> parse_date(std::string_view text);

/// Writes a date as `YYYY-MM-DD`, for files and machines.
std::string iso_date(Date date);

/// Writes a date for people, `14 Nov 2026`, with the month name of the current locale.
std::string spelled_date(Date date);

}  // namespace loftgate
