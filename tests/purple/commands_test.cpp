// SPDX-License-Identifier: GPL-2.0-or-later
// Slash commands pass no signal on their way to the wire; what they carry is held like any message.
#include <algorithm>

#include "common/base/glib_ptr.h"
#include "common/text/markup.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* card = "4539 1488 0343 6467";
constexpr const char* other_card = "6011 0009 9013 9424";
constexpr const char* room = "#chat";

/// Writes down what a protocol's own command would send: "msg bob|hello".
PurpleCmdRet to_wire(PurpleConversation*, const char* name, char** words, char**, void*) {
  std::string sent = name;
  for (; words && *words; ++words) sent += (sent == name ? ' ' : '|') + std::string(*words);
  wire_of_null_protocols().sent.push_back(sent);
  return PURPLE_CMD_RET_OK;
}

/// Commands that write to the wire past all signals, as those of the IRC and XMPP protocols do.
class TextCommands : public PurpleBed {
 protected:
  void SetUp() override {
    for (const char* name : {"msg", "notice", "query"}) add(name, "ws", "prpl-irc");
    for (const char* name : {"topic", "away", "quote", "nickserv", "join", "part"}) add(name, "s", "prpl-irc");
    add("msg", "ws", "prpl-jabber", PURPLE_CMD_FLAG_CHAT);
    before_ = commands();
    PurpleBed::SetUp();
    mark(irc_, "helper", "ai");
  }
  void TearDown() override {
    for (const PurpleCmdId id : added_) purple_cmd_unregister(id);
    PurpleBed::TearDown();
  }

  static std::vector<std::string> commands() {
    std::vector<std::string> names;
    GList* list = purple_cmd_list(nullptr);
    for (GList* at = list; at; at = at->next) names.emplace_back(static_cast<const char*>(at->data));
    g_list_free(list);
    return names;
  }

  PurpleCmdId add(const char* name, const char* words, const char* protocol,
                  int where = PURPLE_CMD_FLAG_IM | PURPLE_CMD_FLAG_CHAT | PURPLE_CMD_FLAG_ALLOW_WRONG_ARGS) {
    const auto flags = PurpleCmdFlag(where | (protocol ? PURPLE_CMD_FLAG_PRPL_ONLY : 0));
    added_.push_back(purple_cmd_register(name, words, PURPLE_CMD_P_PRPL, flags, protocol, to_wire, "help", nullptr));
    return added_.back();
  }
  void remove(PurpleCmdId id) {
    purple_cmd_unregister(id);
    std::erase(added_, id);
  }

  /// Types a command and presses Enter. What the client is told to show goes to `said_`.
  PurpleCmdStatus command(const std::string& line) {
    char* error = nullptr;
    const auto status =
        purple_cmd_do_command(conversation(), line.c_str() + 1, to_markup(line.substr(1)).c_str(), &error);
    said_ = error ? take(error) : "";
    return status;
  }

  std::string said_;
  std::vector<std::string> before_;

 private:
  std::vector<PurpleCmdId> added_;
};

TEST_F(TextCommands, AnOrdinaryTextOfACommandGoesOnceAndSilently) {
  enter_room(irc_, room, {"ann", "bob"});
  told();
  EXPECT_EQ(command("/msg bob see you at six"), PURPLE_CMD_STATUS_OK);
  EXPECT_EQ(command("/topic pigeons"), PURPLE_CMD_STATUS_OK);
  EXPECT_EQ(command("/join #cote"), PURPLE_CMD_STATUS_OK);
  EXPECT_EQ(command("/nickserv identify correct-horse"), PURPLE_CMD_STATUS_OK);
  EXPECT_EQ(command("/away"), PURPLE_CMD_STATUS_OK);
  EXPECT_THAT(wire(), ElementsAre("msg bob|see you at six", "topic pigeons", "join #cote",
                                  "nickserv identify correct-horse", "away"));
  EXPECT_EQ(told(), "");
}

TEST_F(TextCommands, ATextToAnAiIsHeldAndMaskedKeepsItsCommand) {
  enter_room(irc_, room, {"ann"});
  told();
  EXPECT_EQ(command(std::string("/msg helper pay with ") + card), PURPLE_CMD_STATUS_OK);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), AllOf(HasSubstr("HELD"), HasSubstr("number to helper"),
                            HasSubstr("/msg helper pay with [card number]")));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("msg helper|pay with [card number]"));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user \"credit-card\"")));
  EXPECT_EQ(told(), "");
}

TEST_F(TextCommands, SentAsWrittenItRunsOnceUnchanged) {
  enter_room(irc_, room, {"ann"});
  command(std::string("/topic a < b & \"c\": ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  choose("send");
  EXPECT_THAT(wire(), ElementsAre(std::string("topic a < b & \"c\": ") + card));
  choose("send");
  EXPECT_THAT(wire(), testing::SizeIs(1));
}

TEST_F(TextCommands, GoingBackRunsNothingAndGivesTheLineBack) {
  enter_room(irc_, room, {"ann"});
  const std::string line = std::string("/notice helper pay with ") + card;
  command(line);
  told();
  choose("back");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr(line));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user")));
}

TEST_F(TextCommands, ItIsWeighedForWhomItReachesNotForWhereItIsTyped) {
  mark(irc_, "bob", "person");
  open(irc_, "helper");
  told();
  command("/msg bob call me on +33 6 12 34 56 78");
  EXPECT_THAT(wire(), testing::SizeIs(1)) << told();
  open(irc_, "bob");
  command("/msg helper call me on +33 6 12 34 56 79");
  EXPECT_THAT(wire(), testing::SizeIs(1));
  EXPECT_THAT(told(), HasSubstr("Phone number to helper"));
}

TEST_F(TextCommands, OfSeveralItNamesTheOneItMustBeHeldForCounts) {
  mark(irc_, "bob", "person");
  open(irc_, "bob");
  command("/msg bob,helper,ann call me on +33 6 12 34 56 78");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("Phone number to helper"));
}

