// SPDX-License-Identifier: GPL-2.0-or-later
// Answers, for one message, who will read it and what they say they do with it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/records.h"
#include "common/base/result.h"
#include "common/policy/chatbot.h"
#include "common/policy/provider.h"
#include "common/text/message.h"

namespace loftgate {

struct PolicyShelves;

/// Which of a service's practices applies.
enum class Surface : std::uint8_t { public_posts, private_messages, ai_chat };

/// How an AI was recognised. Ordered: a later one outweighs an earlier one. `reads_along`: it is in the room, and known
/// to read what others write there.
enum class Sign : std::uint8_t { none, disclosure, emblem, mention, reads_along, peer_id, protocol, user_mark };

/// Who will read one message, and what they say they do with it. Values only: it outlives the book.
struct Audience {
  Surface surface = Surface::private_messages;
  bool is_ai = false;
  bool is_local = false;          ///< stays on this machine or network: a local model, a link-local chat
  bool encrypted = false;         ///< end to end between people: the service cannot read it
  std::string service;            ///< provider record id, "" when no record applies
  std::string service_name;       ///< "Meta AI", "" when no record applies
  std::string reader;             ///< whom a warning names: the bot's name, the service, or the contact's own name
  std::string chatbot;            ///< chatbot record id, "" if none
  Practice practice;              ///< the one that applies; unknown / not_reviewed when no record applies
  OptOut opt_out;
  std::string version;            ///< policy version of the provider record, "" if none
  std::optional<Date> reviewed;
  Sign sign = Sign::none;         ///< why it counts as an AI
  std::string sign_detail;        ///< trigger, disclosure id and date, setting value: for Why?; never message text
  bool bridged = false;           ///< what is said goes on to another network
  RoomAccess access = RoomAccess::unknown;
  bool logged = false;            ///< the room's server says that it keeps a log
  std::vector<std::string> bots;  ///< automated members of the room, AI or not
};

/// A sentence by which a contact called itself an AI.
struct Disclosure {
  std::string id;                 ///< "en-self-iam"
  std::string language;
  bool strong = false;            ///< strong ones count alone; weak ones do not
};

class PolicyBook {
 public:
  /// Reads records; later files with an id already known replace the earlier ones (user over bundled).
  static Result<PolicyBook> load(const std::vector<RecordFile>& providers, const std::vector<RecordFile>& chatbots,
                                 const std::vector<RecordFile>& disclosures = bundled_records("disclosures"),
                                 const std::vector<RecordFile>& triggers = bundled_records("triggers"));

  PolicyBook(PolicyBook&&) noexcept;
  PolicyBook& operator=(PolicyBook&&) noexcept;
  ~PolicyBook();

  /// The audience of a message. `plain` is the message's body as plain text, needed for mentions and triggers.
  /// Most exact match wins; among equals the strictest practice; the answer does not depend on load order.
  Audience audience(const Message& message, std::string_view plain) const;

  /// The strongest disclosure in incoming text, if any. Reads at most the first 4 KiB.
  std::optional<Disclosure> disclosure(std::string_view plain) const;

  const std::vector<Provider>& providers() const;   ///< sorted by id
  const std::vector<Chatbot>& chatbots() const;     ///< sorted by id
  const Provider* provider(std::string_view id) const;       ///< nullptr if there is none
  const Provider* provider_at(std::string_view host) const;  ///< whose host it is; nullptr if nobody's

 private:
  explicit PolicyBook(std::unique_ptr<const PolicyShelves> shelves);
  std::unique_ptr<const PolicyShelves> shelves_;
};

}  // namespace loftgate
