// SPDX-License-Identifier: GPL-2.0-or-later
// Slash commands read as their protocols read them: whom they reach, and what of them is text.
#include "plugin/purple/command_text.h"

#include <gtest/gtest.h>

#include <string>

namespace loftgate {
namespace {

const Destination channel{"prpl-irc", "pigeon@irc.example", "#loft", PeerKind::room};
const Destination gull{"prpl-irc", "pigeon@irc.example", "gull", PeerKind::person};
const Destination room{"prpl-jabber", "you@loft.example", "loft@rooms.loft.example", PeerKind::room};
const Destination elsewhere{"prpl-novell", "you", "ann", PeerKind::person};

std::string word(PeerKind kind) {
  switch (kind) {
    case PeerKind::person: return "person";
    case PeerKind::room: return "room";
    case PeerKind::contacts: return "contacts";
  }
  return {};
}

/// "person bob: hello", "here: hello", "nothing".
std::string read(const Destination& here, std::string_view line) {
  const auto text = read_command(here, line);
  if (!text) return "nothing";
  const std::string content(line.substr(text->content_from));
  if (text->addressed.empty()) return "here: " + content;
  std::string whom;
  for (const Destination& one : text->addressed) {
    EXPECT_EQ(one.protocol, here.protocol);
    EXPECT_EQ(one.account, here.account);
    whom += (whom.empty() ? "" : " and ") + word(one.kind) + ' ' + one.peer;
  }
  return whom + ": " + content;
}

TEST(ACommandOnIrc, ThatNamesSomebodyReachesThem) {
  EXPECT_EQ(read(channel, "/msg bob call me"), "person bob: call me");
  EXPECT_EQ(read(gull, "/notice bob call me"), "person bob: call me");
  EXPECT_EQ(read(channel, "/query bob call me"), "person bob: call me");
  EXPECT_EQ(read(channel, "/ctcp bob PING 12"), "person bob: PING 12");
  EXPECT_EQ(read(channel, "/invite bob #cote"), "person bob: #cote");
}

TEST(ACommandOnIrc, ThatNamesAChannelReachesIt) {
  EXPECT_EQ(read(gull, "/msg #cote call me"), "room #cote: call me");
  EXPECT_EQ(read(gull, "/notice @#cote call me"), "room #cote: call me");
  EXPECT_EQ(read(gull, "/msg &local call me"), "room &local: call me");
  EXPECT_EQ(read(channel, "/part #cote see you"), "room #cote: see you");
}

TEST(ACommandOnIrc, ThatNamesSeveralReachesThemAll) {
  EXPECT_EQ(read(gull, "/msg bob,#cote,ann call me"), "person bob and room #cote and person ann: call me");
  EXPECT_EQ(read(gull, "/msg ,bob, call me"), "person bob: call me");
  EXPECT_EQ(read(gull, "/quote PRIVMSG bob,ann :call me"), "person bob and person ann: call me");
}

TEST(ACommandOnIrc, OfTheChannelItIsTypedInReachesIt) {
  EXPECT_EQ(read(channel, "/topic call me"), "here: call me");
  EXPECT_EQ(read(channel, "/kick bob call me"), "here: call me");
  EXPECT_EQ(read(channel, "/remove bob call me"), "here: call me");
  EXPECT_EQ(read(channel, "/part see you"), "here: see you");
}

TEST(ACommandOnIrc, ThatEverybodySeesReachesAllContacts) {
  EXPECT_EQ(read(channel, "/away call me"), "contacts status: call me");
  EXPECT_EQ(read(gull, "/quit call me"), "contacts status: call me");
  EXPECT_EQ(read(gull, "/wallops call me"), "contacts operators: call me");
  EXPECT_EQ(read(gull, "/operwall call me"), "contacts operators: call me");
}

TEST(ACommandOnIrc, ThatIsAServicesNameReachesTheService) {
  EXPECT_EQ(read(channel, "/nickserv identify coo"), "person nickserv: identify coo");
  EXPECT_EQ(read(channel, "/chanserv op #loft"), "person chanserv: op #loft");
  EXPECT_EQ(read(channel, "/memoserv send bob coo"), "person memoserv: send bob coo");
  EXPECT_EQ(read(channel, "/operserv stats"), "person operserv: stats");
  EXPECT_EQ(read(channel, "/authserv auth coo"), "person authserv: auth coo");
}

TEST(ARawLine, IsReadAsTheServerReadsIt) {
  EXPECT_EQ(read(channel, "/quote PRIVMSG bob :call me"), "person bob: call me");
  EXPECT_EQ(read(channel, "/quote privmsg #cote :call me"), "room #cote: call me");
  EXPECT_EQ(read(channel, "/quote NOTICE bob call"), "person bob: call");
  EXPECT_EQ(read(channel, "/quote SQUERY irchelp :call"), "person irchelp: call");
  EXPECT_EQ(read(gull, "/quote TOPIC #cote :call me"), "room #cote: call me");
  EXPECT_EQ(read(gull, "/quote PART #cote :see you"), "room #cote: see you");
  EXPECT_EQ(read(gull, "/quote KICK #cote bob :call me"), "room #cote: call me");
  EXPECT_EQ(read(gull, "/quote AWAY :call me"), "contacts status: call me");
  EXPECT_EQ(read(gull, "/quote QUIT :call me"), "contacts status: call me");
  EXPECT_EQ(read(gull, "/quote WALLOPS :call me"), "contacts operators: call me");
  EXPECT_EQ(read(gull, "/quote FROB bob call me"), "here: FROB bob call me");
}

TEST(ACommandInAnXmppRoom, ReachesAMemberTheRoomOrEverybody) {
  EXPECT_EQ(read(room, "/msg bob call me"), "person loft@rooms.loft.example/bob: call me");
  EXPECT_EQ(read(room, "/invite bob@loft.example call me"), "person bob@loft.example: call me");
  EXPECT_EQ(read(room, "/topic call me"), "here: call me");
  EXPECT_EQ(read(room, "/kick bob call me"), "here: call me");
  EXPECT_EQ(read(room, "/ban bob call me"), "here: call me");
  EXPECT_EQ(read(room, "/part see you"), "here: see you");
  EXPECT_EQ(read(room, "/mood happy call me"), "contacts status: call me");
}

TEST(ACommandNobodyKnows, IsTextForItsConversation) {
  EXPECT_EQ(read(elsewhere, "/msg bob call me"), "here: bob call me");
  EXPECT_EQ(read(room, "/frob a b"), "here: a b");
}

TEST(ACommandWithoutText, CarriesNothing) {
  for (const char* line : {"/join #cote", "/j #cote key", "/help msg", "/clear", "/debug version", "/nick gull",
                           "/whois bob", "/names", "/mode +i", "/op bob", "/list", "/ping", "/lg mask"}) {
    EXPECT_EQ(read(channel, line), "nothing") << line;
    EXPECT_EQ(read(room, line), "nothing") << line;
    EXPECT_FALSE(may_carry_text(command_name(line))) << line;
  }
}

TEST(ACommandThatStopsBeforeItsText, CarriesNothing) {
  for (const char* line : {"/msg", "/msg ", "/msg bob", "/msg bob ", "/topic", "/away", "/part", "/part #loft", "/quit",
                           "/kick bob", "/quote", "/quote AWAY", "/quote PRIVMSG bob", "/nickserv", "/wallops  "}) {
    EXPECT_EQ(read(channel, line), "nothing") << line;
  }
  for (const char* line : {"/msg bob", "/invite bob@loft.example", "/mood happy", "/kick bob"})
    EXPECT_EQ(read(room, line), "nothing") << line;
}

TEST(ALine, IsSplitAtEverySingleSpaceAsInLibpurple) {
  EXPECT_EQ(read(channel, "/msg  bob call"), "here: bob call");
  EXPECT_EQ(read(channel, "/msg bob  call"), "person bob:  call");
}

TEST(ALine, NamesItsCommandBeforeTheFirstSpace) {
  EXPECT_EQ(command_name("/msg bob"), "msg");
  EXPECT_EQ(command_name("/etc/passwd is"), "etc/passwd");
  EXPECT_EQ(command_name("//two"), "/two");
  EXPECT_EQ(command_name("/"), "");
  EXPECT_EQ(command_name("msg bob"), "");
  EXPECT_EQ(command_name(""), "");
}

TEST(ALine, ThatIsSpokenIsAMessage) {
  for (const char* name : {"me", "say", "action"}) EXPECT_TRUE(is_spoken(name)) << name;
  EXPECT_FALSE(is_spoken("msg"));
}

}  // namespace
}  // namespace loftgate
