// SPDX-License-Identifier: GPL-2.0-or-later
// What an IRC server sends anyway tells who is a bot, and nothing is sent or changed for it.
#include <string>

#include "common/base/glib_ptr.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* phone = "call me on +33 6 12 34 56 78";

class OnIrc : public PurpleBed {
 protected:
  /// The server sends a line; it reaches the protocol as it came.
  void serve(const std::string& text) {
    GChars line(g_strndup(text.data(), text.size()));
    char* given = line.get();
    purple_signal_emit(purple_find_prpl("prpl-irc"), "irc-receiving-text", purple_account_get_connection(irc_), &given);
    EXPECT_EQ(given, line.get()) << "the line was replaced";
    EXPECT_EQ(std::string(given), text.substr(0, text.find('\0'))) << "the line was changed";
    turn();
  }
  void meet(const char* nick) {
    open(irc_, nick);
    told();
  }
  /// Quietly: libpurple writes no line about somebody who is ignored.
  void leave(const char* nick) {
    PurpleConvChat* room = PURPLE_CONV_CHAT(conversation());
    purple_conv_chat_ignore(room, nick);
    purple_conv_chat_remove_user(room, nick, nullptr);
    turn();
  }
  PeerSigns signs() { return socket().describe(conversation(), nullptr).signs; }
  std::string why() {
    told();
    choose("why");
    return told();
  }
};

TEST_F(OnIrc, AContactThatWhoisCallsABotIsAskedAbout) {
  meet("Helper");
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
  serve(":irc.example 335 me helper :is a Bot on Loft");
  type("or on +33 6 98 76 54 32");
  EXPECT_THAT(wire(), SizeIs(1));
  EXPECT_THAT(told(), HasSubstr("HELD"));
  EXPECT_THAT(why(), HasSubstr("The network says that it is a bot."));
}

TEST_F(OnIrc, TheListOfUsersTellsToo) {
  meet("helper");
  serve(":irc.example 352 me #loft u host irc.example Helper H*@B :0 Helper");
  EXPECT_EQ(signs().bot_sign, "irc-who-b");
  EXPECT_THAT(why(), HasSubstr("marks it as a bot in its list of users"));
}

TEST_F(OnIrc, TheProgramsNameBesideTheMarkTellsWhoseBotItIs) {
  meet("gull");
  serve(":irc.example 352 me #loft u host irc.example gull H :0 OpenClaw");
  EXPECT_EQ(signs().real_name, "") << "anybody may write that";
  serve(":irc.example 352 me #loft u host irc.example gull HB :0 OpenClaw");
  type(phone);
  EXPECT_THAT(told(), HasSubstr("Phone number to OpenClaw"));
}

TEST_F(OnIrc, TheServersOwnLetterForBotsCounts) {
  meet("helper");
  serve(":irc.example 005 me BOT=b NETWORK=Loft :are supported by this server");
  serve(":irc.example 352 me #loft u host irc.example helper HB :0 Helper");
  EXPECT_EQ(signs().bot_sign, "");
  serve(":irc.example 352 me #loft u host irc.example helper Hb :0 Helper");
  EXPECT_EQ(signs().bot_sign, "irc-who-b");
}

TEST_F(OnIrc, ATagOnAMessageTells) {
  meet("helper");
  serve("@time=2026-01-01T00:00:00Z;bot :helper!u@host PRIVMSG me :hello");
  EXPECT_EQ(signs().bot_sign, "irc-tag");
}

TEST_F(OnIrc, AVoiceIsNoBot) {
  meet("ada");
  serve(":irc.example 352 me #loft u host irc.example ada H+ :0 Ada B");
  EXPECT_EQ(signs().bot_sign, "");
}

