// SPDX-License-Identifier: GPL-2.0-or-later
// What XMPP clients and rooms say they are, asked of those in an open conversation alone.
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
constexpr const char* disco = "<query xmlns='http://jabber.org/protocol/disco#info'>";

struct Question {
  std::string id;
  std::string to;
};

class OnXmpp : public PurpleBed {
 protected:
  void SetUp() override {
    PurpleBed::SetUp();
    purple_signal_connect(xmpp(), "jabber-sending-xmlnode", this, PURPLE_CALLBACK(sending), &questions_);
  }
  void TearDown() override {
    purple_signals_disconnect_by_handle(this);
    PurpleBed::TearDown();
  }

  static PurplePlugin* xmpp() { return purple_find_prpl("prpl-jabber"); }
  PurpleConnection* connection() const { return purple_account_get_connection(xmpp_); }

  /// An answer comes in; TRUE when it is kept from libpurple.
  bool answer(const std::string& id, const std::string& from, const std::string& inside, const char* type = "result") {
    const std::string text = "<iq>" + inside + "</iq>";
    xmlnode* iq = xmlnode_from_str(text.c_str(), -1);
    const bool kept = purple_signal_emit_return_1(xmpp(), "jabber-receiving-iq", connection(), type, id.c_str(),
                                                  from.c_str(), iq) != nullptr;
    xmlnode_free(iq);
    turn();
    return kept;
  }
  void come(const std::string& from, const std::string& inside = "", const char* type = nullptr) {
    xmlnode* presence = xmlnode_from_str(("<presence>" + inside + "</presence>").c_str(), -1);
    EXPECT_EQ(purple_signal_emit_return_1(xmpp(), "jabber-receiving-presence", connection(), type, from.c_str(), presence),
              nullptr);
    xmlnode_free(presence);
    turn();
  }
  static std::string identity(const std::string& category, const std::string& type) {
    return disco + ("<identity category='" + category + "' type='" + type + "'/></query>");
  }
  static std::string features(const std::vector<std::string>& names) {
    std::string inside = std::string(disco) + "<identity category='conference' type='text'/>";
    for (const std::string& name : names) inside += "<feature var='" + name + "'/>";
    return inside + "</query>";
  }
  PeerSigns signs() { return socket().describe(conversation(), nullptr).signs; }
  std::string why() {
    told();
    choose("why");
    return told();
  }

  std::vector<Question> questions_;

 private:
  static void sending(PurpleConnection*, xmlnode** node, std::vector<Question>* questions) {
    questions->push_back({copy(xmlnode_get_attrib(*node, "id")), copy(xmlnode_get_attrib(*node, "to"))});
  }
};

TEST_F(OnXmpp, AnOpenContactIsAskedOnceWhenItsFullAddressIsKnown) {
  write_to(friend_name);
  EXPECT_THAT(questions_, IsEmpty());
  come("ann@example.org/phone");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_EQ(questions_[0].to, "ann@example.org/phone");
  come("ann@example.org/desk");
  close_conversation();
  write_to(friend_name);
  EXPECT_THAT(questions_, SizeIs(1));
  disconnect(xmpp_);
  connect(xmpp_);
  come("ann@example.org/phone");
  EXPECT_THAT(questions_, SizeIs(2)) << "a new session asks again";
}

TEST_F(OnXmpp, AConversationWithOneOfTheirClientsAsksThatOne) {
  write_to("Ann@Example.org/phone");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_TRUE(answer(questions_[0].id, "ann@example.org/phone", identity("client", "bot")));
  EXPECT_EQ(signs().bot_sign, "xmpp-disco");
}

TEST_F(OnXmpp, NobodyIsAskedWithoutAnOpenConversation) {
  come("ann@example.org/phone");
  come("stranger@elsewhere.example/x");
  EXPECT_THAT(questions_, IsEmpty());
  write_to(friend_name);
  EXPECT_THAT(questions_, SizeIs(1)) << "now it is open, and the address was seen before";
}

TEST_F(OnXmpp, NobodyIsAskedWhileLoftgateIsSwitchedOff) {
  purple_prefs_set_bool("/plugins/core/core-loftgate/enabled", FALSE);
  write_to(friend_name);
  come("ann@example.org/phone");
  EXPECT_THAT(questions_, IsEmpty());
}

TEST_F(OnXmpp, AContactWhoseClientIsABotIsAskedAbout) {
  write_to(friend_name);
  come("ann@example.org/phone");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_TRUE(answer(questions_[0].id, "ann@example.org/phone", identity("client", "bot")));
  EXPECT_EQ(signs().bot_sign, "xmpp-disco");
  type(phone);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(why(), HasSubstr("Its client says that it is a bot."));
}

TEST_F(OnXmpp, AContactWithAnOrdinaryClientIsNot) {
  write_to(friend_name);
  come("ann@example.org/phone");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_TRUE(answer(questions_[0].id, "ann@example.org/phone", identity("client", "pc")));
  EXPECT_EQ(signs().bot_sign, "");
}

