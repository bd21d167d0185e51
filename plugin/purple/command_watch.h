// SPDX-License-Identifier: GPL-2.0-or-later
// Stands before every slash command that may carry text: libpurple emits no signal when one runs, and most of them
// send past the signals of messages.
#pragma once

#include <purple.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/engine/ports.h"
#include "plugin/purple/signal.h"
#include "plugin/purple/view_switch.h"

namespace loftgate {

class CommandWatch {
 public:
  /// Shadows all commands there are, and those that come later. `outbox` runs a held command again. References outlive
  /// the watch.
  CommandWatch(Door& door, Outbox& outbox, const ViewSwitch& views);

  /// What a draft typed in a conversation would carry: a message, or the text of a command. Nothing when no text
  /// would leave.
  std::optional<Message> read_draft(PurpleConversation* conversation, const char* markup) const;

 private:
  PurpleCmdRet typed(PurpleConversation* conversation, const char* name, char** words, char** error);
  PurpleCmdRet untaken(PurpleConversation* conversation, const char* name, char** words, char** error);
  void added(const char* name, PurpleCmdPriority priority, PurpleCmdFlag flags);
  void removed(const char* name);
  gboolean tidy();
  void shadow(const std::string& name);
  Message strictest(Message message, const std::vector<Destination>& addressed) const;
  bool is_served(PurpleConversation* conversation, std::string_view name) const;
  void stand_behind(const std::string& name);

  Door& door_;
  Outbox& outbox_;
  const ViewSwitch& views_;
  std::map<std::string, std::unique_ptr<Command>, std::less<>> shadows_;
  /// Says why nothing happened when no real command took the last line. libpurple, which takes our shadow for one that
  /// ran, would call it unknown, and Pidgin send it as a message on protocols without commands of their own.
  std::unique_ptr<Command> backstop_;
  std::string backstop_name_;
  Later later_;
  Signal added_ = Signal::to<&CommandWatch::added>(this, purple_cmds_get_handle(), "cmd-added");
  Signal removed_ = Signal::to<&CommandWatch::removed>(this, purple_cmds_get_handle(), "cmd-removed");
};

/// Lets a held command out by running it again.
class CommandOutbox final : public Outbox {
 public:
  std::optional<Error> obstacle(const Destination& to) override;
  bool release(HoldId id, const Destination& to, const std::string& markup, std::uint32_t flags) override;
};

}  // namespace loftgate
