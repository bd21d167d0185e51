// SPDX-License-Identifier: GPL-2.0-or-later
// Checks whether digits are a telephone number: by calling code, by the plan of the user's country, or by shape.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/scan/ascii.h"
#include "common/scan/checks.h"
#include "common/scan/digit_groups.h"
#include "common/scan/phone_library.h"
#include "common/scan/phone_place.h"
#include "common/scan/phone_plan.h"
#include "common/scan/utf8.h"

namespace loftgate {
namespace {

constexpr std::size_t most_international = 15;   // ITU-T E.164
constexpr std::size_t most_spoken_groups = 8;    // more are a list of small numbers

/// Leaves out an opening bracket that closes behind the number: "(030 1234567)".
void drop_open_bracket(Candidate& candidate) {
  const std::string_view value = candidate.value();
  const CodePoint first = code_point_at(value, 0);
  if (first.value != '(' && first.value != U'（') return;
  if (value.find(')') != std::string_view::npos || value.find("）") != std::string_view::npos) return;
  candidate.span.begin += static_cast<std::uint32_t>(first.size);
}

bool all_the_same(std::string_view digits) {
  return digits.find_first_not_of(digits.front(), 1) == std::string_view::npos;
}

bool fits(const PhonePlan& plan, std::string_view national) {
  const auto size = static_cast<int>(national.size());
  return size >= plan.least && size <= plan.most;
}

/// What the module knows of the number without its first `skipped` digits; nothing if it is not there, or too short to
/// be worth a question.
std::optional<int> knowledge_of(const DigitGroups& number, std::size_t skipped, const char* region) {
  constexpr std::size_t fewest = 7;
  const std::string_view digits = number.digits();
  if (digits.size() < skipped + fewest) return std::nullopt;
  std::array<char, 64> text{};
  std::size_t size = 0;
  if (!region) text[size++] = '+';
  const std::size_t first = size;
  for (std::size_t group = 0, at = 0; group < number.groups() && size + 2 < text.size(); ++group) {
    for (std::size_t i = 0; i < number.size(group) && size + 2 < text.size(); ++i, ++at) {
      if (at >= skipped) text[size++] = digits[at];
    }
    if (size > first && group + 1 < number.groups()) text[size++] = ' ';
  }
  return ask_phone_module({text.data(), size}, region ? region : "ZZ");
}

/// "2011102710" behind a plus sign is the serial number of a zone or a line that was added, rather than Egypt.
bool begins_with_date(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 10 && digits.size() != 14) return false;
  const std::string_view month = digits.substr(4, 2), day = digits.substr(6, 2);
  const bool year = digits.starts_with("19") || digits.starts_with("20");
  return year && month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

/// The digits behind the first `skipped` begin with a calling code.
Likelihood by_calling_code(const DigitGroups& number, std::size_t skipped) {
  const std::string_view digits = number.digits().substr(skipped);
  const bool grouped = number.groups() > 1;
  if (digits.size() > most_international || digits.size() < 6) return Likelihood::none;
  const PhonePlan* plan = plan_of_number(digits);
  if (!plan) return Likelihood::none;
  std::string_view national = digits.substr(plan->code.size());
  if (plan->trunk == "0" && national.starts_with('0')) national.remove_prefix(1);   // +44 (0)20 …
  const auto size = static_cast<int>(national.size());
  const bool fitting = fits(*plan, national);
  if (!fitting && (size + 2 < plan->least || size > plan->most + 2)) return Likelihood::none;
  const bool doubtful = !fitting || (!grouped && begins_with_date(digits));
  const Likelihood planned = doubtful                            ? Likelihood::weak
                             : grouped || digits.size() >= 10 ? Likelihood::strong
                                                              : Likelihood::fair;
  const std::optional<int> known = knowledge_of(number, skipped, nullptr);
  if (!known) return planned;
  if (*known & LOFTGATE_PHONE_VALID) return Likelihood::strong;
  // People write numbers that are not in use; a row of digits behind a plus sign is often none.
  return std::min(planned, grouped || digits.size() >= 10 ? Likelihood::fair : Likelihood::weak);
}

bool has_american_groups(const DigitGroups& number) {
  const bool with_one = number.sized(1, 3, 3, 4) && number.digits().front() == '1';
  if (!with_one && !number.sized(3, 3, 4)) return number.sized(3, 7);
  // "446-447. 1938" is pages and a year.
  const char32_t left = number.separator(with_one ? 1 : 0), right = number.separator(with_one ? 2 : 1);
  return left == right || left == 0 || left == ' ' || left == '/';
}

/// Where there is no trunk prefix, or people leave it out of mobile numbers: India, China, Brazil, Turkey, …
bool goes_without_trunk(const PhonePlan& plan) {
  return plan.trunk.empty() || is_word_of(plan.code, "20 27 52 55 57 63 7 84 86 90 91 92 98 234 254 880 966 971 972");
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
  if (alone && (trunk || (goes_without_trunk(plan) && national.size() >= 8))) return Likelihood::fair;
  return grouped && plan.trunk.empty() && national.size() >= 8 ? Likelihood::fair : Likelihood::weak;
}

/// A leading zero of a row of a table, a decimal number, an ISBN, an octal number, a social security number or a MAC address.
bool leads_something_else(const DigitGroups& number) {
  const bool single = number.size(0) == 1 && (number.separator(0) == '.' || number.separator(0) == '-');
  const bool octal = number.groups() > 1 && number.size(0) > 5;
  for (std::size_t i = 1; i + 1 < number.groups(); ++i) {
    if (number.size(i) == 1 && number.size(i + 1) != 1) return true;   // columns of a table
  }
  return single || octal || number.sized(3, 2, 4) || number.sized(2, 2, 2, 2, 2, 2);
}

/// A number of an unknown country, by how it is written.
Likelihood by_shape(const DigitGroups& number) {
  const std::string_view digits = number.digits();
  const bool grouped = number.groups() > 1;
  if (has_american_groups(number) && (digits[digits.size() - 10] >= '2' || number.has_bracket())) {
    return Likelihood::fair;
  }
  if (digits[0] == '0' && digits[1] != '0' && !leads_something_else(number)) {
    if (grouped && digits.size() >= 9 && digits.size() <= 13) return Likelihood::fair;
    if (!grouped && (digits.size() == 10 || digits.size() == 11)) return Likelihood::fair;
  }
  if (number.has_bracket() && digits.size() >= 8 && digits.size() <= 13 && number.groups() <= 4) {
    return Likelihood::fair;
  }
  return digits.size() >= 7 || number.sized(2, 2, 2) ? Likelihood::weak : Likelihood::none;
}

/// True if the last group may be the beginning of something else: only a space, or nothing but brackets, parts it, and
/// it is no next one of a list of numbers.
bool last_group_stands_apart(const DigitGroups& number) {
  const std::size_t last = number.size(number.groups() - 1);
  if (last > 5 || last == number.size(number.groups() - 2)) return false;
  const char32_t sign = number.separator(number.groups() - 2);
  return sign == 0 || sign == ' ' || sign == U'\u00A0' || sign == U'\u3000' || sign == '/' || sign == '~';
}

/// Reads the candidate as a number, and as the number without its last groups: the next number may follow behind a
/// space. Keeps the best reading, of equal ones the longest.
template <class Judge>
Likelihood best_reading(Candidate& candidate, Judge judge) {
  if (goes_on_before(candidate) || follows_a_dump(candidate)) return Likelihood::none;
  Candidate reading = candidate;
  Likelihood best = Likelihood::none;
  bool whole = true;   // what was left out so far stands apart
  for (DigitGroups number(candidate.value()); number.groups() > 0; number.drop_last_group()) {
    const Likelihood likelihood = goes_on_behind(reading) ? Likelihood::none : judge(number, reading);
    if (whole && likelihood > best) {
      best = likelihood;
      candidate.span.end = reading.span.end;
    }
    if (best == Likelihood::strong || number.groups() == 1) break;
    whole = whole && last_group_stands_apart(number);
    DigitGroups shorter = number;
    shorter.drop_last_group();
    reading.span.end = reading.span.begin + static_cast<std::uint32_t>(shorter.end());
  }
  return best;
}

/// A date may follow a number, or stand before it: "415 2012-01-02". Digits that only spaces part are no date there.
bool holds_date(const DigitGroups& number) {
  return looks_like_date(number) || (number.separator(1) != ' ' && looks_like_date(number, 1));
}

bool is_written_so(int known, const DigitGroups& number) {
  return (known & LOFTGATE_PHONE_GROUPED) && number.groups() > 1;
}

/// A number that is valid in the user's own country.
Likelihood by_knowledge(int known, const PhonePlan& plan, const DigitGroups& number, bool alone) {
  const bool trunk = !plan.trunk.empty() && number.digits().starts_with(plan.trunk);
  const bool complete = trunk || goes_without_trunk(plan) || plan.code == "1" || number.groups() >= 3;
  const bool long_enough = !trunk || number.digits().size() >= 8;
  if (complete && long_enough && is_written_so(known, number)) return Likelihood::fair;
  const bool in_halves = number.sized(4, 4) && number.separator(0) == ' ';
  if (in_halves) return Likelihood::fair;
  const bool by_itself = alone && number.groups() == 1 && !begins_with_date(number.digits());
  return plan.code == "1" || trunk || by_itself ? by_plan(plan, number, alone) : Likelihood::weak;
}

/// A number without brackets, trunk prefix or a known country, parted as mobile numbers are in populous countries.
Likelihood by_grouping(const DigitGroups& number) {
  const std::size_t size = number.digits().size();
  if (number.groups() < 2 || !number.one_separator() || size < 9 || size > 11) return Likelihood::none;
  for (const char* region : {"IN", "BR", "CN", "ES", "RU", "MX", "CO"}) {
    if (knowledge_of(number, 0, region).value_or(0) & LOFTGATE_PHONE_GROUPED) return Likelihood::fair;
  }
  return Likelihood::none;
}

Likelihood at_home(const DigitGroups& number, const PhonePlan& plan, const char* region, bool alone) {
  const bool american = plan.code == "1";   // there a leading zero is none of a number
  const Likelihood abroad_too = american && !has_american_groups(number) ? Likelihood::weak : Likelihood::fair;
  const Likelihood shaped = std::min(by_shape(number), abroad_too);
  const Likelihood planned = by_plan(plan, number, alone);
  if (std::max(shaped, planned) == Likelihood::none) return Likelihood::none;
  const std::optional<int> known = knowledge_of(number, 0, region);
  const bool amount = looks_like_amount(number) && !alone;
  if (!known) return std::min(std::max(shaped, planned), amount ? Likelihood::weak : Likelihood::fair);
  if (*known & LOFTGATE_PHONE_VALID) {
    const bool dotted = looks_like_amount(number) && number.separator(0) == '.';
    const bool like_money = dotted || (amount && number.digits().size() < 8);
    return like_money ? Likelihood::weak : std::max(shaped, by_knowledge(*known, plan, number, alone));
  }
  // No number at home; abroad, if it is written like one.
  return number.groups() > 1 && !amount ? shaped : std::min(shaped, Likelihood::weak);
}

Likelihood abroad(const DigitGroups& number, bool alone) {
  const Likelihood found = by_shape(number);
  if (looks_like_amount(number) && !alone) return std::min(found, Likelihood::weak);
  return found == Likelihood::weak ? std::max(found, by_grouping(number)) : found;
}

/// Without "+" or "00" a calling code counts with a context word, as in "whatsapp 4915123456789".
Likelihood by_bare_calling_code(const DigitGroups& number, std::size_t skipped) {
  return std::min(by_calling_code(number, skipped), Likelihood::weak);
}

Likelihood judge_national(const DigitGroups& number, const Candidate& candidate, const PhonePlan* home) {
  const std::string_view digits = number.digits();
  if (digits.size() < 6 || all_the_same(digits)) return Likelihood::none;
  if (holds_date(number) || looks_like_version(number) || looks_like_pairs(number)) return Likelihood::none;
  const bool spelled = digits[0] == '0' && number.groups() == digits.size();   // "0 3  3 3 1  6 0 0 5"
  if (number.groups() > most_spoken_groups && !spelled) return Likelihood::none;
  if (digits.starts_with("00")) return by_calling_code(number, 2);
  const bool dials_out = digits.starts_with("011");   // from North America
  if (dials_out && home && home->code == "1") return by_calling_code(number, 3);
  if (digits.size() == 14 && digits[0] == '0' && number.groups() > 2) return Likelihood::weak;
  if (digits.size() > 13) return by_bare_calling_code(number, dials_out ? 3 : 0);
  const bool alone = is_whole_text(candidate);
  if (digits.size() == 6 && !number.sized(2, 2, 2) && !(home && home->most <= 8)) return Likelihood::none;
  const bool dotted = number.groups() == 2 && number.separator(0) == '.';
  const bool decimal = dotted && (digits[0] != '0' || number.size(0) == 1) && !number.sized(3, 7);
  const Likelihood most = decimal ? Likelihood::weak : Likelihood::fair;
  if (!home) return std::min(abroad(number, alone), most);
  const std::array<char, 3> region = {candidate.region[0], candidate.region[1], '\0'};
  return std::min(at_home(number, *home, region.data(), alone), most);
}

}  // namespace

Likelihood check_phone_international(Candidate& candidate) {
  return best_reading(candidate, [](const DigitGroups& number, const Candidate&) {
    return by_calling_code(number, 0);
  });
}

/// Digits that begin with a calling code, whatever stands before and behind: a link has no other numbers there.
Likelihood check_phone_link(Candidate& candidate) {
  constexpr std::string_view encoded_plus = "%2B";
  std::string_view value = candidate.value();
  if (value.starts_with('%')) value.remove_prefix(std::min(value.size(), encoded_plus.size()));
  return by_calling_code(DigitGroups(value), 0);
}

Likelihood check_phone_national(Candidate& candidate) {
  drop_open_bracket(candidate);
  const DigitGroups whole(candidate.value());
  if (whole.groups() == 0 || goes_on_a_list(candidate, whole.size(0))) return Likelihood::none;
  const PhonePlan* home = plan_of_region(candidate.region);
  return best_reading(candidate, [home](const DigitGroups& number, const Candidate& reading) {
    return judge_national(number, reading, home);
  });
}

}  // namespace loftgate
