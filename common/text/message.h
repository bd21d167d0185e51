// SPDX-License-Identifier: GPL-2.0-or-later
// One message as libpurple gave it, copied into plain values so that nothing below knows libpurple.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/text/attachment.h"

namespace loftgate {

/// What stands at the other end. `contacts`: everybody who sees the account itself, its status, profile and picture.
enum class PeerKind : std::uint8_t { person, room, contacts };

/// Where a message goes or comes from. Comparable; outlives every account and conversation.
struct Destination {
  std::string protocol;  ///< libpurple protocol id, "prpl-jabber"
  std::string account;   ///< user name of the account as libpurple writes it, normalised
  std::string peer;      ///< contact or room, normalised by the protocol (no XMPP resource); `contacts`: what is shown
  PeerKind kind = PeerKind::person;

  auto operator<=>(const Destination&) const = default;
};

/// What the user said about a contact; it outweighs every other sign.
enum class Mark : std::uint8_t { none, ai, person };

/// Who gets into a room, as far as its server tells.
enum class RoomAccess : std::uint8_t { unknown, open, closed };

/// What can be read about the other side without asking anybody. Everything may be empty.
struct PeerSigns {
  std::string host;           ///< server the account uses, without port: "irc.libera.chat"
  std::string alias;          ///< name shown for the peer, "" if it has none
  /// By what the network marks this contact as automated, "" by nothing: "list-emblem", "userinfo", "xmpp-disco",
  /// "irc-335", "irc-who-b", "irc-tag".
  std::string bot_sign;
  std::string real_name;      ///< what an IRC server calls so, of contacts it marks as bots: often the program's name
  std::string ai_provider;    ///< account setting "provider" of an AI protocol (prpl-aranaga-aichat)
  std::string ai_endpoint;    ///< account setting "endpoint" of an AI protocol: a URL
  std::string disclosed;      ///< id of the disclosure by which this contact called itself an AI
  std::string disclosed_on;   ///< and when: YYYY-MM-DD
  Mark mark = Mark::none;
  std::vector<std::string> members;  ///< rooms: nicknames present
  std::vector<std::string> bots;     ///< rooms: those of them that are marked as automated
  std::vector<std::string> people;   ///< rooms: those of them that the user marked as persons
  RoomAccess access = RoomAccess::unknown;
  bool logged = false;        ///< rooms: the server says that it keeps a log
  bool bridged = false;       ///< lives on another network, behind a bridge
  bool encrypted = false;     ///< an end-to-end layer (OTR, OMEMO) is known to be active
};

enum class Direction : std::uint8_t { outgoing, incoming };

/// One message. `markup` is libpurple's HTML-like text on every protocol, IRC too (libpurple.md §2).
struct Message {
  Direction direction = Direction::outgoing;
  Destination to;             ///< the other side, for incoming messages as well; where a question is shown
  /// Whom it reaches when that is not `to`: "/msg bob …", typed in a room, reaches bob and is asked about in the room.
  std::optional<Destination> addressed;
  PeerSigns signs;            ///< of whom it reaches
  std::string sender;         ///< incoming in a room: who wrote it
  std::string markup;
  /// Where its content begins in the plain body. What stands before it, "/msg bob ", is sent along, never weighed.
  std::uint32_t content_from = 0;
  std::uint32_t flags = 0;    ///< PurpleMessageFlags, passed through untouched
  std::vector<Attachment> attachments;   ///< pictures in `markup`, or the file that is sent in place of a text

  /// A file, and no text of the user's.
  bool is_file() const { return markup.empty() && !attachments.empty(); }

  /// Whom it reaches.
  const Destination& reader() const { return addressed ? *addressed : to; }
};

}  // namespace loftgate
