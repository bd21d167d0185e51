// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/userinfo_watch.h"

#include <algorithm>
#include <string>

#include "common/base/glib_ptr.h"
#include "common/policy/glob.h"
#include "plugin/purple/destination.h"
#include "plugin/purple/peer_knowledge.h"

namespace loftgate {
namespace {

/// A line of the card that only a bot's has; `value` is a pattern of common/policy/glob.h.
struct CardLine {
  const char* protocol;
  const char* label;
  const char* value;
};

// The labels are those the protocols hand to their translators; in other languages the card tells nothing.
constexpr CardLine bot_lines[] = {
    {"prpl-googlechat", "Bot", "Yes"},
    {"prpl-eionrobb-msteams", "User Type", "BOT"},
    {"prpl-eionrobb-msteams-personal", "User Type", "BOT"},
    {"telegram-tdlib", "Username", "*bot"},   // a rule of the service for the names of bots
};

bool is_bot_line(const std::string& protocol, const std::string& label, const std::string& value) {
  return std::any_of(std::begin(bot_lines), std::end(bot_lines), [&](const CardLine& line) {
    return protocol == line.protocol && label == line.label && glob_matches(line.value, value);
  });
}

}  // namespace

void UserinfoWatch::displaying(PurpleAccount* account, const char* who, PurpleNotifyUserInfo* card) {
  if (!account || !who || !card) return;
  const std::string protocol = copy(purple_account_get_protocol_id(account));
  for (GList* at = purple_notify_user_info_get_entries(card); at; at = at->next) {
    auto* entry = static_cast<PurpleNotifyUserInfoEntry*>(at->data);
    const std::string label = copy(purple_notify_user_info_entry_get_label(entry));
    const std::string value = copy(purple_notify_user_info_entry_get_value(entry));
    if (!is_bot_line(protocol, label, value)) continue;
    peer_knowledge().note_bot(destination_of(account, who, PeerKind::person), "userinfo");
    return;
  }
}

}  // namespace loftgate
