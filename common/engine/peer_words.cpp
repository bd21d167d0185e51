// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/peer_words.h"

#include <string_view>

#include "common/base/clock.h"
#include "common/base/i18n.h"

namespace loftgate {
namespace {

/// Names are shown up to this many; a room may have hundreds.
constexpr std::size_t names_shown = 5;

std::string mark_sentence(std::string_view sign) {
  if (sign == "xmpp-disco") return tr("Its client says that it is a bot.");
  if (sign == "irc-335") return tr("The network says that it is a bot.");
  if (sign == "irc-who-b") return tr("The network marks it as a bot in its list of users.");
  if (sign == "irc-tag") return tr("The network marks its messages as those of a bot.");
  if (sign == "userinfo") return tr("Its profile says that it is a bot.");
  return tr("The network marks this contact as a bot.");
}

/// `detail` is an id, and the day after it if it is known.
std::string disclosure_sentence(const std::string& detail) {
  const auto space = detail.find(' ');
  const std::string id = detail.substr(0, space);
  const auto day = space == std::string::npos ? std::nullopt : parse_date(detail.substr(space + 1));
  if (!day) return format(tr("This contact called itself an AI (%s)."), id.c_str());
  return format(tr("This contact called itself an AI on %s (%s)."), spelled_date(*day).c_str(), id.c_str());
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < names_shown; ++i) {
    if (!list.empty()) list += ", ";
    list += names[i];
  }
  return names.size() > names_shown ? list + " …" : list;
}

/// What the account itself is cannot be wrong; what was read about a contact can.
bool may_be_wrong(Sign sign) {
  return sign == Sign::user_mark || sign == Sign::disclosure || sign == Sign::emblem || sign == Sign::peer_id ||
         sign == Sign::reads_along;
}

std::string access_sentence(RoomAccess access) {
  switch (access) {
    case RoomAccess::unknown: return {};
    case RoomAccess::open: return tr("Anybody may come in and read, its server says.");
    case RoomAccess::closed: return tr("Not everybody may find it and come in, its server says.");
  }
  return {};
}

}  // namespace

std::string sign_sentence(const Audience& audience) {
  const char* detail = audience.sign_detail.c_str();
  switch (audience.sign) {
    case Sign::none: return {};
    case Sign::disclosure: return disclosure_sentence(audience.sign_detail);
    case Sign::emblem: return mark_sentence(audience.sign_detail);
    case Sign::mention: return format(tr("Your message calls it (%s)."), detail);
    case Sign::reads_along: return format(tr("It is in the room as %s, and is known to read what others write."), detail);
    case Sign::peer_id: return format(tr("Its address is known to be an AI's (%s)."), detail);
    case Sign::protocol:
      return audience.sign_detail.empty() ? std::string(tr("This account talks to an AI service."))
                                          : format(tr("This account talks to an AI service (%s)."), detail);
    case Sign::user_mark: return tr("You marked this contact as an AI.");
  }
  return {};
}

std::string correction_sentence(const Audience& audience) {
  if (!may_be_wrong(audience.sign)) return {};
  // Translators: words beginning with / are typed by the user and stay as they are.
  if (audience.sign == Sign::user_mark) return tr("/lg unmark forgets your mark.");
  if (audience.sign == Sign::reads_along) return format(tr("Type /lg person %s here."), audience.sign_detail.c_str());
  return tr("Type /lg person here, or choose \"This is a person\" in the contact's menu.");
}

std::string bots_sentence(const Audience& audience) {
  if (audience.bots.empty()) return {};
  const auto count = static_cast<unsigned long>(audience.bots.size());
  if (count == 1) return format(tr("A bot is in the room: %s. What it reads is not known."), audience.bots[0].c_str());
  return format(tr("%lu bots are in the room: %s. What they read is not known."), count, listed(audience.bots).c_str());
}

void add_peer_lines(std::vector<WhyLine>& lines, const Audience& audience) {
  if (std::string sign = sign_sentence(audience); !sign.empty())
    lines.push_back({tr("Why it counts as an AI"), std::move(sign), ""});
  if (std::string bots = bots_sentence(audience); !bots.empty() && audience.sign != Sign::reads_along)
    lines.push_back({tr("Bots"), std::move(bots), ""});
  std::string room = access_sentence(audience.access);
  if (audience.logged) {
    const std::string logged = tr("Its server says that it keeps a log.");
    // Translators: two whole sentences, one after the other.
    room = room.empty() ? logged : format(tr("%s %s"), room.c_str(), logged.c_str());
  }
  if (!room.empty()) lines.push_back({tr("The room"), std::move(room), ""});
  if (audience.bridged)
    lines.push_back(
        {tr("Bridge"), tr("A bridge carries this on to another network. What is done with it there is not known."), ""});
}

}  // namespace loftgate
