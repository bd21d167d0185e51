// SPDX-License-Identifier: GPL-2.0-or-later
// Brings to the gate what everybody sees of an account: its status, its profile, its picture.
#pragma once

#include <purple.h>

#include <map>
#include <string>

#include "common/engine/ports.h"
#include "plugin/purple/act_outbox.h"
#include "plugin/purple/request_view.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class AccountActs {
 public:
  /// References outlive it.
  AccountActs(Door& door, ActOutbox& outbox);
  /// What is still held is not published; its author finds it where it was written.
  ~AccountActs();
  AccountActs(const AccountActs&) = delete;
  AccountActs& operator=(const AccountActs&) = delete;

  /// A status is about to be published. While its text is held, the status itself is published without it: an account
  /// connects, or goes away, all the same. Protocols read the text out of `status` whenever they like, so it is taken
  /// out of there.
  void set_status(PurpleAccount* account, PurpleStatus* status);
  /// Whether a profile may be published now.
  bool set_info(PurpleConnection* connection, const char* info);
  /// A picture has no text to weigh: it may only be announced who sees it.
  void set_icon(PurpleConnection* connection);

 private:
  void signing_on(PurpleConnection* connection);
  void account_removed(PurpleAccount* account);
  void status_changing(PurpleAccount* account, PurpleStatus* before, PurpleStatus* now);
  void weigh_status(PurpleAccount* account, PurpleStatus* status, const char* attribute, const char* shown);
  bool publish_status(const Destination& to, const std::string& status, const char* attribute, const std::string& markup);
  bool is_asked_again(const Message& message);

  /// What was last decided about a status's text. libpurple publishes the same one again after every absence.
  struct Settled {
    std::string written;
    std::string published;
  };

  Door& door_;
  ActOutbox& outbox_;
  RequestView view_;
  std::map<Destination, Settled> settled_;
  bool deciding_ = false;   ///< the status is published right after, by whoever is doing so

  Signal signing_on_ = Signal::to<&AccountActs::signing_on>(this, purple_connections_get_handle(), "signing-on");
  Signal account_removed_ =
      Signal::to<&AccountActs::account_removed>(this, purple_accounts_get_handle(), "account-removed");
  Signal status_changing_ =
      Signal::to<&AccountActs::status_changing>(this, purple_accounts_get_handle(), "account-status-changing");
};

}  // namespace loftgate
