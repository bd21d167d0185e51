// SPDX-License-Identifier: GPL-2.0-or-later
// The automated members of a room: who they are, and which of them are known to read along.
#include <algorithm>

#include "common/policy/glob.h"
#include "common/policy/recipients.h"

namespace loftgate {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add_once(Names& names, const std::string& name) {
  if (!has(names, name)) names.push_back(name);
}

bool reads_along(const Chatbot& bot) { return !bot.ended() && has(bot.ways, "reads-along"); }

/// Members whose name fits `id`, but for those the user knows to be people.
Names members_called(const PeerSigns& signs, const std::string& id) {
  Names found;
  for (const std::string& member : signs.members) {
    if (glob_matches(id, member) && !has(signs.people, member)) found.push_back(member);
  }
  return found;
}

}  // namespace

Names bots_present(const PolicyShelves& shelves, const Message& message) {
  if (message.reader().kind != PeerKind::room) return {};
  Names bots = message.signs.bots;
  for (const PolicyShelves::Bot& bot : shelves.bots_on(message.reader().protocol)) {
    for (const std::string& id : bot.network->ids) {
      for (const std::string& member : members_called(message.signs, id)) add_once(bots, member);
    }
  }
  for (const PolicyShelves::Use& use : shelves.uses_of(message.reader().protocol)) {
    for (const PeerPattern& pattern : use.provider->ai_recipients) {
      if (pattern.id.empty()) continue;
      for (const std::string& member : members_called(message.signs, pattern.id)) add_once(bots, member);
    }
  }
  return bots;
}

std::vector<Recipient> silent_readers(const PolicyShelves& shelves, const Message& message) {
  std::vector<Recipient> found;
  if (message.reader().kind != PeerKind::room) return found;
  for (const PolicyShelves::Bot& bot : shelves.bots_on(message.reader().protocol)) {
    if (!reads_along(*bot.chatbot)) continue;
    for (const std::string& id : bot.network->ids) {
      for (const std::string& member : members_called(message.signs, id)) {
        found.push_back(recipient_of(shelves, bot, Sign::reads_along, member));
        found.back().exactness = glob_exactness(id);
      }
    }
  }
  return found;
}

}  // namespace loftgate
