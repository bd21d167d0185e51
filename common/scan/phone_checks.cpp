// SPDX-License-Identifier: GPL-2.0-or-later
// Checks whether digits are a telephone number: by calling code, by the plan of the user's country, or by shape.
#include <algorithm>
#include <string_view>

#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/phone_plan.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t most_international = 15;   // ITU-T E.164

bool is_digit(char32_t c) { return digit_value(c) >= 0; }

/// True if what stands before makes the candidate a piece of a longer number, version, time or slug.
bool goes_on_before(const Candidate& candidate) {
  const CodePoint before = code_point_before(candidate.text, candidate.span.begin);
  const CodePoint earlier = code_point_before(candidate.text, candidate.span.begin - before.size);
  if (before.size == 0 || before.value >= 0x80) return false;
  const bool joins = std::string_view("-./,:_").find(static_cast<char>(before.value)) != std::string_view::npos;
  return (joins && is_digit(earlier.value)) || (before.value == '-' && is_letter_or_digit(earlier.value));
}

/// The same for what stands behind.
bool goes_on_behind(const Candidate& candidate) {
  const CodePoint next = code_point_at(candidate.text, candidate.span.end);
  const CodePoint later = code_point_at(candidate.text, candidate.span.end + next.size);
  return (next.value == ':' || next.value == '/' || next.value == '.') && is_digit(later.value);
}

/// Leaves out an opening bracket that closes behind the number: "(030 1234567)".
void drop_open_bracket(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const CodePoint first = code_point_at(value, 0);
  if (first.value != '(' && first.value != U'（') return;
  if (value.find(')') != std::string_view::npos || value.find("）") != std::string_view::npos) return;
  candidate.span.begin += static_cast<std::uint32_t>(first.size);
}

bool is_whole_text(const Candidate& candidate) {
  constexpr std::string_view blank = " \t\r\n";
  const std::string_view text = candidate.text;
  return text.substr(0, candidate.span.begin).find_first_not_of(blank) == std::string_view::npos &&
         text.substr(candidate.span.end).find_first_not_of(blank) == std::string_view::npos;
}

bool all_the_same(std::string_view digits) {
  return digits.find_first_not_of(digits.front(), 1) == std::string_view::npos;
}

bool fits(const PhonePlan& plan, std::string_view national) {
  const auto size = static_cast<int>(national.size());
  return size >= plan.least && size <= plan.most;
}

/// `digits` begin with a calling code.
Likelihood by_calling_code(std::string_view digits, bool grouped) {
  if (digits.size() > most_international || digits.size() < 6) return Likelihood::none;
  const PhonePlan* plan = plan_of_number(digits);
  if (!plan) return Likelihood::none;
  std::string_view national = digits.substr(plan->code.size());
  if (plan->trunk == "0" && national.starts_with('0')) national.remove_prefix(1);   // +44 (0)20 …
  if (fits(*plan, national)) return grouped || digits.size() >= 10 ? Likelihood::strong : Likelihood::fair;
  const auto size = static_cast<int>(national.size());
  return size + 2 >= plan->least && size <= plan->most + 2 ? Likelihood::weak : Likelihood::none;
}

bool has_american_groups(const DigitGroups& number) {
  const bool with_one = number.sized(1, 3, 3, 4) && number.digits().front() == '1';
  return number.sized(3, 3, 4) || number.sized(3, 7) || with_one;
}

/// A number of the user's own country.
Likelihood by_plan(const PhonePlan& plan, const DigitGroups& number, bool alone) {
  std::string_view national = number.digits();
  const bool grouped = number.groups() > 1;
  if (national.starts_with(plan.code) && fits(plan, national.substr(plan.code.size())) && alone &&
      national.size() >= 10) {
    return Likelihood::fair;
  }
  const bool trunk = !plan.trunk.empty() && national.starts_with(plan.trunk);
  if (trunk) national.remove_prefix(plan.trunk.size());
  if (!fits(plan, national)) return Likelihood::none;
  if (plan.code == "1") {
    const bool shaped = national.front() >= '2' && (has_american_groups(number) || alone);
    return shaped ? Likelihood::fair : Likelihood::weak;
  }
  if (trunk && national.size() >= 7) return grouped || national.size() >= 8 ? Likelihood::fair : Likelihood::weak;
  if (alone && (trunk || national.size() >= 8)) return Likelihood::fair;
  return grouped && plan.trunk.empty() && national.size() >= 8 ? Likelihood::fair : Likelihood::weak;
}

/// A number of an unknown country, by how it is written.
Likelihood by_shape(const DigitGroups& number) {
  const std::string_view digits = number.digits();
  const bool grouped = number.groups() > 1;
  if (has_american_groups(number)) {
    const char area = digits[digits.size() - 10];
    return area >= '2' || number.has_bracket() ? Likelihood::fair : Likelihood::weak;
  }
  if (digits[0] == '0' && digits[1] != '0') {
    if (grouped && digits.size() >= 9 && digits.size() <= 12) return Likelihood::fair;
    if (!grouped && (digits.size() == 10 || digits.size() == 11)) return Likelihood::fair;
  }
  if (number.has_bracket() && digits.size() >= 8 && digits.size() <= 11 && number.groups() <= 4) {
    return Likelihood::fair;
  }
  return digits.size() >= 7 ? Likelihood::weak : Likelihood::none;
}

/// Reads the candidate as a number, and as the number without its last groups: the next number may follow behind a
/// space. Keeps the best reading, of equal ones the longest.
template <class Judge>
Likelihood best_reading(Candidate& candidate, Judge judge) {
  if (goes_on_before(candidate)) return Likelihood::none;
  Candidate reading = candidate;
  Likelihood best = Likelihood::none;
  for (DigitGroups number(candidate.value()); number.groups() > 0; number.drop_last_group()) {
    const Likelihood likelihood = goes_on_behind(reading) ? Likelihood::none : judge(number, reading);
    if (likelihood > best) {
      best = likelihood;
      candidate.span.end = reading.span.end;
    }
    if (number.groups() > 1) {
      DigitGroups shorter = number;
      shorter.drop_last_group();
      reading.span.end = reading.span.begin + static_cast<std::uint32_t>(shorter.end());
    }
  }
  return best;
}

Likelihood judge_national(const DigitGroups& number, const Candidate& candidate, const PhonePlan* home) {
  const std::string_view digits = number.digits();
  if (digits.size() < 6 || all_the_same(digits)) return Likelihood::none;
  if (looks_like_date(number) || looks_like_date(number, 1)) return Likelihood::none;
  const bool grouped = number.groups() > 1;
  if (digits.starts_with("00")) return by_calling_code(digits.substr(2), grouped);
  if (home && home->code == "1" && digits.starts_with("011")) return by_calling_code(digits.substr(3), grouped);
  if (digits.size() > 13) return Likelihood::none;
  const bool alone = is_whole_text(candidate);
  const Likelihood found = std::max(by_shape(number), home ? by_plan(*home, number, alone) : Likelihood::none);
  return looks_like_amount(number) && !alone ? std::min(found, Likelihood::weak) : found;
}

}  // namespace

Likelihood check_phone_international(Candidate& candidate) {
  return best_reading(candidate, [](const DigitGroups& number, const Candidate&) {
    return by_calling_code(number.digits(), number.groups() > 1);
  });
}

Likelihood check_phone_national(Candidate& candidate) {
  drop_open_bracket(candidate);
  const PhonePlan* home = plan_of_region(candidate.region);
  return best_reading(candidate, [home](const DigitGroups& number, const Candidate& reading) {
    return judge_national(number, reading, home);
  });
}

}  // namespace loftgate
