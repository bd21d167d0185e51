// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "common/scan/finding.h"

namespace loftgate {
namespace {

constexpr std::array<std::string_view, entity_type_count> names = {
    "EMAIL", "PHONE", "ADDRESS", "PERSON", "USERNAME", "DATE_OF_BIRTH", "NATIONAL_ID", "PASSPORT", "DRIVER_LICENSE",
    "HEALTH_ID", "LICENSE_PLATE", "VIN", "CREDIT_CARD", "CARD_CVV", "IBAN", "BANK_ACCOUNT", "SWIFT_BIC",
    "CRYPTO_WALLET", "IP_ADDRESS", "MAC_ADDRESS", "GEO", "DEVICE_ID", "PASSWORD", "API_KEY", "PRIVATE_KEY", "JWT",
    "CONNECTION_STRING", "OTP", "HEALTH", "RELIGION", "POLITICS", "ORIENTATION", "UNION", "ETHNICITY", "BIOMETRIC",
    "CRIMINAL", "CONFIDENTIAL",
};
static_assert(!names.back().empty(), "every type has a name");

}  // namespace

std::string_view type_name(EntityType type) { return names[static_cast<std::size_t>(type)]; }

std::optional<EntityType> type_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<EntityType>(found - names.begin());
}

}  // namespace loftgate
