// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"assigned", check_assigned},
    {"basic-auth", check_basic_auth},
    {"card", check_card, true},
    {"curl-user", check_curl_user},
    {"dsn", check_dsn, true},
    {"email", check_email},
    {"encoded-jwt", check_encoded_jwt},
    {"encoded-pem", check_encoded_pem},
    {"extended-key", check_extended_key},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwk", check_jwk},
    {"jwt", check_jwt},
    {"otp", check_otp, true},
    {"otp-before", check_otp_before},
    {"otp-six", check_otp_six, true},
    {"password", check_password, true},
    {"password-before", check_password_before},
    {"password-word", check_password_word},
    {"pem", check_pem},
    {"phone-international", check_phone_international, true},
    {"phone-national", check_phone_national, true},
    {"putty-key", check_putty_key},
    {"random", check_random},
    {"recovery-codes", check_recovery_codes},
    {"seed-phrase", check_seed_phrase},
    {"url-password", check_url_password},
    {"user-password", check_user_password},
    {"wif", check_wif},
    {"xml-key", check_xml_key},
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
