// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/shelves.h"

#include <algorithm>

#include "common/policy/host.h"

namespace loftgate {
namespace {

template <class T>
const std::vector<T>& entry(const std::map<std::string, std::vector<T>, std::less<>>& index, std::string_view key) {
  static const std::vector<T> nothing;
  const auto found = index.find(key);
  return found == index.end() ? nothing : found->second;
}

}  // namespace

void PolicyShelves::index() {
  for (const Provider& provider : providers) {
    for (const ProtocolUse& use : provider.protocols) {
      if (!use.id.empty()) uses_[use.id].push_back({&provider, &use});
    }
  }
  for (const Chatbot& bot : chatbots) {
    for (const ChatbotNetwork& network : bot.networks) {
      for (const std::string& protocol : network.protocols) bots_[protocol].push_back({&bot, &network});
    }
  }
}

const std::vector<PolicyShelves::Use>& PolicyShelves::uses_of(std::string_view protocol) const {
  return entry(uses_, protocol);
}

const std::vector<PolicyShelves::Bot>& PolicyShelves::bots_on(std::string_view protocol) const {
  return entry(bots_, protocol);
}

const Provider* PolicyShelves::provider(std::string_view id) const {
  const auto found = std::lower_bound(providers.begin(), providers.end(), id,
                                      [](const Provider& one, std::string_view wanted) { return one.id < wanted; });
  return found != providers.end() && found->id == id ? &*found : nullptr;
}

const Provider* PolicyShelves::provider_at(std::string_view host) const {
  const Provider* best = nullptr;
  std::size_t best_fit = 0;
  for (const Provider& provider : providers) {
    const std::size_t fit = host_fit(provider, host);
    if (fit > best_fit) {
      best = &provider;
      best_fit = fit;
    }
  }
  return best;
}

}  // namespace loftgate
