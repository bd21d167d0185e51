// SPDX-License-Identifier: GPL-2.0-or-later
// The recipients that a message calls by name or command.
#include <algorithm>

#include "common/policy/glob.h"
#include "common/policy/mention.h"
#include "common/policy/recipients.h"

namespace loftgate {
namespace {

using Patterns = std::vector<std::string>;

template <class Test>
const std::string* first_that(const Patterns& patterns, Test test) {
  const auto found = std::find_if(patterns.begin(), patterns.end(), test);
  return found == patterns.end() ? nullptr : &*found;
}

const std::string* mentioned(const Patterns& patterns, std::string_view words) {
  return first_that(patterns, [&](const std::string& one) { return mentions(words, one); });
}

/// Somebody bears the name that `mention` calls: "@claude" may mean them.
bool is_called_so(const std::vector<std::string>& members, std::string_view mention) {
  return std::any_of(members.begin(), members.end(),
                     [&](const std::string& member) { return same_text(member, mention.substr(1)); });
}

bool has_bot_sign(const PeerSigns& signs) { return !signs.bot_sign.empty() || !signs.disclosed.empty(); }

/// Several bots of the network answer to the word: it does not tell which of them does.
bool is_shared(const std::vector<PolicyShelves::Bot>& bots, const std::string& word) {
  return std::count_if(bots.begin(), bots.end(), [&](const PolicyShelves::Bot& bot) {
    const Patterns &mentions = bot.network->mentions, &commands = bot.network->commands;
    return !bot.chatbot->ended() && (std::find(mentions.begin(), mentions.end(), word) != mentions.end() ||
                                     std::find(commands.begin(), commands.end(), word) != commands.end());
  }) > 1;
}

/// Bots of this network, whose records say how they are called here.
void add_own_bots(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message,
                  std::string_view words) {
  const std::vector<PolicyShelves::Bot>& bots = shelves.bots_on(message.reader().protocol);
  for (const PolicyShelves::Bot& bot : bots) {
    if (bot.chatbot->ended()) continue;
    const std::string* by = mentioned(bot.network->mentions, words);
    if (!by && has_bot_sign(message.signs)) by = mentioned(bot.network->weak_mentions, words);
    if (!by && message.reader().kind == PeerKind::room) {
      by = first_that(bot.network->commands, [&](const auto& one) { return begins_with_command(words, one); });
    }
    if (!by) continue;
    found.push_back(recipient_of(shelves, bot, Sign::mention, *by));
    found.back().exactness = 1;
    if (is_shared(bots, *by)) found.back().name = *by;
  }
}

/// Automated members of the room that the message speaks to. What they do with it nobody knows, as in a talk of two.
void add_members(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message,
                 std::string_view words) {
  for (const std::string& bot : bots_present(shelves, message)) {
    const bool called = begins_with_command(words, bot + ":") || begins_with_command(words, bot + ",") ||
                        mentions(words, "@" + bot);
    if (bot.empty() || !called) continue;
    Recipient recipient;
    recipient.sign = Sign::mention;
    recipient.detail = bot;
    recipient.id = bot;
    recipient.name = bot;
    found.push_back(std::move(recipient));
  }
}

bool applies_on(const Trigger& trigger, const std::string& protocol) {
  return trigger.protocols.empty() ||
         std::find(trigger.protocols.begin(), trigger.protocols.end(), protocol) != trigger.protocols.end();
}

/// Names that mean an AI on any network.
void add_known_names(std::vector<Recipient>& found, const PolicyShelves& shelves, const Message& message,
                     std::string_view words) {
  for (const Trigger& trigger : shelves.triggers) {
    if (!applies_on(trigger, message.reader().protocol)) continue;
    const std::string* by = mentioned(trigger.mentions, words);
    const bool named = by && trigger.also_people && is_called_so(message.signs.members, *by);
    if (named && !is_called_so(message.signs.bots, *by)) by = nullptr;
    if (!by) by = first_that(trigger.commands, [&](const auto& one) { return begins_with_signed_command(words, one); });
    if (!by) continue;
    Recipient recipient;
    recipient.sign = Sign::mention;
    recipient.detail = *by;
    recipient.id = trigger.id;
    recipient.name = trigger.name;
    recipient.readers = readers_named(shelves, trigger.services, {});
    found.push_back(std::move(recipient));
  }
}

}  // namespace

std::vector<Recipient> called_recipients(const PolicyShelves& shelves, const Message& message, std::string_view plain) {
  std::vector<Recipient> found;
  const bool room = message.reader().kind == PeerKind::room;
  if (!room && plain.find('@') == std::string_view::npos) return found;
  const std::string words = own_words(plain);
  add_own_bots(found, shelves, message, words);
  if (room) add_known_names(found, shelves, message, words);
  if (room) add_members(found, shelves, message, words);
  return found;
}

}  // namespace loftgate
