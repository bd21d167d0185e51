// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

#include <iterator>

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"account-number", check_account_number},
    {"account-told", check_account_told, true},
    {"alone", check_alone},
    {"assigned", check_assigned},
    {"assigned-key", check_assigned_key},
    {"base58-key", check_base58_key},
    {"base58check", check_base58check},
    {"basic-auth", check_basic_auth},
    {"bech32", check_bech32},
    {"belgian-card", check_belgian_card},
    {"bic", check_bic},
    {"bic-behind", check_bic_behind},
    {"bic-beside-iban", check_bic_beside_iban, true},
    {"birth-date", check_birth_date, true},
    {"birth-number", check_birth_number},
    {"card", check_card, true},
    {"card-code", check_card_code},
    {"card-code-behind", check_card_code_behind},
    {"cashaddr", check_cashaddr},
    {"cnh", check_cnh},
    {"cns-br", check_cns_br},
    {"codice-fiscale", check_codice_fiscale},
    {"coordinates", check_coordinates},
    {"curl-user", check_curl_user},
    {"cyprus-tax-code", check_cyprus_tax_code},
    {"czech-account", check_czech_account},
    {"dashed", check_dashed},
    {"dea", check_dea},
    {"degrees", check_degrees},
    {"digits-inside", check_digits_inside},
    {"document-form", check_document_form, true},
    {"document-number", check_document_number, true},
    {"dsn", check_dsn, true},
    {"email", check_email, true},
    {"email-spelled", check_email_spelled},
    {"encoded-jwt", check_encoded_jwt},
    {"encoded-pem", check_encoded_pem},
    {"ethereum", check_ethereum},
    {"extended-key", check_extended_key},
    {"german-card", check_german_card},
    {"german-tax-id", check_german_tax_id},
    {"grouped", check_grouped},
    {"health-form", check_health_form, true},
    {"health-number", check_health_number, true},
    {"hetu", check_hetu},
    {"hkid", check_hkid},
    {"iban", check_iban, true},
    {"imei", check_imei},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"italian-account", check_italian_account},
    {"jwk", check_jwk},
    {"jwt", check_jwt},
    {"kvnr", check_kvnr},
    {"lanr", check_lanr},
    {"licence-number", check_licence_number, true},
    {"mac", check_mac},
    {"mac-dashed", check_mac_dashed},
    {"mac-told", check_mac_told},
    {"medicare-au", check_medicare_au},
    {"monero", check_monero},
    {"mrz", check_mrz},
    {"named-key", check_named_key},
    {"nhi", check_nhi},
    {"nhs", check_nhs},
    {"nino", check_nino},
    {"npi", check_npi},
    {"nrb", check_nrb},
    {"otp", check_otp, true},
    {"otp-before", check_otp_before},
    {"otp-six", check_otp_six, true},
    {"password", check_password, true},
    {"password-before", check_password_before},
    {"password-word", check_password_word},
    {"pem", check_pem},
    {"personnummer", check_personnummer},
    {"phn-bc", check_phn_bc},
    {"phone-international", check_phone_international, true},
    {"phone-link", check_phone_link},
    {"phone-national", check_phone_national, true},
    {"plate", check_plate, true},
    {"plate-alone", check_plate_alone},
    {"plate-order", check_plate_order, true},
    {"polish-document", check_polish_document},
    {"pps", check_pps},
    {"putty-key", check_putty_key},
    {"ramq", check_ramq},
    {"random", check_random},
    {"random-tail", check_random_tail},
    {"recovery-codes", check_recovery_codes},
    {"rfc", check_rfc},
    {"ripple", check_ripple},
    {"seed-phrase", check_seed_phrase},
    {"serbian-account", check_serbian_account},
    {"singapore-id", check_singapore_id},
    {"street-before", check_street_before, true},
    {"street-behind", check_street_behind, true},
    {"street-box", check_street_box, true},
    {"street-han", check_street_han, true},
    {"street-named", check_street_named, true},
    {"street-unit", check_street_unit, true},
    {"strkey", check_strkey},
    {"ton", check_ton},
    {"uk-licence", check_uk_licence},
    {"url-password", check_url_password},
    {"us-ssn", check_us_ssn},
    {"username", check_username},
    {"username-profile", check_username_profile, true},
    {"username-shaped", check_username_shaped},
    {"username-told", check_username_told},
    {"vin", check_vin},
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

// A row of an image has a byte for the number.
static_assert(std::size(checks) < 0xFF);

std::uint8_t number_of(const Check* check) { return check ? static_cast<std::uint8_t>(check - checks + 1) : 0; }

const Check* check_numbered(std::uint8_t number) { return number == 0 ? nullptr : &checks[number - 1]; }

std::vector<std::string_view> check_names() {
  std::vector<std::string_view> names;
  for (const Check& check : checks) names.push_back(check.name);
  return names;
}

}  // namespace loftgate
