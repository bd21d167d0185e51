// SPDX-License-Identifier: GPL-2.0-or-later
// The module comes and goes without leaving anything behind.
#include <filesystem>

#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";

std::vector<std::string> commands() {
  std::vector<std::string> names;
  GList* list = purple_cmd_list(nullptr);
  for (GList* at = list; at; at = at->next) names.emplace_back(static_cast<const char*>(at->data));
  g_list_free(list);
  return names;
}

std::size_t threads() {
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

class Loading : public PurpleBed {
 protected:
  /// Sets off every signal and preference that the module listens to.
  void touch_everything() {
    write_to(bot_name);
    type(text);
    hear(xmpp_, bot_name, "hello");
    enter_room(irc_, "#chat", {"ann"});
    purple_conv_chat_remove_user(PURPLE_CONV_CHAT(conversation()), "ann", nullptr);
    serv_got_chat_in(purple_account_get_connection(irc_), purple_conv_chat_get_id(PURPLE_CONV_CHAT(conversation())),
                     "bob", PURPLE_MESSAGE_RECV, "hello", 0);
    close_conversation();
    disconnect(irc_);
    connect(irc_);
    purple_prefs_set_string("/plugins/core/core-loftgate/preset", "strict");
    purple_prefs_set_string("/plugins/core/core-loftgate/preset", "balanced");
    turn();
  }
};

TEST_F(Loading, UnloadedNothingListensAnyMore) {
  unload();
  const auto before = commands();
  const auto tasks = threads();
  load();
  EXPECT_THAT(commands(), SizeIs(before.size() + 1));
  touch_everything();
  write_to(bot_name);
  choose("keep");
  unload();
  EXPECT_EQ(commands(), before);
  EXPECT_EQ(pending_timeouts(), 0U);
  EXPECT_EQ(threads(), tasks);
  wire_of_null_protocols() = {};
  touch_everything();
  EXPECT_THAT(wire(), ElementsAre(text));
}

TEST_F(Loading, UnloadedRightAfterLoadingNothingWaits) {
  unload();
  load();
  purple_conversation_new(PURPLE_CONV_TYPE_IM, xmpp_, bot_name);
  EXPECT_GT(pending_timeouts(), 0U) << "nobody would look at the new conversation";
  unload();
  EXPECT_EQ(pending_timeouts(), 0U);
}

TEST_F(Loading, LookingAtTheModuleChangesNothing) {
  unload();
  const auto before = commands();
  purple_prefs_remove("/plugins/core/core-loftgate");
  ASSERT_NE(purple_plugin_probe(LOFTGATE_MODULE), nullptr);
  EXPECT_EQ(commands(), before);
  EXPECT_FALSE(purple_prefs_exists("/plugins/core/core-loftgate"));
}

TEST_F(Loading, ConversationsOpenBeforeLoadingAreReadToo) {
  unload();
  write_to(bot_name);
  load();
  turn();
  type(text);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(Loading, SwitchedOffItStaysSilent) {
  purple_prefs_set_bool("/plugins/core/core-loftgate/enabled", FALSE);
  write_to(bot_name);
  told();
  type(text);
  EXPECT_THAT(wire(), SizeIs(1));
  EXPECT_EQ(told(), "");
}

TEST_F(Loading, QuietItAsksForSecretsOnly) {
  purple_prefs_set_string("/plugins/core/core-loftgate/preset", "quiet");
  write_to(bot_name);
  type(text);
  EXPECT_THAT(wire(), SizeIs(1));
  type("the token is ghp_16C7e42F292c6912E7710c838347Ae178B4a");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(Loading, ABrokenRecordOfTheUsersIsNamedAndTheRestStillWorks) {
  unload();
  const std::string records = log_folder() + "/records/detectors";
  std::filesystem::create_directories(records);
  ASSERT_TRUE(g_file_set_contents((records + "/mine.toml").c_str(), "id = \n", -1, nullptr));
  load();
  write_to(bot_name);
  ASSERT_THAT(shown_notices(), SizeIs(1));
  EXPECT_THAT(shown_notices()[0], testing::HasSubstr("mine.toml"));
  type(text);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(Loading, ItsSettingsPageNamesEverySetting) {
  PurplePlugin* plugin = purple_plugins_find_with_id("core-loftgate");
  PurplePluginPrefFrame* frame = plugin->info->prefs_info->get_plugin_pref_frame(plugin);
  EXPECT_EQ(g_list_length(purple_plugin_pref_frame_get_prefs(frame)), 3U);
  purple_plugin_pref_frame_destroy(frame);
}

TEST_F(Loading, AnAnnouncementIsMadeOnceAlsoAfterARestart) {
  write_to(bot_name);
  EXPECT_NE(told(), "");
  unload();
  close_conversation();
  load();
  write_to(bot_name);
  EXPECT_EQ(told(), "");
}

}  // namespace
}  // namespace loftgate