TEST_F(OnIrc, ServicesOfTheNetworkAreNoAiWhateverFlagTheyHave) {
  meet("NickServ");
  serve(":irc.example 352 me * NickServ services.example services.example NickServ H*B :0 Nickname Services");
  serve(":irc.example 335 me NickServ :is a Network Service");
  serve("@bot :NickServ!NickServ@services.example NOTICE me :identify");
  EXPECT_EQ(signs().bot_sign, "");
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(OnIrc, ANickThatChangedHandsIsForgotten) {
  meet("helper");
  for (const char* leaving : {":helper!u@host NICK :other", ":helper!u@host QUIT :gone", ":new!u@host NICK helper"}) {
    serve(":irc.example 335 me helper :is a bot");
    EXPECT_EQ(signs().bot_sign, "irc-335");
    serve(leaving);
    EXPECT_EQ(signs().bot_sign, "") << leaving;
  }
  serve(":irc.example 335 me helper :is a bot");
  disconnect(irc_);
  connect(irc_);
  EXPECT_EQ(signs().bot_sign, "");
}

TEST_F(OnIrc, WhatABearerOfANickSaidDoesNotCountForTheNext) {
  meet("helper");
  hear(irc_, "helper", "Hello, I am an AI assistant.");
  turn();
  type(phone);
  EXPECT_THAT(wire(), IsEmpty());
  choose("keep");
  serve(":helper!u@host QUIT :gone");
  type("or on +33 6 98 76 54 32");
  EXPECT_THAT(wire(), SizeIs(1)) << "the new helper is taken for the one before";
}

TEST_F(OnIrc, AClosedChannelIsNotPublic) {
  enter_room(irc_, "#loft", {"ada"});
  choose("status");
  EXPECT_THAT(told(), HasSubstr("Public"));
  serve(":irc.example 324 me #Loft +snt");
  EXPECT_EQ(signs().access, RoomAccess::closed);
  choose("status");
  EXPECT_THAT(told(), Not(HasSubstr("Public")));
  serve(":ada!u@host MODE #loft -s+m");
  EXPECT_EQ(signs().access, RoomAccess::open);
  serve(":ada!u@host MODE #loft +l-n+i 5");
  EXPECT_EQ(signs().access, RoomAccess::closed);
  serve(":ada!u@host MODE #elsewhere +i");
  enter_room(irc_, "#elsewhere", {});
  EXPECT_EQ(signs().access, RoomAccess::unknown) << "without all modes one says little";
}

TEST_F(OnIrc, ABotInTheRoomIsSaidAndKeepsTheRoomQuiet) {
  enter_room(irc_, "#loft", {"ada", "Helper"});
  serve(":irc.example 352 me #loft u host irc.example Helper HB :0 Helper");
  EXPECT_THAT(signs().bots, ElementsAre("Helper"));
  EXPECT_THAT(why(), HasSubstr("A bot is in the room: Helper. What it reads is not known."));
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1)) << "an automated member alone makes nobody ask";
  leave("Helper");
  EXPECT_THAT(why(), Not(HasSubstr("bot is in the room")));
}

TEST_F(OnIrc, WhatIsSaidToABotInTheRoomIsAskedAbout) {
  enter_room(irc_, "#loft", {"ada", "Helper"});
  serve(":irc.example 335 me Helper :is a bot");
  type(std::string("helper: ") + phone);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(OnIrc, AListedSilentReaderMakesTheRoomItsOwnUntilItLeaves) {
  enter_room(irc_, "#loft", {"ada", "soulshack"});
  EXPECT_THAT(why(), HasSubstr("in the room as soulshack, and is known to read what others write"));
  type(phone);
  EXPECT_THAT(wire(), IsEmpty());
  choose("back");
  leave("soulshack");
  EXPECT_THAT(why(), Not(HasSubstr("soulshack")));
  type("or on +33 6 98 76 54 32");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(OnIrc, AMemberTheUserKnowsIsAPersonWhateverItsName) {
  enter_room(irc_, "#loft", {"ada", "soulshack"});
  choose("person soulshack");
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
  choose("ai ada");
  EXPECT_THAT(signs().bots, ElementsAre("ada"));
}

TEST_F(OnIrc, LinesOfAnyBytesDoNoHarm) {
  meet("helper");
  const std::string big(1 << 20, 'x');
  for (const std::string& line :
       {std::string(), std::string("@"), std::string(":"), std::string(" "), std::string(":a 335"),
        std::string(":a 335 me"), std::string(":a 335 me \xff\xfe\xc3 :bot"), std::string(":a 352 me # a b c \xc3\x28 HB :0"),
        std::string(":a 324 me \xff +s"), std::string(":a 324 me"), std::string(":\xff!x@y QUIT"), std::string(":x NICK"),
        std::string(":x!y@z NICK :"), "335 me " + big, "@bot :" + big + "!a@b PRIVMSG me :x", ":a 324 me #b +" + big,
        "@" + big, std::string("\0\0 335", 6)})
    serve(line);
  EXPECT_EQ(signs().bot_sign, "");
}

TEST_F(OnIrc, ManyStrangersDoNotFillTheMemory) {
  for (int i = 0; i < 21000; ++i) {
    std::string line = ":a 335 me bot" + std::to_string(i) + " :is a bot";
    char* given = line.data();
    purple_signal_emit(purple_find_prpl("prpl-irc"), "irc-receiving-text", purple_account_get_connection(irc_), &given);
  }
  meet("bot0");
  EXPECT_EQ(signs().bot_sign, "irc-335");
  meet("bot20500");
  EXPECT_EQ(signs().bot_sign, "");
}

}  // namespace
}  // namespace loftgate
