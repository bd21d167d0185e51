// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"assigned", check_assigned},
    {"birth-date", check_birth_date, true},
    {"card", check_card, true},
    {"email", check_email},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"password", check_password, true},
    {"pem", check_pem},
    {"phone-international", check_phone_international, true},
    {"phone-national", check_phone_national, true},
    {"random", check_random},
    {"street-before", check_street_before, true},
    {"street-behind", check_street_behind, true},
    {"street-box", check_street_box, true},
    {"street-han", check_street_han, true},
    {"street-named", check_street_named, true},
    {"street-unit", check_street_unit, true},
    {"url-password", check_url_password},
    {"user-password", check_user_password},
};

}  // namespace

const Check* check_named(std::string_view name) {
  for (const Check& check : checks) {
    if (check.name == name) return &check;
  }
  return nullptr;
}

std::vector<std::string_view> check_names() {
  std::vector<std::string_view> names;
  for (const Check& check : checks) names.push_back(check.name);
  return names;
}

}  // namespace loftgate
