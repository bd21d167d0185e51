// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/purple_bed.h"

#include <ctime>

#include "common/base/clock.h"
#include "common/base/glib_ptr.h"
#include "common/log/consent_log.h"
#include "common/text/markup.h"
#include "tests/support/headless_ui.h"

namespace loftgate {

void PurpleWorld::SetUp() { start_headless("loftgate-test"); }

void PurpleBed::SetUp() {
  purple_util_set_user_dir(folder_.path().c_str());
  purple_prefs_remove("/plugins/core/core-loftgate");
  wire_of_null_protocols() = {};
  forget_what_was_shown();
  xmpp_ = add_account("me@example.org/desk", "prpl-jabber");
  irc_ = add_account("me@irc.libera.chat", "prpl-irc");
  ai_ = add_account("me", "prpl-eionrobb-chatgpt");
  add_contact(xmpp_, friend_name);
  add_contact(xmpp_, bot_name);
  load();
}

void PurpleBed::TearDown() {
  if (is_loaded()) unload();
  for (PurpleAccount* account : {xmpp_, irc_, ai_}) {
    if (account) purple_accounts_delete(account);
  }
  turn();
  EXPECT_EQ(complaints(), "") << "libpurple or GLib complained";
}

PurpleAccount* PurpleBed::add_account(const char* name, const char* protocol) {
  PurpleAccount* account = purple_account_new(name, protocol);
  purple_accounts_add(account);
  purple_account_set_enabled(account, purple_core_get_ui(), TRUE);
  connect(account);
  return account;
}

void PurpleBed::add_contact(PurpleAccount* account, const char* name) {
  purple_blist_add_buddy(purple_buddy_new(account, name, nullptr), nullptr, nullptr, nullptr);
}

void PurpleBed::load() {
  plugin_ = purple_plugin_probe(LOFTGATE_MODULE);
  ASSERT_NE(plugin_, nullptr) << LOFTGATE_MODULE;
  ASSERT_TRUE(purple_plugin_load(plugin_)) << (plugin_->error ? plugin_->error : "");
}

void PurpleBed::unload() { ASSERT_TRUE(purple_plugin_unload(plugin_)); }

void PurpleBed::open(PurpleAccount* account, const char* name) {
  account_ = account;
  peer_ = name;
  type_ = PURPLE_CONV_TYPE_IM;
  if (!conversation()) purple_conversation_new(type_, account, name);
  turn();
}

void PurpleBed::enter_room(PurpleAccount* account, const char* name, const std::vector<std::string>& members) {
  account_ = account;
  peer_ = name;
  type_ = PURPLE_CONV_TYPE_CHAT;
  static int id = 0;
  PurpleConversation* room = serv_got_joined_chat(purple_account_get_connection(account), ++id, name);
  purple_conv_chat_set_nick(PURPLE_CONV_CHAT(room), "me");
  for (const std::string& member : members)
    purple_conv_chat_add_user(PURPLE_CONV_CHAT(room), member.c_str(), nullptr, PURPLE_CBFLAGS_NONE, FALSE);
  turn();
}

void PurpleBed::type(const std::string& markup) {
  PurpleConversation* open = conversation();
  ASSERT_NE(open, nullptr);
  if (markup.starts_with("/lg")) {
    char* error = nullptr;
    EXPECT_EQ(purple_cmd_do_command(open, markup.c_str() + 1, to_markup(markup.substr(1)).c_str(), &error),
              PURPLE_CMD_STATUS_OK);
    EXPECT_EQ(take(error), "");
  } else if (type_ == PURPLE_CONV_TYPE_CHAT) {
    purple_conv_chat_send(PURPLE_CONV_CHAT(open), markup.c_str());
  } else {
    purple_conv_im_send(PURPLE_CONV_IM(open), markup.c_str());
  }
}

void PurpleBed::close_conversation() {
  if (PurpleConversation* open = conversation()) purple_conversation_destroy(open);
}

void PurpleBed::disconnect(PurpleAccount* account) { purple_account_disconnect(account); }

void PurpleBed::connect(PurpleAccount* account) { purple_account_connect(account); }

void PurpleBed::mark(PurpleAccount* account, const char* name, const char* what) {
  if (!purple_find_buddy(account, name)) add_contact(account, name);
  purple_blist_node_set_string(PURPLE_BLIST_NODE(purple_find_buddy(account, name)), "loftgate-mark", what);
}

void PurpleBed::hear(PurpleAccount* account, const char* from, const std::string& markup) {
  serv_got_im(purple_account_get_connection(account), from, markup.c_str(), PURPLE_MESSAGE_RECV, std::time(nullptr));
}

void PurpleBed::turn() {
  while (g_main_context_iteration(nullptr, FALSE)) {
  }
}

PurpleConversation* PurpleBed::conversation() const {
  return purple_find_conversation_with_account(type_, peer_.c_str(), account_);
}

std::vector<std::string> PurpleBed::window() const {
  std::vector<std::string> own;
  for (const ShownLine& line : shown_lines()) {
    if (line.conversation == conversation() && (line.flags & PURPLE_MESSAGE_SEND)) own.push_back(line.markup);
  }
  return own;
}

std::string PurpleBed::told() {
  std::string text;
  for (; seen_ < shown_lines().size(); ++seen_) {
    const ShownLine& line = shown_lines()[seen_];
    if (line.conversation != conversation() || !(line.flags & PURPLE_MESSAGE_SYSTEM)) continue;
    EXPECT_TRUE(line.flags & PURPLE_MESSAGE_NO_LOG) << "a line of ours would be logged by the client";
    text += std::string(read_markup(line.markup).body()) + "\n";
  }
  return text;
}

namespace {

/// The value of a string member in one line of canonical JSON, "" when it is not there.
std::string member(const std::string& json, const std::string& name) {
  const std::string key = "\"" + name + "\":";
  const auto at = json.find(key);
  if (at == std::string::npos) return {};
  const auto begin = at + key.size();
  const char close = json[begin] == '[' ? ']' : '"';
  return json.substr(begin + 1, json.find(close, begin + 1) - begin - 1);
}

}  // namespace

std::vector<std::string> PurpleBed::choices() const {
  const SystemClock clock;
  const auto log = ConsentLog::open(log_folder(), clock, ConsentLog::Access::read);
  if (!log) return {};
  LogQuery all;
  all.limit = 1000000;
  const auto rows = log->list(all);
  if (!rows) return {rows.error().text};
  std::vector<std::string> found;
  for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
    const std::string entry = row->entry.value_or("");
    const std::string choice = member(entry, "choice");
    if (!choice.empty()) found.push_back(choice + ' ' + member(entry, "actor") + ' ' + member(entry, "categories"));
  }
  return found;
}

const std::string& PurpleBed::debug_output() { return everything_printed(); }

std::size_t PurpleBed::pending_timeouts() { return timeouts_into(LOFTGATE_MODULE); }

}  // namespace loftgate
