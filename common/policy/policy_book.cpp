// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/policy_book.h"

#include <algorithm>
#include <map>

#include "common/policy/host.h"
#include "common/policy/recipients.h"
#include "common/policy/shelves.h"

namespace loftgate {
namespace {

using Use = PolicyShelves::Use;

/// Reads all records of one kind; a later one takes the place of an earlier one with its id. Sorted by id.
template <class T>
Result<std::vector<T>> read_all(const std::vector<RecordFile>& files, Result<T> (*read)(const RecordFile&)) {
  std::map<std::string, T> by_id;
  for (const RecordFile& file : files) {
    Result<T> record = read(file);
    if (!record) return record.error();
    std::string id = record->id;
    by_id.insert_or_assign(std::move(id), std::move(*record));
  }
  std::vector<T> all;
  all.reserve(by_id.size());
  for (auto& [id, record] : by_id) all.push_back(std::move(record));
  return all;
}

/// The first provider id that is named but not there, as an error; nullopt if all are there.
std::optional<Error> missing_service(const PolicyShelves& shelves, const std::string& record,
                                     const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    if (shelves.provider(id)) continue;
    return Error{Code::not_found, record + ": services names \"" + id +
                                      "\", which no provider record has; correct it or add providers/" + id + ".toml"};
  }
  return std::nullopt;
}

std::optional<Error> check_services(const PolicyShelves& shelves) {
  for (const Chatbot& bot : shelves.chatbots) {
    for (const ChatbotNetwork& network : bot.networks) {
      if (auto error = missing_service(shelves, "chatbot " + bot.id, network.services)) return error;
    }
  }
  for (const Trigger& trigger : shelves.triggers) {
    if (auto error = missing_service(shelves, "trigger " + trigger.id, trigger.services)) return error;
  }
  return std::nullopt;
}

/// Whether anybody may read along, as far as the place itself tells: a room that lets only some in is no public one.
bool may_be_public(const Message& message) {
  return message.reader().kind != PeerKind::person && message.signs.access != RoomAccess::closed;
}

Surface people_surface(const Use& use, const Message& message) {
  const bool open = use.provider->public_posts.applies == Applies::yes && use.protocol->e2ee != Encryption::yes;
  return open && may_be_public(message) ? Surface::public_posts : Surface::private_messages;
}

const Practice& practice_of(const Provider& provider, Surface surface) {
  switch (surface) {
    case Surface::public_posts: return provider.public_posts;
    case Surface::private_messages: return provider.private_messages;
    case Surface::ai_chat: return provider.ai_chat;
  }
  return provider.private_messages;
}

/// The service that carries a message between people: the most exact host, then the strictest practice.
const Use* carrier(const PolicyShelves& shelves, const Message& message) {
  const std::string account = account_host(message.reader().account);
  const Use* best = nullptr;
  std::pair<std::size_t, int> best_rank;
  for (const Use& use : shelves.uses_of(message.reader().protocol)) {
    if (use.protocol->ai) continue;
    const std::size_t fit = std::max(host_fit(*use.provider, message.signs.host), host_fit(*use.provider, account));
    if (fit == 0 && use.protocol->only_its_hosts) continue;
    const Practice& practice = practice_of(*use.provider, people_surface(use, message));
    const std::pair rank(fit, strictness(practice.training));
    if (best && rank <= best_rank) continue;
    best = &use;
    best_rank = rank;
  }
  return best;
}

void take_service(Audience& audience, const Provider& provider) {
  audience.service = provider.id;
  audience.service_name = audience.is_ai ? provider.ai_name : provider.short_name;
  audience.opt_out = provider.opt_out;
  audience.version = provider.version;
  audience.reviewed = provider.reviewed;
  audience.is_local = provider.stays_local;
}

Audience ai_audience(const Recipient& recipient) {
  Audience audience;
  audience.surface = Surface::ai_chat;
  audience.is_ai = true;
  audience.sign = recipient.sign;
  audience.sign_detail = recipient.detail;
  audience.reader = recipient.name;
  if (recipient.chatbot) audience.chatbot = recipient.chatbot->id;
  if (const ReadBy* reader = recipient.strictest()) {
    take_service(audience, *reader->provider);
    audience.practice = for_tier(reader->provider->ai_chat, reader->tier);
  }
  return audience;
}

Audience people_audience(const PolicyShelves& shelves, const Message& message) {
  Audience audience;
  audience.encrypted = message.signs.encrypted;
  if (may_be_public(message)) audience.surface = Surface::public_posts;
  if (const Use* use = carrier(shelves, message)) {
    audience.surface = people_surface(*use, message);
    take_service(audience, *use->provider);
    audience.practice = practice_of(*use->provider, audience.surface);
    audience.encrypted = audience.encrypted || use->protocol->e2ee == Encryption::yes;
  }
  return audience;
}

}  // namespace

