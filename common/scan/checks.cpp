// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

#include <array>
#include <utility>

namespace loftgate {
namespace {

constexpr std::array<std::pair<std::string_view, Check>, 14> checks = {{
    {"assigned", check_assigned},
    {"card", check_card},
    {"email", check_email},
    {"iban", check_iban},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"password", check_password},
    {"pem", check_pem},
    {"phone-international", check_phone_international},
    {"phone-national", check_phone_national},
    {"random", check_random},
    {"url-password", check_url_password},
    {"user-password", check_user_password},
}};

}  // namespace

Check check_named(std::string_view name) {
  for (const auto& [known, check] : checks) {
    if (known == name) return check;
  }
  return nullptr;
}

std::vector<std::string_view> check_names() {
  std::vector<std::string_view> names;
  for (const auto& entry : checks) names.push_back(entry.first);
  return names;
}

}  // namespace loftgate
