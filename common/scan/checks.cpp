// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"account-number", check_account_number},
    {"assigned", check_assigned},
    {"base58check", check_base58check},
    {"bech32", check_bech32},
    {"bic", check_bic},
    {"birth-number", check_birth_number},
    {"card", check_card, true},
    {"cashaddr", check_cashaddr},
    {"codice-fiscale", check_codice_fiscale},
    {"coordinates", check_coordinates},
    {"cyprus-tax-code", check_cyprus_tax_code},
    {"dashed", check_dashed},
    {"email", check_email, true},
    {"email-spelled", check_email_spelled},
    {"ethereum", check_ethereum},
    {"german-tax-id", check_german_tax_id},
    {"grouped", check_grouped},
    {"hetu", check_hetu},
    {"hkid", check_hkid},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"monero", check_monero},
    {"nino", check_nino},
    {"password", check_password, true},
    {"pem", check_pem},
    {"personnummer", check_personnummer},
    {"phone-international", check_phone_international, true},
    {"phone-link", check_phone_link},
    {"phone-national", check_phone_national, true},
    {"pps", check_pps},
    {"random", check_random},
    {"rfc", check_rfc},
    {"ripple", check_ripple},
    {"singapore-id", check_singapore_id},
    {"strkey", check_strkey},
    {"url-password", check_url_password},
    {"us-ssn", check_us_ssn},
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

std::uint8_t number_of(const Check* check) { return check ? static_cast<std::uint8_t>(check - checks + 1) : 0; }

const Check* check_numbered(std::uint8_t number) { return number == 0 ? nullptr : &checks[number - 1]; }

std::vector<std::string_view> check_names() {
  std::vector<std::string_view> names;
  for (const Check& check : checks) names.push_back(check.name);
  return names;
}

}  // namespace loftgate
