// SPDX-License-Identifier: GPL-2.0-or-later
// Asks in words: a line in the conversation, answered with /lg. Serves every client without a view of its own.
#pragma once

#include <purple.h>

#include <map>
#include <optional>
#include <string>

#include "common/engine/ports.h"
#include "plugin/purple/answer.h"
#include "plugin/purple/finch_entry.h"
#include "plugin/purple/signal.h"

namespace loftgate {

class TextView final : public WarningView {
 public:
  /// Registers /lg for all conversations, also for those another view asks in.
  explicit TextView(Door& door);

  void ask(const Warning& warning) override;
  void remind(const Warning& warning) override;
  void notice(const Notice& notice) override;
  void close(HoldId id, Act how) override;
  void badge(const Destination& to, const Badge& badge) override;
  /// Writes the text into the conversation, unlogged, and in Finch back into the entry; others have none to reach.
  void give_back(const Destination& to, const std::string& markup) override;

 private:
  PurpleCmdRet command(PurpleConversation* conversation, const char* name, char** words, char** error);
  void answer(const Warning& question, Choice choice);
  void remember(const Warning& question, Remember remember);
  static void mark(const MarkAs& as, PurpleConversation* conversation);
  void tell(Question question, PurpleConversation* conversation, const Warning* open);
  Badge badge_now(PurpleConversation* conversation);

  Door& door_;
  std::map<HoldId, Remember> remember_next_;   ///< "/lg remember …", until the question is answered
  bool answering_ = false;                     ///< choose() runs: a question asked again then tells its trouble alone
  bool asked_again_ = false;
  std::optional<Badge> badge_;
  FinchEntry finch_entry_;
  Command command_;
};

}  // namespace loftgate
