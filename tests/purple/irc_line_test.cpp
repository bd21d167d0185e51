// SPDX-License-Identifier: GPL-2.0-or-later
// What is read from a line of an IRC server, whatever it writes.
#include "plugin/purple/irc_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace loftgate {
namespace {

using testing::ElementsAre;

WhoReply who(const std::string& text, char bot = 'B') {
  // The reply holds views into the text.
  static std::string kept;
  kept = text;
  return read_who_reply(read_irc_line(kept), bot);
}

TEST(IrcLine, IsTakenApart) {
  const IrcLine line = read_irc_line("@time=1;bot :helper!u@host.example PRIVMSG #loft :coo coo\r\n");
  EXPECT_EQ(line.tags, "time=1;bot");
  EXPECT_EQ(line.nick, "helper");
  EXPECT_EQ(line.host, "host.example");
  EXPECT_EQ(line.command, "PRIVMSG");
  EXPECT_THAT(line.params, ElementsAre("#loft", "coo coo"));
  EXPECT_TRUE(line.has_trailing);
}

TEST(IrcLine, OfAServerHasNoHost) {
  const IrcLine line = read_irc_line(":irc.example 335 me helper :is a bot");
  EXPECT_EQ(line.nick, "irc.example");
  EXPECT_EQ(line.host, "");
}

TEST(IrcLine, KnowsTheTagOfABot) {
  for (const char* tags : {"@bot", "@draft/bot", "@time=1;bot;x", "@bot=;x", "@bot=1"})
    EXPECT_TRUE(has_bot_tag(read_irc_line(std::string(tags) + " :a!u@h PRIVMSG b :c"))) << tags;
  for (const char* tags : {"@+bot", "@robot", "@bots", "@x=bot", "@"})
    EXPECT_FALSE(has_bot_tag(read_irc_line(std::string(tags) + " :a!u@h PRIVMSG b :c"))) << tags;
}

TEST(WhoReplyLine, TellsABotByItsFlag) {
  const WhoReply reply = who(":irc.example 352 me #loft u host irc.example helper H*@B :0 Helper");
  EXPECT_EQ(reply.nick, "helper");
  EXPECT_TRUE(reply.is_bot);
  EXPECT_EQ(reply.real_name, "Helper");
  EXPECT_TRUE(who(":irc.example 352 me #loft u host irc.example helper GB :0 x").is_bot);
  EXPECT_TRUE(who(":irc.example 352 me #loft u host irc.example helper Hb :0 x", 'b').is_bot);
}

TEST(WhoReplyLine, DoesNotTakeAVoiceOrAnotherLetterForABot) {
  for (const char* flags : {"H", "G", "H+", "H@", "H*@", "G+", "Hr", "Hb"})
    EXPECT_FALSE(who(std::string(":s 352 me #loft u h s ada ") + flags + " :0 Ada B").is_bot) << flags;
  EXPECT_FALSE(who(":s 352 me #loft B B B B B :0 B").is_bot) << "no flags there";
}

TEST(WhoReplyLine, FindsTheFlagsAmongTheFieldsThatWereAskedFor) {
  EXPECT_TRUE(who(":s 354 me #loft u host irc.example helper HB account :Helper").is_bot);
  EXPECT_EQ(who(":s 354 me 42 #loft helper G@B").nick, "helper");
  EXPECT_FALSE(who(":s 354 me #loft bob HB H@ :Hubert B").is_bot) << "HB is a nick here";
  EXPECT_FALSE(who(":s 354 me #loft u host irc.example ada H+ Ban").is_bot);
  EXPECT_EQ(who(":s 354 me 42").nick, "");
}

TEST(NetworkServices, AreKnownByNameAndByHost) {
  for (const char* nick : {"NickServ", "chanserv", "MEMOSERV", "Global", "nick.services"})
    EXPECT_TRUE(is_network_service(nick)) << nick;
  EXPECT_TRUE(is_network_service("Tor", "services.libera.chat"));
  EXPECT_TRUE(is_network_service("Tor", "host", "oftc.services"));
  for (const char* nick : {"helper", "NickServant", "serv", ""}) EXPECT_FALSE(is_network_service(nick)) << nick;
  EXPECT_FALSE(is_network_service("helper", "myservices.example.org", "irc.example"));
  EXPECT_TRUE(who(":s 352 me * u services. services. Q H*B :0 x").is_service);
}

TEST(IrcLine, NamesTheLetterOfBots) {
  EXPECT_EQ(bot_letter(read_irc_line(":s 005 me NICKLEN=30 BOT=b CHANTYPES=# :are supported")), 'b');
  for (const char* text : {":s 005 me BOT= :x", ":s 005 me BOT=bb :x", ":s 004 me BOT=b :x", ":s 005 me BOT=@ :x"})
    EXPECT_EQ(bot_letter(read_irc_line(text)), '\0') << text;
}

TEST(IrcLine, OfAnyBytesReadsAsSomethingOrNothing) {
  const std::string whole = "@time=1;bot :helper!u@host 352 me #loft u host s helper H*@B :0 Helper";
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const std::string part = whole.substr(0, size);
    const IrcLine line = read_irc_line(part);
    EXPECT_EQ(read_who_reply(line, 'B').is_bot, size >= whole.find(" :0")) << part;
  }
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 80, '\0');
    for (char& byte : bytes) byte = "@:! HGB*\xff\xc3 035;="[random() % 17];
    const IrcLine line = read_irc_line(bytes);
    read_who_reply(line, 'B');
    has_bot_tag(line);
  }
  const std::string huge(1 << 20, ' ');
  EXPECT_LE(read_irc_line(":a b " + huge + "c").params.size(), 32U);
  EXPECT_LE(read_irc_line(std::string(1 << 20, ':')).nick.size(), 1U << 14);
}

}  // namespace
}  // namespace loftgate
