// SPDX-License-Identifier: GPL-2.0-or-later
// What a user writes stays out of the log folder, the debug output and every error.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/played_requests.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* canary = "zanzibarquill";
constexpr const char* card = "4539148803436467";

class Canary : public PurpleBed {
 protected:
  void write_secretly() {
    type(std::string(canary) + " pays with " + card + " or " + canary + "@example.net");
  }

  void expect_nothing_leaked() {
    for (const char* text : {canary, card}) {
      EXPECT_THAT(debug_output(), Not(HasSubstr(text)));
      for (const auto& file : std::filesystem::recursive_directory_iterator(log_folder())) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_THAT(bytes, Not(HasSubstr(text))) << file.path();
      }
    }
  }
};

TEST_F(Canary, NothingWrittenIsFoundAfterEveryAnswer) {
  write_to(bot_name);
  for (const char* answer : {"why", "back", "mask", "keep", "send"}) {
    write_secretly();
    choose(answer);
  }
  write_secretly();
  close_conversation();
  expect_nothing_leaked();
}

TEST_F(Canary, NothingWrittenIsFoundWhenAnAnswerFails) {
  write_to(bot_name);
  write_secretly();
  wire_of_null_protocols().answer = -1;
  choose("mask");
  disconnect(xmpp_);
  choose("send");
  unload();
  expect_nothing_leaked();
}

TEST_F(Canary, NothingPublishedOtherwiseIsFound) {
  const std::string words = std::string(canary) + " pays with " + card;
  PurpleConnection* connection = purple_account_get_connection(xmpp_);
  play_requests();
  serv_send_im(connection, bot_name, words.c_str(), PurpleMessageFlags(0));
  serv_set_info(connection, words.c_str());
  purple_account_set_status(xmpp_, "away", TRUE, "message", words.c_str(), nullptr);
  enter_room(irc_, "#chat", {"ann"});
  PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-irc"))
      ->set_chat_topic(purple_account_get_connection(irc_), purple_conv_chat_get_id(PURPLE_CONV_CHAT(conversation())),
                       words.c_str());
  EXPECT_THAT(open_request(), HasSubstr("everyone who sees your status"));
  EXPECT_THAT(told(), HasSubstr(canary));
  unload();
  expect_nothing_leaked();
}

TEST_F(Canary, NothingHeardIsFound) {
  hear(xmpp_, friend_name, std::string("I am an AI assistant. ") + canary + ' ' + card);
  turn();
  write_to(bot_name);
  type("pay with 4539 1488 0343 6467");
  choose("mask");
  expect_nothing_leaked();
}

}  // namespace
}  // namespace loftgate
