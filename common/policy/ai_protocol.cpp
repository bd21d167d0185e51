// SPDX-License-Identifier: GPL-2.0-or-later
// The recipients of a protocol by which people write to AIs only, told by the account's settings.
#include <algorithm>

#include "common/policy/host.h"
#include "common/policy/recipients.h"

namespace loftgate {
namespace {

using Use = PolicyShelves::Use;

std::vector<Use> ai_uses(const PolicyShelves& shelves, const std::string& protocol) {
  std::vector<Use> uses = shelves.uses_of(protocol);
  std::erase_if(uses, [](const Use& use) { return !use.protocol->ai; });
  return uses;
}

const Use* selected(const std::vector<Use>& uses, const std::string& setting) {
  const auto found = std::find_if(uses.begin(), uses.end(), [&](const Use& use) {
    return use.protocol->setting.empty() || use.protocol->setting == setting;
  });
  return found == uses.end() ? nullptr : &*found;
}

const Use* any_endpoint(const std::vector<Use>& uses) {
  const auto found = std::find_if(uses.begin(), uses.end(),
                                  [](const Use& use) { return use.protocol->endpoint == Endpoint::any; });
  return found == uses.end() ? nullptr : &*found;
}

ReadBy reader(const Use& use) { return {use.provider, use.protocol->tier}; }

/// Who answers at a URL the account names: the owner of its host, else somebody unknown.
std::vector<ReadBy> endpoint_readers(const PolicyShelves& shelves, const std::vector<Use>& uses,
                                     const std::string& url) {
  if (const Provider* owner = shelves.provider_at(url_host(url))) {
    const auto use = std::find_if(uses.begin(), uses.end(), [&](const Use& one) { return one.provider == owner; });
    return {use == uses.end() ? ReadBy{owner, {}} : reader(*use)};
  }
  const Use* unknown = any_endpoint(uses);
  return unknown ? std::vector<ReadBy>{reader(*unknown)} : std::vector<ReadBy>{};
}

}  // namespace

std::vector<Recipient> protocol_recipients(const PolicyShelves& shelves, const Message& message) {
  const std::vector<Use> uses = ai_uses(shelves, message.reader().protocol);
  if (uses.empty()) return {};
  const PeerSigns& signs = message.signs;
  const Use* chosen = selected(uses, signs.ai_provider);
  if (!chosen) chosen = any_endpoint(uses);

  Recipient recipient;
  recipient.sign = Sign::protocol;
  recipient.detail = signs.ai_provider;
  if (!signs.ai_endpoint.empty()) recipient.readers = endpoint_readers(shelves, uses, signs.ai_endpoint);
  // A service with a fixed host may pass the account's endpoint by, so both may read.
  const bool elsewhere = chosen && chosen->protocol->endpoint != Endpoint::fixed && !signs.ai_endpoint.empty();
  if (chosen && !elsewhere) recipient.readers.push_back(reader(*chosen));
  if (const ReadBy* strictest = recipient.strictest()) {
    recipient.id = strictest->provider->id;
    recipient.name = strictest->provider->ai_name;
  }
  return {recipient};
}

}  // namespace loftgate
