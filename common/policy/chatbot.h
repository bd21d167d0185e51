// SPDX-License-Identifier: GPL-2.0-or-later
// How an AI shows itself: by ids and words on one network, or by words on any.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/clock.h"
#include "common/base/records.h"
#include "common/base/result.h"
#include "common/policy/examples.h"
#include "common/policy/practice.h"

namespace loftgate {

/// How one chatbot is met on one network. Ids are patterns of common/policy/glob.h.
struct ChatbotNetwork {
  std::string network;                       ///< "whatsapp"
  std::vector<std::string> protocols;        ///< libpurple protocol ids it is reached by; elsewhere nothing here counts
  std::vector<std::string> services;         ///< provider ids of all who read what is written to it
  std::string tier;                          ///< tier of those services that applies, "" none
  std::vector<std::string> ids;              ///< names of the contact as the protocol writes them
  std::vector<std::string> display_names;    ///< count only together with another sign of a bot
  std::vector<std::string> phone;
  std::vector<std::string> mentions;         ///< "@Meta AI": calls it into a chat between people
  std::vector<std::string> weak_mentions;    ///< also a person's name: count only together with another sign of a bot
  std::vector<std::string> commands;         ///< "!gpt" at the start of a room message
  std::vector<std::string> hints;            ///< commands that other programs know too: they count for nothing alone
  std::string note;
};

/// One record of records/chatbots/.
struct Chatbot {
  std::string id;
  std::string name;                          ///< for lists
  std::string short_name;                    ///< for sentences
  std::string operator_name;
  std::string status;                        ///< "active", "ended", "unknown"; of an ended one only the ids count
  std::string since;                         ///< as exact as it is known, "" unknown
  std::string until;
  std::string status_note;
  std::vector<std::string> ways;             ///< "direct", "invoked", "reads-along", "discloses-itself", "feature"
  std::string backend;                       ///< "provider-hosted", "third-party-api", "local-model", "configurable"
  std::string confidence;                    ///< "high", "medium", "low"
  std::optional<Date> reviewed;
  std::string notes;
  std::vector<ChatbotNetwork> networks;
  std::vector<Evidence> evidence;
  Examples examples;

  bool ended() const { return status == "ended"; }
};

/// One record of records/triggers/: words by which people call an AI into a room, whatever the network.
struct Trigger {
  std::string id;
  std::string name;                          ///< whom a warning names
  std::vector<std::string> protocols;        ///< empty: all
  std::vector<std::string> services;         ///< provider ids of those who read it, as far as the name tells
  std::vector<std::string> mentions;
  std::vector<std::string> commands;         ///< without the sign before it: "gpt" is "!gpt", ".gpt", "/gpt", "%gpt"
  bool also_people = false;                  ///< a person may be called so
  Examples examples;
};

/// Read one record each; unknown keys fail. The error names file, line and remedy.
Result<Chatbot> read_chatbot(const RecordFile& file);
Result<Trigger> read_trigger(const RecordFile& file);

}  // namespace loftgate
