// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/clock.h"

#include <charconv>
#include <ctime>

#include "common/base/glib_ptr.h"

namespace loftgate {
namespace {

using TimePtr = CPtr<GDateTime, g_date_time_unref>;

/// Reads exactly `digits` decimal digits from the front of `text`.
std::optional<int> eat_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc() || end != text.data() + digits || text[0] == '-') return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

}  // namespace

Date Moment::local_day() const {
  using namespace std::chrono;
  return floor<days>(sys_time<microseconds>(microseconds(us)) + minutes(offset_minutes));
}

Moment SystemClock::now() const {
  timespec time{};
  clock_gettime(CLOCK_REALTIME, &time);
  tm local{};
  const bool known = localtime_r(&time.tv_sec, &local) != nullptr;
  return {static_cast<std::int64_t>(time.tv_sec) * 1000000 + time.tv_nsec / 1000,
          known ? static_cast<int>(local.tm_gmtoff / 60) : 0};
}

std::optional<Date> parse_date(std::string_view text) {
  const auto year = eat_number(text, 4);
  if (!year) return std::nullopt;
  int parts[2] = {1, 1};
  for (int& part : parts) {
    if (text.empty()) break;
    if (text[0] != '-') return std::nullopt;
    text.remove_prefix(1);
    const auto number = eat_number(text, 2);
    if (!number) return std::nullopt;
    part = *number;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(parts[0])),
                                         std::chrono::day(static_cast<unsigned>(parts[1]))};
  if (!text.empty() || !date.ok()) return std::nullopt;
  return Date(date);
}

std::string iso_date(Date date) {
  const std::chrono::year_month_day d(date);
  return take(g_strdup_printf("%04d-%02u-%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                              static_cast<unsigned>(d.day())));
}

std::string spelled_date(Date date) {
  const std::chrono::year_month_day d(date);
  const TimePtr time(g_date_time_new_utc(static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
                                         static_cast<int>(static_cast<unsigned>(d.day())), 0, 0, 0));
  return time ? take(g_date_time_format(time.get(), "%-d %b %Y")) : iso_date(date);
}

}  // namespace loftgate