Result<PolicyBook> PolicyBook::load(const std::vector<RecordFile>& providers, const std::vector<RecordFile>& chatbots,
                                    const std::vector<RecordFile>& disclosures,
                                    const std::vector<RecordFile>& triggers) {
  auto all_providers = read_all<Provider>(providers, read_provider);
  if (!all_providers) return all_providers.error();
  auto all_chatbots = read_all<Chatbot>(chatbots, read_chatbot);
  if (!all_chatbots) return all_chatbots.error();
  auto all_disclosures = read_all<DisclosurePattern>(disclosures, read_disclosure);
  if (!all_disclosures) return all_disclosures.error();
  auto all_triggers = read_all<Trigger>(triggers, read_trigger);
  if (!all_triggers) return all_triggers.error();

  auto shelves = std::make_unique<PolicyShelves>();
  shelves->providers = std::move(*all_providers);
  shelves->chatbots = std::move(*all_chatbots);
  shelves->disclosures = std::move(*all_disclosures);
  shelves->triggers = std::move(*all_triggers);
  if (auto error = check_services(*shelves)) return *error;
  shelves->index();
  return PolicyBook(std::move(shelves));
}

PolicyBook::PolicyBook(std::unique_ptr<const PolicyShelves> shelves) : shelves_(std::move(shelves)) {}
PolicyBook::PolicyBook(PolicyBook&&) noexcept = default;
PolicyBook& PolicyBook::operator=(PolicyBook&&) noexcept = default;
PolicyBook::~PolicyBook() = default;

Audience PolicyBook::audience(const Message& message, std::string_view plain) const {
  const std::optional<Recipient> recipient = find_recipient(*shelves_, message, plain);
  Audience audience = recipient ? ai_audience(*recipient) : people_audience(*shelves_, message);
  audience.bots = bots_present(*shelves_, message);
  audience.access = message.signs.access;
  audience.logged = message.signs.logged;
  audience.bridged = message.signs.bridged;
  if (audience.reader.empty()) audience.reader = message.signs.alias.empty() ? message.reader().peer : message.signs.alias;
  return audience;
}

std::optional<Disclosure> PolicyBook::disclosure(std::string_view plain) const {
  const std::string words = readable_part(plain, false);
  const std::string own = readable_part(plain, true);
  const DisclosurePattern* best = nullptr;
  for (const DisclosurePattern& pattern : shelves_->disclosures) {
    if (best && !pattern.strong) continue;
    if (!finds(pattern, pattern.strong ? own : words)) continue;
    best = &pattern;
    if (pattern.strong) break;
  }
  if (!best) return std::nullopt;
  return Disclosure{best->id, best->language, best->strong};
}

const std::vector<Provider>& PolicyBook::providers() const { return shelves_->providers; }
const std::vector<Chatbot>& PolicyBook::chatbots() const { return shelves_->chatbots; }
const Provider* PolicyBook::provider(std::string_view id) const { return shelves_->provider(id); }
const Provider* PolicyBook::provider_at(std::string_view host) const { return shelves_->provider_at(host); }

}  // namespace loftgate
