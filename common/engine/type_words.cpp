// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/type_words.h"

#include "common/base/i18n.h"
#include "common/engine/wording.h"

namespace loftgate {
namespace {

struct TypeWords {
  const char* noun;    // begins a sentence
  const char* label;   // stands in square brackets in place of what was masked
  const char* mistake; // what the user says when it is none
};

TypeWords words(EntityType type) {
  switch (type) {
    using enum EntityType;
    case email: return {tr("E-mail address"), tr("e-mail"), tr("Not an e-mail address")};
    case phone: return {tr("Phone number"), tr("phone"), tr("Not a phone number")};
    case address: return {tr("Street address"), tr("address"), tr("Not a street address")};
    case person: return {tr("Name"), tr("name"), tr("Not a name")};
    case username: return {tr("User name"), tr("user name"), tr("Not a user name")};
    case date_of_birth: return {tr("Date of birth"), tr("date of birth"), tr("Not a date of birth")};
    case national_id: return {tr("National id number"), tr("id number"), tr("Not an id number")};
    case passport: return {tr("Passport number"), tr("passport number"), tr("Not a passport number")};
    case driver_license: return {tr("Driving licence number"), tr("licence number"), tr("Not a licence number")};
    case health_id: return {tr("Health insurance number"), tr("health number"), tr("Not a health number")};
    case license_plate: return {tr("Number plate"), tr("number plate"), tr("Not a number plate")};
    case vin: return {tr("Vehicle number"), tr("vehicle number"), tr("Not a vehicle number")};
    case credit_card: return {tr("Payment card number"), tr("card number"), tr("Not a card number")};
    case card_cvv: return {tr("Card security code"), tr("card code"), tr("Not a card code")};
    case iban: return {tr("IBAN"), tr("IBAN"), tr("Not an IBAN")};
    case bank_account: return {tr("Bank account number"), tr("account number"), tr("Not an account number")};
    case swift_bic: return {tr("Bank code"), tr("bank code"), tr("Not a bank code")};
    case crypto_wallet: return {tr("Wallet address"), tr("wallet"), tr("Not a wallet address")};
    case ip_address: return {tr("IP address"), tr("IP address"), tr("Not an IP address")};
    case mac_address: return {tr("Device address"), tr("device address"), tr("Not a device address")};
    case geo: return {tr("Coordinates"), tr("coordinates"), tr("Not coordinates")};
    case device_id: return {tr("Device number"), tr("device number"), tr("Not a device number")};
    case password: return {tr("Password"), tr("password"), tr("Not a password")};
    case api_key: return {tr("Access token"), tr("token"), tr("Not a token")};
    case private_key: return {tr("Private key"), tr("private key"), tr("Not a private key")};
    case jwt: return {tr("Access token"), tr("token"), tr("Not a token")};
    case connection_string: return {tr("Address with a password"), tr("address with password"), tr("Not an address with a password")};
    case otp: return {tr("One-time code"), tr("code"), tr("Not a one-time code")};
    case health: return {tr("Health detail"), tr("health"), tr("Not a health detail")};
    case religion: return {tr("Religious detail"), tr("religion"), tr("Not a religious detail")};
    case politics: return {tr("Political detail"), tr("politics"), tr("Not a political detail")};
    case orientation: return {tr("Detail of sex life"), tr("orientation"), tr("Not a detail of sex life")};
    case union_membership: return {tr("Union membership"), tr("union"), tr("Not a union membership")};
    case ethnicity: return {tr("Ethnic origin"), tr("origin"), tr("Not an ethnic origin")};
    case biometric: return {tr("Biometric detail"), tr("biometric"), tr("Not a biometric detail")};
    case criminal: return {tr("Criminal record"), tr("record"), tr("Not a criminal record")};
    case confidential: return {tr("Confidential marker"), tr("confidential"), tr("Not confidential")};
  }
  return {"", "", ""};
}

}  // namespace

std::string noun(EntityType type) { return words(type).noun; }

// Translators: stands in the message in place of a masked detail, "[phone]".
std::string mask_label(EntityType type) { return format(tr("[%s]"), words(type).label); }

std::string mistake_label(EntityType type) { return words(type).mistake; }

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
