// SPDX-License-Identifier: GPL-2.0-or-later
#include "plugin/purple/act_outbox.h"

#include "common/base/i18n.h"
#include "plugin/purple/destination.h"

namespace loftgate {

std::optional<Error> ActOutbox::obstacle(const Destination& to) {
  if (to.kind != PeerKind::contacts) return messages_.obstacle(to);
  PurpleAccount* account = find_account(to);
  if (account && purple_account_is_connected(account)) return std::nullopt;
  return Error{Code::offline,
               format(tr("The account %s is not connected. Connect it and choose again."), to.account.c_str())};
}

bool ActOutbox::release(HoldId, const Destination& to, const std::string& markup, std::uint32_t) {
  const auto found = acts_.find(to);
  if (found == acts_.end()) return false;
  const Publish publish = found->second;
  return publish(markup);
}

}  // namespace loftgate
