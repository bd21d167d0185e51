// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/type_words.h"

#include "common/base/i18n.h"
#include "common/engine/wording.h"

namespace loftgate {
namespace {

struct TypeWords {
  const char* noun;    // begins a sentence
  const char* label;   // stands in square brackets in place of what was masked
};

TypeWords words(EntityType type) {
  switch (type) {
    using enum EntityType;
    case email: return {tr("E-mail address"), tr("e-mail")};
    case phone: return {tr("Phone number"), tr("phone")};
    case address: return {tr("Street address"), tr("address")};
    case person: return {tr("Name"), tr("name")};
    case username: return {tr("User name"), tr("user name")};
    case date_of_birth: return {tr("Date of birth"), tr("date of birth")};
    case national_id: return {tr("National id number"), tr("id number")};
    case passport: return {tr("Passport number"), tr("passport number")};
    case driver_license: return {tr("Driving licence number"), tr("licence number")};
    case health_id: return {tr("Health insurance number"), tr("health number")};
    case license_plate: return {tr("Number plate"), tr("number plate")};
    case vin: return {tr("Vehicle number"), tr("vehicle number")};
    case credit_card: return {tr("Payment card number"), tr("card number")};
    case card_cvv: return {tr("Card security code"), tr("card code")};
    case iban: return {tr("IBAN"), tr("IBAN")};
    case bank_account: return {tr("Bank account number"), tr("account number")};
    case swift_bic: return {tr("Bank code"), tr("bank code")};
    case crypto_wallet: return {tr("Wallet address"), tr("wallet")};
    case ip_address: return {tr("IP address"), tr("IP address")};
    case mac_address: return {tr("Device address"), tr("device address")};
    case geo: return {tr("Coordinates"), tr("coordinates")};
    case device_id: return {tr("Device number"), tr("device number")};
    case password: return {tr("Password"), tr("password")};
    case api_key: return {tr("Access token"), tr("token")};
    case private_key: return {tr("Private key"), tr("private key")};
    case jwt: return {tr("Access token"), tr("token")};
    case connection_string: return {tr("Address with a password"), tr("address with password")};
    case otp: return {tr("One-time code"), tr("code")};
    case health: return {tr("Health detail"), tr("health")};
    case religion: return {tr("Religious detail"), tr("religion")};
    case politics: return {tr("Political detail"), tr("politics")};
    case orientation: return {tr("Detail of sex life"), tr("orientation")};
    case union_membership: return {tr("Union membership"), tr("union")};
    case ethnicity: return {tr("Ethnic origin"), tr("origin")};
    case biometric: return {tr("Biometric detail"), tr("biometric")};
    case criminal: return {tr("Criminal record"), tr("record")};
    case confidential: return {tr("Confidential marker"), tr("confidential")};
  }
  return {"", ""};
}

}  // namespace

std::string noun(EntityType type) { return words(type).noun; }

// Translators: stands in the message in place of a masked detail, "[phone]".
std::string mask_label(EntityType type) { return format(tr("[%s]"), words(type).label); }

std::string badge_word(Badge::Level level) {
  switch (level) {
    case Badge::Level::people: return tr("Private");
    case Badge::Level::people_unknown: return tr("Policy unknown");
    case Badge::Level::public_room: return tr("Public");
    case Badge::Level::ai_no_training: return tr("AI: no training");
    case Badge::Level::ai_trains: return tr("AI trains");
    case Badge::Level::ai_unknown: return tr("AI: unclear");
    case Badge::Level::local: return tr("AI on this machine");
    case Badge::Level::paused: return tr("Paused");
    case Badge::Level::not_checked: return tr("Not checked");
  }
  return {};
}

}  // namespace loftgate
