// SPDX-License-Identifier: GPL-2.0-or-later
// What a scan finds: where and what kind, never the text itself, so that it may be logged.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/markup.h"

namespace loftgate {

/// Kinds of personal or secret content. The names are those of the detection sets' common list of types.
enum class EntityType : std::uint8_t {
  email, phone, address, person, username, date_of_birth, national_id, passport, driver_license, health_id,
  license_plate, vin, credit_card, card_cvv, iban, bank_account, swift_bic, crypto_wallet, ip_address, mac_address,
  geo, device_id, password, api_key, private_key, jwt, connection_string, otp, health, religion, politics, orientation,
  union_membership, ethnicity, biometric, criminal, confidential,
};
inline constexpr std::size_t entity_type_count = static_cast<std::size_t>(EntityType::confidential) + 1;

/// "EMAIL", "UNION", …: the name used in records and in `loftgate scan --jsonl`.
std::string_view type_name(EntityType type);
std::optional<EntityType> type_named(std::string_view name);

/// How much harm a detail can do, S0 to S4 of docs/design.md.
enum class Severity : std::uint8_t { none, contact, identity, special, secret };

/// One thing found. Offsets are bytes of the scanned text.
struct Finding {
  Span span;
  EntityType type = EntityType::email;
  Severity severity = Severity::none;
  std::uint8_t confidence = 0;   ///< 0 to 100; below `sure` it is shown by the command line and never asks
  std::uint16_t detector = 0;    ///< index into Scanner::detectors()

  static constexpr std::uint8_t sure = 50;
};

/// All findings of one text, ordered by where they begin. Findings never overlap.
struct ScanResult {
  std::vector<Finding> findings;
  bool complete = true;          ///< false: some text was not read; never to be shown as clean
};

}  // namespace loftgate
