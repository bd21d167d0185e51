// SPDX-License-Identifier: GPL-2.0-or-later
// One service: where it is met, and what it says it does with what people write there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/clock.h"
#include "common/base/records.h"
#include "common/base/result.h"
#include "common/policy/examples.h"
#include "common/policy/practice.h"

namespace loftgate {

/// Where a service is reached.
struct HostPattern {
  std::string pattern;
  bool cidr = false;                   ///< else a domain suffix at a dot boundary
  std::string use;                     ///< "connect", "api", "jid-domain", …
  bool verified = false;               ///< seen in the source of a plugin or protocol library
};

/// Contacts of this service that are automated.
struct PeerPattern {
  std::string id;                      ///< pattern over the contact's id, see common/policy/glob.h; "" if by emblem
  std::string emblem;                  ///< what the protocol's list_emblem() answers, "" if by id
  std::string who;
  std::string source;
};

/// Which account setting of an AI protocol may send text elsewhere.
enum class Endpoint : std::uint8_t { fixed, its_hosts, any };

/// One libpurple plugin that reaches the service.
struct ProtocolUse {
  std::string id;                      ///< libpurple protocol id, "" if there is none
  Encryption e2ee = Encryption::unknown;
  bool ai = false;                     ///< everything written there goes to an AI
  std::string setting;                 ///< account setting "provider" that selects this service, "" if none is needed
  Endpoint endpoint = Endpoint::fixed; ///< whether the account may name another host
  std::string tier;                    ///< tier of ai_chat that applies to this way of access, "" none
  bool only_its_hosts = false;         ///< applies only to accounts at one of the record's hosts
  std::string plugin;
  std::string api;                     ///< "libpurple2", "libpurple3"
  std::string state;                   ///< "native", "untested", "dead", …, "" unknown
  std::string source;
  std::string note;
};

/// A change that was reported.
struct PastEvent {
  std::optional<Date> date;
  std::string event;
  std::string url;
  std::string source_kind;
};

/// Something the service itself does to chats with AI, beside contacts that are AIs.
struct AiFeature {
  std::string id;
  std::string what;
  std::string visible;                 ///< whether a libpurple client can see it happen
  std::string confidence;
  std::vector<std::string> sources;    ///< URLs
};

/// One record of records/providers/.
struct Provider {
  std::string id;
  std::string name;                    ///< for lists: "OpenAI (ChatGPT and API)"
  std::string short_name;              ///< for sentences: "OpenAI"
  std::string ai_name;                 ///< for sentences about its AI: "Meta AI"
  std::string parent;
  std::string kind;                    ///< "messaging", "ai-assistant", "irc-network", "protocol-family", "local", …
  std::string status;
  bool operator_dependent = false;
  bool stays_local = false;            ///< text stays on this machine or network
  std::vector<std::string> services;
  std::vector<ProtocolUse> protocols;
  std::vector<HostPattern> hosts;
  std::vector<PeerPattern> ai_recipients;
  Practice public_posts;
  Practice private_messages;
  Practice ai_chat;
  OptOut opt_out;
  std::vector<AiFeature> features;
  std::vector<PastEvent> history;
  std::string notes;
  Examples examples;
  std::optional<Date> reviewed;        ///< last day somebody read the sources
  std::string version;                 ///< "2026-11-23-1a2b3c4d5e6f": review date and hash of what matters to a choice
};

/// Reads one record; unknown keys fail. The error names file, line and remedy.
Result<Provider> read_provider(const RecordFile& file);

}  // namespace loftgate
