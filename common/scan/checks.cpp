// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"account-number", check_account_number},
    {"assigned", check_assigned},
    {"card", check_card, true},
    {"email", check_email, true},
    {"email-spelled", check_email_spelled},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"password", check_password, true},
    {"pem", check_pem},
    {"phone-international", check_phone_international, true},
    {"phone-link", check_phone_link},
    {"phone-national", check_phone_national, true},
    {"random", check_random},
    {"url-password", check_url_password},
    {"user-password", check_user_password},
    {"username", check_username},
    {"username-profile", check_username_profile, true},
    {"username-shaped", check_username_shaped},
    {"username-told", check_username_told},
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
