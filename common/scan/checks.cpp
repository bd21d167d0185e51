// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/scan/checks.h"

namespace loftgate {
namespace {

constexpr Check checks[] = {
    {"alone", check_alone},
    {"assigned", check_assigned},
    {"belgian-card", check_belgian_card},
    {"card", check_card, true},
    {"cnh", check_cnh},
    {"cns-br", check_cns_br},
    {"dea", check_dea},
    {"document-form", check_document_form, true},
    {"document-number", check_document_number, true},
    {"email", check_email},
    {"german-card", check_german_card},
    {"health-form", check_health_form, true},
    {"health-number", check_health_number, true},
    {"iban", check_iban, true},
    {"ipv4", check_ipv4},
    {"ipv6", check_ipv6},
    {"jwt", check_jwt},
    {"kvnr", check_kvnr},
    {"lanr", check_lanr},
    {"licence-number", check_licence_number, true},
    {"medicare-au", check_medicare_au},
    {"mrz", check_mrz},
    {"nhi", check_nhi},
    {"nhs", check_nhs},
    {"npi", check_npi},
    {"password", check_password, true},
    {"pem", check_pem},
    {"phn-bc", check_phn_bc},
    {"phone-international", check_phone_international, true},
    {"phone-national", check_phone_national, true},
    {"plate", check_plate, true},
    {"plate-alone", check_plate_alone},
    {"plate-order", check_plate_order, true},
    {"polish-document", check_polish_document},
    {"ramq", check_ramq},
    {"random", check_random},
    {"uk-licence", check_uk_licence},
    {"url-password", check_url_password},
    {"user-password", check_user_password},
    {"vin", check_vin},
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
