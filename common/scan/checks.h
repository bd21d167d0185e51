// SPDX-License-Identifier: GPL-2.0-or-later
// What a pattern cannot tell: checksums, lengths by country, whether a number is a date or a word is a secret.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// What a check thinks of a candidate, from "not this" to "certainly this".
enum class Likelihood : std::uint8_t {
  none,
  known,    ///< well formed, and known to be nobody's: documentation, private networks, tests
  weak,     ///< counts only with a context word beside it
  fair,
  strong,   ///< counts whatever stands beside it
};

/// A piece of text that a pattern matched. A check may make it shorter or longer.
struct Candidate {
  std::string_view text;     ///< the whole text
  Span span;                 ///< the candidate, in bytes of `text`
  std::string_view region;   ///< ISO 3166 country of the user, "" unknown

  std::string_view value() const { return text.substr(span.begin, span.size()); }
};

struct Check {
  std::string_view name;
  Likelihood (*judge)(Candidate&) = nullptr;
  bool finds_end = false;   ///< reads the longest match and shortens it itself; others are asked for each end
};

/// The check a record names, or nullptr.
const Check* check_named(std::string_view name);

/// Checks have numbers in an image, from 1; 0 is none.
std::uint8_t number_of(const Check* check);
/// The check of a number, or nullptr.
const Check* check_numbered(std::uint8_t number);

std::vector<std::string_view> check_names();

Likelihood check_account_number(Candidate& candidate);
Likelihood check_account_told(Candidate& candidate);
Likelihood check_alone(Candidate& candidate);
Likelihood check_assigned(Candidate& candidate);
Likelihood check_assigned_key(Candidate& candidate);
Likelihood check_base58_key(Candidate& candidate);
Likelihood check_base58check(Candidate& candidate);
Likelihood check_basic_auth(Candidate& candidate);
Likelihood check_bech32(Candidate& candidate);
Likelihood check_belgian_card(Candidate& candidate);
Likelihood check_bic(Candidate& candidate);
Likelihood check_bic_behind(Candidate& candidate);
Likelihood check_bic_beside_iban(Candidate& candidate);
Likelihood check_birth_date(Candidate& candidate);
Likelihood check_birth_number(Candidate& candidate);
Likelihood check_card(Candidate& candidate);
Likelihood check_card_code(Candidate& candidate);
Likelihood check_card_code_behind(Candidate& candidate);
Likelihood check_cashaddr(Candidate& candidate);
Likelihood check_cnh(Candidate& candidate);
Likelihood check_cns_br(Candidate& candidate);
Likelihood check_codice_fiscale(Candidate& candidate);
Likelihood check_coordinates(Candidate& candidate);
Likelihood check_curl_user(Candidate& candidate);
Likelihood check_cyprus_tax_code(Candidate& candidate);
Likelihood check_czech_account(Candidate& candidate);
Likelihood check_dashed(Candidate& candidate);
Likelihood check_dea(Candidate& candidate);
Likelihood check_degrees(Candidate& candidate);
Likelihood check_digits_inside(Candidate& candidate);
Likelihood check_document_form(Candidate& candidate);
Likelihood check_document_number(Candidate& candidate);
Likelihood check_dsn(Candidate& candidate);
Likelihood check_email(Candidate& candidate);
Likelihood check_email_spelled(Candidate& candidate);
Likelihood check_encoded_jwt(Candidate& candidate);
Likelihood check_encoded_pem(Candidate& candidate);
Likelihood check_ethereum(Candidate& candidate);
Likelihood check_extended_key(Candidate& candidate);
Likelihood check_german_card(Candidate& candidate);
Likelihood check_german_tax_id(Candidate& candidate);
Likelihood check_grouped(Candidate& candidate);
Likelihood check_health_form(Candidate& candidate);
Likelihood check_health_number(Candidate& candidate);
Likelihood check_hetu(Candidate& candidate);
Likelihood check_hkid(Candidate& candidate);
Likelihood check_iban(Candidate& candidate);
Likelihood check_imei(Candidate& candidate);
Likelihood check_ipv4(Candidate& candidate);
Likelihood check_ipv6(Candidate& candidate);
Likelihood check_italian_account(Candidate& candidate);
Likelihood check_jwk(Candidate& candidate);
Likelihood check_jwt(Candidate& candidate);
Likelihood check_kvnr(Candidate& candidate);
Likelihood check_lanr(Candidate& candidate);
Likelihood check_licence_number(Candidate& candidate);
Likelihood check_mac(Candidate& candidate);
Likelihood check_mac_dashed(Candidate& candidate);
Likelihood check_mac_told(Candidate& candidate);
Likelihood check_medicare_au(Candidate& candidate);
Likelihood check_monero(Candidate& candidate);
Likelihood check_mrz(Candidate& candidate);
Likelihood check_named_key(Candidate& candidate);
Likelihood check_nhi(Candidate& candidate);
Likelihood check_nhs(Candidate& candidate);
Likelihood check_nino(Candidate& candidate);
Likelihood check_npi(Candidate& candidate);
Likelihood check_nrb(Candidate& candidate);
Likelihood check_otp(Candidate& candidate);
Likelihood check_otp_before(Candidate& candidate);
Likelihood check_otp_six(Candidate& candidate);
Likelihood check_password(Candidate& candidate);
Likelihood check_password_before(Candidate& candidate);
Likelihood check_password_word(Candidate& candidate);
Likelihood check_pem(Candidate& candidate);
Likelihood check_personnummer(Candidate& candidate);
Likelihood check_phn_bc(Candidate& candidate);
Likelihood check_phone_international(Candidate& candidate);
Likelihood check_phone_link(Candidate& candidate);
Likelihood check_phone_national(Candidate& candidate);
Likelihood check_plate(Candidate& candidate);
Likelihood check_plate_alone(Candidate& candidate);
Likelihood check_plate_order(Candidate& candidate);
Likelihood check_polish_document(Candidate& candidate);
Likelihood check_pps(Candidate& candidate);
Likelihood check_putty_key(Candidate& candidate);
Likelihood check_ramq(Candidate& candidate);
Likelihood check_random(Candidate& candidate);
Likelihood check_random_tail(Candidate& candidate);
Likelihood check_recovery_codes(Candidate& candidate);
Likelihood check_rfc(Candidate& candidate);
Likelihood check_ripple(Candidate& candidate);
Likelihood check_seed_phrase(Candidate& candidate);
Likelihood check_serbian_account(Candidate& candidate);
Likelihood check_singapore_id(Candidate& candidate);
Likelihood check_street_before(Candidate& candidate);
Likelihood check_street_behind(Candidate& candidate);
Likelihood check_street_box(Candidate& candidate);
Likelihood check_street_han(Candidate& candidate);
Likelihood check_street_named(Candidate& candidate);
Likelihood check_street_unit(Candidate& candidate);
Likelihood check_strkey(Candidate& candidate);
Likelihood check_ton(Candidate& candidate);
Likelihood check_uk_licence(Candidate& candidate);
Likelihood check_url_password(Candidate& candidate);
Likelihood check_us_ssn(Candidate& candidate);
Likelihood check_username(Candidate& candidate);
Likelihood check_username_profile(Candidate& candidate);
Likelihood check_username_shaped(Candidate& candidate);
Likelihood check_username_told(Candidate& candidate);
Likelihood check_vin(Candidate& candidate);
Likelihood check_wif(Candidate& candidate);
Likelihood check_xml_key(Candidate& candidate);

}  // namespace loftgate
