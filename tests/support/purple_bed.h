// SPDX-License-Identifier: GPL-2.0-or-later
// A real libpurple without a screen, and tests on it that read like what a user does and sees.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <purple.h>

#include <memory>
#include <string>
#include <vector>

#include "plugin/purple/view_socket.h"
#include "tests/support/null_protocol.h"
#include "tests/support/temp_folder.h"

namespace loftgate {

/// Starts libpurple once for all tests of a program; give it to testing::AddGlobalTestEnvironment. It is not quit:
/// that would close the modules, and a leak could no longer be traced to its place.
class PurpleWorld final : public testing::Environment {
 public:
  void SetUp() override;
};

/// Three accounts: one on XMPP with a friend and a bot, one on IRC, one at an AI service. A user folder of its own,
/// which the module is loaded with unless a test says otherwise.
class PurpleBed : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  static constexpr const char* friend_name = "ann@example.org";
  static constexpr const char* bot_name = "botty@example.org";   ///< shown with a bot emblem

  // The plugin.
  void load();
  void unload();
  bool is_loaded() const { return plugin_ && purple_plugin_is_loaded(plugin_); }
  ViewSocket& socket() { return *static_cast<ViewSocket*>(plugin_->info->extra_info); }

  // What a user does. Everything happens in the conversation opened last.
  void write_to(const char* name) { open(xmpp_, name); }
  void open(PurpleAccount* account, const char* name);
  void enter_room(PurpleAccount* account, const char* name, const std::vector<std::string>& members);
  /// Types a line and presses Enter: markup is sent as it is, a line that begins with "/lg" is a command.
  void type(const std::string& markup);
  void choose(const std::string& words) { type("/lg " + words); }
  void close_conversation();
  void disconnect(PurpleAccount* account);
  void connect(PurpleAccount* account);
  /// Says on the buddy list what a contact is: "ai" or "person".
  void mark(PurpleAccount* account, const char* name, const char* what);
  /// The other side writes.
  void hear(PurpleAccount* account, const char* from, const std::string& markup);
  /// Lets the main loop do all it has to do.
  void turn();

  // What a user sees.
  const std::vector<std::string>& wire() const { return wire_of_null_protocols().sent; }
  /// Own messages in the current conversation's window.
  std::vector<std::string> window() const;
  /// All of Loftgate's lines in the current conversation since the last look, as plain text.
  std::string told();
  PurpleConversation* conversation() const;

  // What is left on disk and behind the scenes.
  std::string log_folder() const { return folder_.path() + "/loftgate"; }
  /// Decisions in the log, oldest first: "redact CREDIT_CARD…" as "<choice> <actor> <categories>".
  std::vector<std::string> choices() const;
  /// Everything libpurple and GLib were told to print.
  static const std::string& debug_output();
  /// Timeouts of the module that are still to come.
  static std::size_t pending_timeouts();

  PurpleAccount* xmpp_ = nullptr;
  PurpleAccount* irc_ = nullptr;
  PurpleAccount* ai_ = nullptr;
  TempFolder folder_;

 private:
  PurpleAccount* add_account(const char* name, const char* protocol);
  void add_contact(PurpleAccount* account, const char* name);

  PurplePlugin* plugin_ = nullptr;
  PurpleAccount* account_ = nullptr;   ///< of the current conversation
  std::string peer_;
  PurpleConversationType type_ = PURPLE_CONV_TYPE_IM;
  std::size_t seen_ = 0;
};

}  // namespace loftgate
