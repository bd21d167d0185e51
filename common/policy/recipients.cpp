// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/policy/recipients.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "common/policy/glob.h"

namespace loftgate {
namespace {

bool has_name(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return same_text(one, name); });
}

/// Chatbots whose ids fit the contact.
void add_by_id(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message) {
  if (message.reader().kind != PeerKind::person) return;
  for (const PolicyShelves::Bot& bot : shelves.bots_on(message.reader().protocol)) {
    for (const std::string& id : bot.network->ids) {
      if (!glob_matches(id, message.reader().peer)) continue;
      found.push_back(recipient_of(shelves, bot, Sign::peer_id, id));
      found.back().exactness = glob_exactness(id);
    }
  }
}

/// Contacts the service itself marks as automated.
void add_by_service(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message) {
  if (message.reader().kind != PeerKind::person) return;
  for (const PolicyShelves::Use& use : shelves.uses_of(message.reader().protocol)) {
    for (const PeerPattern& pattern : use.provider->ai_recipients) {
      const bool by_id = !pattern.id.empty() && glob_matches(pattern.id, message.reader().peer);
      const bool by_emblem = pattern.emblem == "bot" && message.signs.bot_sign == "list-emblem";
      if (!by_id && !by_emblem) continue;
      Recipient recipient;
      recipient.sign = by_id ? Sign::peer_id : Sign::emblem;
      recipient.detail = by_id ? pattern.id : message.signs.bot_sign;
      recipient.id = use.provider->id;
      recipient.readers = {{use.provider, {}}};
      found.push_back(std::move(recipient));
    }
  }
}

/// A weak disclosure counts for nothing alone.
bool disclosed(const PolicyShelves& shelves, const PeerSigns& signs) {
  if (signs.disclosed.empty()) return false;
  return std::none_of(shelves.disclosures.begin(), shelves.disclosures.end(),
                      [&](const DisclosurePattern& one) { return one.id == signs.disclosed && !one.strong; });
}

void add_by_behaviour(std::vector<Recipient>& found, const PolicyShelves& shelves, const PeerSigns& signs) {
  Recipient recipient;
  if (!signs.bot_sign.empty()) {
    recipient.sign = Sign::emblem;
    recipient.detail = signs.bot_sign;
    found.push_back(recipient);
  }
  if (disclosed(shelves, signs)) {
    recipient.sign = Sign::disclosure;
    recipient.detail = signs.disclosed + (signs.disclosed_on.empty() ? "" : " " + signs.disclosed_on);
    found.push_back(recipient);
  }
}

/// A display name alone tells nothing; beside another sign it tells whose bot it is.
void name_bots(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message) {
  const PeerSigns& signs = message.signs;
  if (signs.alias.empty() && signs.real_name.empty()) return;
  for (const PolicyShelves::Bot& bot : shelves.bots_on(message.reader().protocol)) {
    const std::vector<std::string>& names = bot.network->display_names;
    if (bot.chatbot->ended() || !(has_name(names, signs.alias) || has_name(names, signs.real_name))) continue;
    for (Recipient& recipient : found) {
      if (recipient.chatbot) continue;
      const std::size_t exactness = recipient.exactness;
      recipient = recipient_of(shelves, bot, recipient.sign, recipient.detail);
      recipient.exactness = exactness;
    }
  }
}

bool outranks(const Recipient& a, const Recipient& b) {
  const auto rank = [](const Recipient& one) {
    const ReadBy* reader = one.strictest();
    return std::tuple(one.sign, one.exactness, one.readers.empty() ? -1 : strictness(reader->training()));
  };
  const auto rank_a = rank(a), rank_b = rank(b);
  return rank_a != rank_b ? rank_a > rank_b : a.id < b.id;
}

std::optional<Recipient> foremost(std::vector<Recipient> found) {
  if (found.empty()) return std::nullopt;
  return std::move(*std::min_element(found.begin(), found.end(), outranks));
}

}  // namespace

Stance ReadBy::training() const {
  const Practice& practice = provider->ai_chat;
  const auto found = practice.tiers.find(tier);
  return found == practice.tiers.end() ? practice.training : found->second.training;
}

const ReadBy* Recipient::strictest() const {
  const auto found = std::min_element(readers.begin(), readers.end(), [](const ReadBy& a, const ReadBy& b) {
    const int rank_a = strictness(a.training()), rank_b = strictness(b.training());
    return rank_a != rank_b ? rank_a > rank_b : a.provider->id < b.provider->id;
  });
  return found == readers.end() ? nullptr : &*found;
}

std::vector<ReadBy> readers_named(const PolicyShelves& shelves, const std::vector<std::string>& ids,
                                  const std::string& tier) {
  std::vector<ReadBy> readers;
  for (const std::string& id : ids) {
    if (const Provider* provider = shelves.provider(id)) readers.push_back({provider, tier});
  }
  return readers;
}

Recipient recipient_of(const PolicyShelves& shelves, const PolicyShelves::Bot& bot, Sign sign, std::string detail) {
  Recipient recipient;
  recipient.sign = sign;
  recipient.detail = std::move(detail);
  recipient.chatbot = bot.chatbot;
  recipient.id = bot.chatbot->id;
  recipient.name = bot.chatbot->short_name;
  recipient.readers = readers_named(shelves, bot.network->services, bot.network->tier);
  return recipient;
}

std::optional<Recipient> find_recipient(const PolicyShelves& shelves, const Message& message, std::string_view plain) {
  std::vector<Recipient> found = called_recipients(shelves, message, plain);
  if (message.signs.mark == Mark::person) return foremost(std::move(found));

  std::vector<Recipient> contact = protocol_recipients(shelves, message);
  for (Recipient& reader : silent_readers(shelves, message)) contact.push_back(std::move(reader));
  add_by_id(contact, shelves, message);
  add_by_service(contact, shelves, message);
  add_by_behaviour(contact, shelves, message.signs);
  if (message.signs.mark == Mark::ai) {
    if (contact.empty()) contact.emplace_back();
    for (Recipient& recipient : contact) recipient.sign = Sign::user_mark;
  }
  name_bots(contact, shelves, message);
  std::move(contact.begin(), contact.end(), std::back_inserter(found));
  return foremost(std::move(found));
}

}  // namespace loftgate
