// SPDX-License-Identifier: GPL-2.0-or-later
// A module of its own around libphonenumber, so that its 19 libraries are loaded only when a number needs judging.
#include "common/scan/phone_module.h"

#include <phonenumbers/phonenumberutil.h>

#include <string>

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

/// Runs of digits, parted by one space.
std::string groups_of(const std::string& text) {
  std::string groups;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside && !groups.empty()) groups += ' ';
    if (digit) groups += c;
    inside = digit;
  }
  return groups;
}

/// True if the number is parted as it is written abroad, or at home with or without the trunk prefix.
bool is_written_so(const PhoneNumberUtil& util, const PhoneNumber& parsed, const std::string& number) {
  const std::string groups = groups_of(number);
  std::string formatted;
  util.Format(parsed, PhoneNumberUtil::INTERNATIONAL, &formatted);
  const std::string abroad = groups_of(formatted);
  if (number.front() == '+') return abroad == groups;
  if (abroad == std::to_string(parsed.country_code()) + ' ' + groups) return true;
  util.Format(parsed, PhoneNumberUtil::NATIONAL, &formatted);
  return groups_of(formatted) == groups;
}

int judge(const std::string& number, const std::string& region) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber parsed;
  if (util.Parse(number, region, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR) return 0;
  if (!util.IsPossibleNumber(parsed)) return 0;
  if (!util.IsValidNumber(parsed)) return LOFTGATE_PHONE_POSSIBLE;
  const int grouped = is_written_so(util, parsed, number) ? LOFTGATE_PHONE_GROUPED : 0;
  return LOFTGATE_PHONE_POSSIBLE | LOFTGATE_PHONE_VALID | grouped;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int loftgate_phone_judge(const char* number, size_t size,
                                                                           const char* region) {
  try {
    return size > 0 ? judge(std::string(number, size), region) : 0;
  } catch (...) {
    return 0;   // no exception crosses a C frame
  }
}
