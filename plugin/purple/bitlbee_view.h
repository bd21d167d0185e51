// SPDX-License-Identifier: GPL-2.0-or-later
// Asks through BitlBee, which shows an IRC client neither lines in a conversation nor windows nor slash commands: the
// control channel says what is held, and "!lg …", written to the contact or room itself, answers and goes nowhere.
#pragma once

#include <purple.h>

#include <optional>
#include <set>
#include <string_view>

#include "common/engine/ports.h"
#include "plugin/purple/answer.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/text_lines.h"

namespace loftgate {

class BitlbeeView final : public WarningView {
 public:
  /// The client of this process is BitlBee.
  static bool is_wanted();

  explicit BitlbeeView(Door& door);

  void ask(const Warning& warning) override;
  void remind(const Warning& warning) override;
  void notice(const Notice& notice) override;
  void close(HoldId id, Act how) override;
  void badge(const Destination& to, const Badge& badge) override;
  /// Shows the text in the control channel: what the user typed into an IRC client cannot be put back there.
  void give_back(const Destination& to, const std::string& markup) override;

 private:
  void sending_im(PurpleAccount* account, const char* receiver, char** message);
  void sending_chat(PurpleAccount* account, char** message, int id);
  void obey(const Destination& to, std::string_view words);
  void answer(const Warning& question, const Choice& choice);
  void tell(Question question, const Destination& to, const Warning* open);
  Badge badge_now(const Destination& to);

  Door& door_;
  std::set<HoldId> asked_;          ///< questions that were shown: what becomes of others has to be said
  bool answering_ = false;          ///< choose() runs: a question asked again then tells its trouble alone
  bool asked_again_ = false;
  std::optional<Badge> badge_;

  // Before everybody who reads what is sent: an answer is no message.
  Signal sending_im_ = Signal::to<&BitlbeeView::sending_im>(this, purple_conversations_get_handle(), "sending-im-msg",
                                                            PURPLE_SIGNAL_PRIORITY_LOWEST - 1);
  Signal sending_chat_ = Signal::to<&BitlbeeView::sending_chat>(
      this, purple_conversations_get_handle(), "sending-chat-msg", PURPLE_SIGNAL_PRIORITY_LOWEST - 1);
};

}  // namespace loftgate
