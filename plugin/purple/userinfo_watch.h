// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the card that a user opens with Get Info: some protocols say nowhere else that a contact is a bot.
#pragma once

#include <purple.h>

#include "plugin/purple/signal.h"

namespace loftgate {

class UserinfoWatch {
 public:
  UserinfoWatch() = default;

 private:
  void displaying(PurpleAccount* account, const char* who, PurpleNotifyUserInfo* card);

  Signal displaying_ =
      Signal::to<&UserinfoWatch::displaying>(this, purple_notify_get_handle(), "displaying-userinfo");
};

}  // namespace loftgate
