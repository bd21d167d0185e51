// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"assigned", check_assigned},
    {"assigned-key", check_assigned_key},
    {"card", check_card, true},
    {"email", check_email},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"named-key", check_named_key},
    {"password", check_password, true},
    {"pem", check_pem},
    {"phone-international", check_phone_international, true},
    {"phone-national", check_phone_national, true},
    {"random", check_random},
    {"random-tail", check_random_tail},
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
