// SPDX-License-Identifier: GPL-2.0-or-later
// The user's own word on what a contact is: kept on the buddy list, and for strangers until the plugin is unloaded.
#pragma once

#include <purple.h>

#include <utility>
#include <vector>

#include "common/text/message.h"
#include "plugin/purple/signal.h"

namespace loftgate {

/// `node`: its place on the buddy list, NULL for somebody who is on none.
Mark mark_of(const Destination& to, PurpleBlistNode* node);
/// Mark::none forgets it.
void set_mark(const Destination& to, Mark mark);
/// All contacts of an account that are marked.
std::vector<std::pair<Destination, Mark>> marked_contacts(PurpleAccount* account);

/// "This is an AI", "This is a person", "Forget my mark" in the menu of every contact.
class MarkMenu {
 public:
  MarkMenu() = default;

 private:
  void extend(PurpleBlistNode* node, GList** menu);
  void mark_ai(PurpleBlistNode* node);
  void mark_person(PurpleBlistNode* node);
  void unmark(PurpleBlistNode* node);

  Signal extend_ = Signal::to<&MarkMenu::extend>(this, purple_blist_get_handle(), "blist-node-extended-menu");
};

}  // namespace loftgate