TEST_F(TextCommands, ANameThatLooksLikeADetailIsNotTakenForOne) {
  mark(irc_, "ann@example.org", "ai");
  enter_room(irc_, room, {"ann"});
  told();
  command("/msg ann@example.org hello");
  EXPECT_THAT(wire(), ElementsAre("msg ann@example.org|hello"));
  EXPECT_THAT(told(), Not(HasSubstr("HELD")));
  command("/msg ann@example.org write to bob@gmx.net");
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("msg ann@example.org|hello", "msg ann@example.org|write to [e-mail]"));
}

TEST_F(TextCommands, ASecondTextWaitsItsTurnAndNeverJoinsACommand) {
  enter_room(irc_, room, {"ann"});
  command(std::string("/msg helper pay with ") + card);
  told();
  command(std::string("/notice helper or with ") + other_card);
  EXPECT_THAT(told(), HasSubstr("Held behind"));
  type(std::string("mine is ") + card);
  EXPECT_THAT(told(), HasSubstr("Held behind"));
  type("just a line");
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("just a line", "msg helper|pay with [card number]"));
  EXPECT_THAT(told(), HasSubstr("/notice helper or with [card number]"));
  choose("back");
  EXPECT_THAT(told(), AllOf(HasSubstr(std::string("/notice helper or with ") + other_card), HasSubstr("mine is [card number]")));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("just a line", "msg helper|pay with [card number]", "mine is [card number]"));
}

TEST_F(TextCommands, ACommandOfAnotherPluginIsHeldAlsoWhenItCameLater) {
  open(irc_, "bob");
  mark(irc_, "bob", "ai");
  const PurpleCmdId id = add("shout", "S", nullptr);
  command(std::string("/shout ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("shout [card number]"));
  remove(id);
  turn();
  EXPECT_EQ(command("/shout hello"), PURPLE_CMD_STATUS_NOT_FOUND);
}

TEST_F(TextCommands, AHeldCommandIsKeptWhileItsAccountIsAway) {
  enter_room(irc_, room, {"ann"});
  command(std::string("/topic ") + card);
  disconnect(irc_);
  told();
  choose("mask");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("not connected"));
}

TEST_F(TextCommands, AWrongCommandIsExplainedAndNeverSentAsText) {
  write_to(friend_name);
  told();
  EXPECT_EQ(command(std::string("/msg ann ") + card), PURPLE_CMD_STATUS_FAILED);
  EXPECT_THAT(said_, HasSubstr("does not work here"));
  add("knock", "ww", "prpl-jabber", PURPLE_CMD_FLAG_IM);
  EXPECT_EQ(command("/knock once"), PURPLE_CMD_STATUS_FAILED);
  EXPECT_THAT(said_, HasSubstr("needs other words"));
  EXPECT_EQ(command("/nonsense"), PURPLE_CMD_STATUS_NOT_FOUND);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_EQ(told(), "");
}

TEST_F(TextCommands, UnloadingLeavesNoCommandBehind) {
  enter_room(irc_, room, {"ann"});
  command("/msg bob hello");
  unload();
  command(std::string("/msg bob ") + card);
  EXPECT_THAT(wire(), ElementsAre("msg bob|hello", std::string("msg bob|") + card));
  EXPECT_EQ(commands(), before_);
}

TEST_F(TextCommands, ADraftIsReadAsWhatWouldLeave) {
  enter_room(irc_, room, {"ann"});
  const auto draft = [this](const char* markup) { return socket().read_draft(conversation(), markup); };
  const auto message = draft("/msg <b>bob</b> hello");
  ASSERT_TRUE(message);
  EXPECT_EQ(message->to.peer, room);
  EXPECT_EQ(message->reader().peer, "bob");
  EXPECT_EQ(message->reader().kind, PeerKind::person);
  EXPECT_EQ(message->markup, "/msg <b>bob</b> hello");
  EXPECT_EQ(message->content_from, 9u);
  const auto found = socket().door->underline(*draft("/msg helper,ann@example.org write to bob@gmx.net"));
  EXPECT_THAT(found, ElementsAre(Span{37, 48}));
  EXPECT_EQ(draft("/msg #chat hello")->addressed, std::nullopt);
  EXPECT_FALSE(draft("/join #cote"));
  EXPECT_FALSE(draft("/lg mask"));
  for (const char* text : {"hello", "/me waves", "/etc/passwd is long", "//two"}) {
    ASSERT_TRUE(draft(text)) << text;
    EXPECT_EQ(draft(text)->content_from, 0u) << text;
    EXPECT_FALSE(draft(text)->addressed) << text;
  }
}

}  // namespace
}  // namespace loftgate
