// SPDX-License-Identifier: GPL-2.0-or-later
// What was learnt about contacts and rooms from what passed by, until the plugin is unloaded. Values only.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "common/text/message.h"

namespace loftgate {

struct PeerFacts {
  std::string bot_sign;     ///< PeerSigns::bot_sign, "" none
  std::string real_name;    ///< PeerSigns::real_name
  RoomAccess access = RoomAccess::unknown;
  bool logged = false;
  bool bridged = false;
  Mark mark = Mark::none;   ///< the user's own, of those who are on no list

  bool operator==(const PeerFacts&) const = default;
};

class PeerKnowledge {
 public:
  /// Strangers decide how many names there are; beyond this many nothing more is learnt.
  static constexpr std::size_t most = 20000;

  /// Called with whom a fact changed of. Empty: nobody listens.
  std::function<void(const Destination&)> changed;
  /// Called with whoever is forgotten. Empty: nobody listens.
  std::function<void(const Destination&)> forgotten;

  /// Nothing known: empty facts.
  const PeerFacts& of(const Destination& to) const;
  void note(const Destination& to, const PeerFacts& facts);
  void note_bot(const Destination& to, const char* sign, const std::string& real_name = {});
  /// Forgets everything but the user's own mark.
  void forget(const Destination& to);
  /// The same for all of an account.
  void forget_account(const std::string& protocol, const std::string& account);
  void clear();

  const std::map<Destination, PeerFacts>& all() const { return facts_; }

 private:
  std::map<Destination, PeerFacts> facts_;
};

/// The one of this process: whoever describes a conversation reads it, whoever watches a protocol writes it.
PeerKnowledge& peer_knowledge();

}  // namespace loftgate