TEST_F(OnXmpp, AnswersToOthersAreReadAndLeftToThem) {
  write_to(friend_name);
  EXPECT_FALSE(answer("purple1", "ann@example.org/phone", identity("client", "bot")));
  EXPECT_EQ(signs().bot_sign, "xmpp-disco");
}

TEST_F(OnXmpp, AnAnswerFromSomebodyElseIsNotTakenForTheirs) {
  write_to(friend_name);
  come("ann@example.org/phone");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_FALSE(answer(questions_[0].id, "mallory@example.org/x", identity("client", "bot")));
  EXPECT_EQ(signs().bot_sign, "");
  EXPECT_TRUE(answer(questions_[0].id, "ann@example.org/phone", "<error/>", "error"));
  EXPECT_FALSE(answer(questions_[0].id, "ann@example.org/phone", "<error/>", "error")) << "answered already";
}

TEST_F(OnXmpp, AContactOnAnotherServerMayBeBehindABridge) {
  write_to("ada%irc.example@gate.example");
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_EQ(questions_[0].to, "gate.example");
  EXPECT_TRUE(answer(questions_[0].id, "gate.example", identity("gateway", "irc")));
  EXPECT_TRUE(signs().bridged);
  EXPECT_THAT(why(), HasSubstr("A bridge carries this on to another network."));
  write_to("bob%irc.example@gate.example");
  EXPECT_TRUE(signs().bridged);
  EXPECT_THAT(questions_, SizeIs(1)) << "one server is asked once";
}

TEST_F(OnXmpp, ARoomForMembersIsNotPublic) {
  enter_room(xmpp_, "loft@rooms.example", {"ann"});
  ASSERT_THAT(questions_, SizeIs(1));
  EXPECT_EQ(questions_[0].to, "loft@rooms.example");
  choose("status");
  EXPECT_THAT(told(), HasSubstr("Public"));
  EXPECT_TRUE(answer(questions_[0].id, "loft@rooms.example", features({"muc_public", "muc_membersonly"})));
  EXPECT_EQ(signs().access, RoomAccess::closed);
  answer("purple1", "loft@rooms.example", "<query xmlns='http://jabber.org/protocol/disco#info' node='traffic'/>");
  EXPECT_EQ(signs().access, RoomAccess::closed) << "a part of the room says nothing about it";
  choose("status");
  EXPECT_THAT(told(), Not(HasSubstr("Public")));
}

TEST_F(OnXmpp, AnOpenRoomStaysPublicAndSaysSo) {
  enter_room(xmpp_, "loft@rooms.example", {"ann"});
  come("loft@rooms.example/ann", "<x xmlns='http://jabber.org/protocol/muc#user'><status code='100'/><status code='170'/></x>");
  EXPECT_TRUE(answer(questions_.at(0).id, "loft@rooms.example", features({"muc_public", "muc_open", "muc_nonanonymous"})));
  EXPECT_EQ(signs().access, RoomAccess::open);
  EXPECT_THAT(why(), AllOf(HasSubstr("Anybody may come in"), HasSubstr("keeps a log")));
}

TEST_F(OnXmpp, ARoomOfAnotherNetworkIsBridged) {
  enter_room(xmpp_, "#loft%irc.example@gate.example", {});
  EXPECT_TRUE(answer(questions_.at(0).id, "#loft%irc.example@gate.example", identity("conference", "irc")));
  EXPECT_TRUE(signs().bridged);
}

TEST_F(OnXmpp, AnswersOfAnyShapeDoNoHarm) {
  write_to(friend_name);
  come("ann@example.org/phone");
  const std::string id = questions_.at(0).id, from = "ann@example.org/phone";
  std::string many = disco;
  for (int i = 0; i < 20000; ++i) many += "<identity/><feature/>";
  for (const std::string& inside :
       {std::string(), std::string("<query/>"), std::string("<query xmlns='other'><identity category='client' type='bot'/></query>"),
        std::string(disco) + "</query>", std::string(disco) + "<identity category='client'/><identity type='bot'/></query>",
        many + "</query>", std::string(disco) + "<identity category='" + std::string(1 << 20, 'x') + "' type='bot'/></query>"}) {
    answer("x", from, inside);
    EXPECT_EQ(signs().bot_sign, "");
  }
  for (const std::string& bad : {std::string(), std::string("\xff\xfe"), std::string(1 << 20, 'a'), std::string("/"), std::string("@/")}) {
    answer("x", bad, identity("client", "bot"));
    come(bad, "<x xmlns='http://jabber.org/protocol/muc#user'><status/></x>");
  }
  EXPECT_EQ(signs().bot_sign, "");
  EXPECT_TRUE(answer(id, from, identity("client", "bot"))) << "the question still waits for its own answer";
}

}  // namespace
}  // namespace loftgate
