// SPDX-License-Identifier: GPL-2.0-or-later
// All records of a policy book, with the ways to find them by protocol and host.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/policy/chatbot.h"
#include "common/policy/disclosure.h"
#include "common/policy/provider.h"

namespace loftgate {

/// Never changes once loaded: the pointers in it point into its own vectors.
struct PolicyShelves {
  struct Use {
    const Provider* provider;
    const ProtocolUse* protocol;
  };
  struct Bot {
    const Chatbot* chatbot;
    const ChatbotNetwork* network;
  };

  std::vector<Provider> providers;                ///< sorted by id, like the other three
  std::vector<Chatbot> chatbots;
  std::vector<DisclosurePattern> disclosures;
  std::vector<Trigger> triggers;

  PolicyShelves() = default;
  PolicyShelves(const PolicyShelves&) = delete;
  PolicyShelves& operator=(const PolicyShelves&) = delete;

  const std::vector<Use>& uses_of(std::string_view protocol) const;
  const std::vector<Bot>& bots_on(std::string_view protocol) const;
  const Provider* provider(std::string_view id) const;
  /// The provider with the most exact host pattern for `host`, nullptr if it is nobody's.
  const Provider* provider_at(std::string_view host) const;
  /// To be called once all records are in place.
  void index();

 private:
  std::map<std::string, std::vector<Use>, std::less<>> uses_;
  std::map<std::string, std::vector<Bot>, std::less<>> bots_;
};

}  // namespace loftgate
