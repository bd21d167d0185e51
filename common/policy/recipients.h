// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether a message reaches an AI, by which sign, and which services then read it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/policy/policy_book.h"
#include "common/policy/shelves.h"

namespace loftgate {

/// One service that reads what an AI is sent, and the tier by which it does.
struct ReadBy {
  const Provider* provider = nullptr;
  std::string tier;

  /// What it says about training on it.
  Stance training() const;
};

/// An AI that a message reaches.
struct Recipient {
  Sign sign = Sign::none;
  std::string detail;                  ///< Audience::sign_detail
  std::size_t exactness = 0;           ///< how exact the sign is, among those of one kind
  const Chatbot* chatbot = nullptr;
  std::string id;                      ///< of the record that told, for an order that never changes
  std::string name;                    ///< whom a warning names, "" the contact's own name
  std::vector<ReadBy> readers;         ///< empty: nobody knows

  /// The reader with the strictest practice, nullptr if nobody knows.
  const ReadBy* strictest() const;
};

/// The AI that a message reaches, if any: the strongest sign, then the most exact, then the strictest practice.
std::optional<Recipient> find_recipient(const PolicyShelves& shelves, const Message& message, std::string_view plain);

/// Recipients of a protocol that is an AI by itself, by the account's settings.
std::vector<Recipient> protocol_recipients(const PolicyShelves& shelves, const Message& message);

/// Recipients called by words of the message.
std::vector<Recipient> called_recipients(const PolicyShelves& shelves, const Message& message, std::string_view plain);

/// Automated members of a room, by their names there: marked as such, or listed by a record. None is an AI by that alone.
std::vector<std::string> bots_present(const PolicyShelves& shelves, const Message& message);

/// Members of a room that a record lists as an AI that reads along.
std::vector<Recipient> silent_readers(const PolicyShelves& shelves, const Message& message);

/// The recipient a chatbot record describes.
Recipient recipient_of(const PolicyShelves& shelves, const PolicyShelves::Bot& bot, Sign sign, std::string detail);

/// Providers by id.
std::vector<ReadBy> readers_named(const PolicyShelves& shelves, const std::vector<std::string>& ids,
                                  const std::string& tier);

}  // namespace loftgate
