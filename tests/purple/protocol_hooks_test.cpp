// SPDX-License-Identifier: GPL-2.0-or-later
// Messages that never pass a conversation: what plugins, D-Bus clients and buddy pounces hand to the protocol.
#include <algorithm>

#include "tests/support/headless_ui.h"
#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* text = "pay with 4539 1488 0343 6467";
constexpr const char* phone = "call me on +33 6 12 34 56 78";   // to a person it may go, to an AI it is held
constexpr const char* masked = "pay with [card number]";

class DirectSend : public PurpleBed {
 protected:
  /// What D-Bus clients, pounces and plugins call.
  int send_directly(const char* who, const std::string& markup, PurpleMessageFlags flags = PurpleMessageFlags(0)) {
    return serv_send_im(purple_account_get_connection(xmpp_), who, markup.c_str(), flags);
  }
  int say_directly(const std::string& markup) {
    return serv_chat_send(purple_account_get_connection(irc_), purple_conv_chat_get_id(PURPLE_CONV_CHAT(conversation())),
                          markup.c_str(), PurpleMessageFlags(0));
  }
  PurpleConversation* find(const char* who) {
    return purple_find_conversation_with_account(PURPLE_CONV_TYPE_IM, who, xmpp_);
  }
};

TEST_F(DirectSend, AnOrdinaryTextGoesOnceSilentlyWithTheProtocolsAnswer) {
  wire_of_null_protocols().answer = 7;
  EXPECT_EQ(send_directly(friend_name, "see you at six"), 7);
  EXPECT_THAT(wire(), ElementsAre("see you at six"));
  EXPECT_EQ(find(friend_name), nullptr) << "a conversation was opened for nothing";
  wire_of_null_protocols().answer = -5;
  EXPECT_EQ(send_directly(friend_name, "or at seven"), -5);
}

TEST_F(DirectSend, ACardNumberToAnAiIsHeldAndItsConversationOpens) {
  EXPECT_EQ(send_directly(bot_name, text), 0);
  EXPECT_THAT(wire(), IsEmpty());
  ASSERT_NE(find(bot_name), nullptr);
  write_to(bot_name);
  EXPECT_THAT(told(), AllOf(HasSubstr("HELD"), HasSubstr(masked)));
  EXPECT_THAT(window(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre(masked));
  EXPECT_EQ(window(), wire());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user")));
}

TEST_F(DirectSend, SentAsWrittenItGoesOnce) {
  send_directly(bot_name, text);
  write_to(bot_name);
  choose("send");
  choose("send");
  EXPECT_THAT(wire(), ElementsAre(text));
}

TEST_F(DirectSend, GoingBackSendsNothingAndGivesTheTextBack) {
  send_directly(bot_name, text);
  write_to(bot_name);
  told();
  choose("back");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr(text));
}

TEST_F(DirectSend, AnAutomaticAnswerIsHeldAndStaysOne) {
  send_directly(bot_name, text, PURPLE_MESSAGE_AUTO_RESP);
  EXPECT_THAT(wire(), IsEmpty());
  write_to(bot_name);
  choose("send");
  EXPECT_THAT(wire(), ElementsAre(text));
  EXPECT_TRUE(std::any_of(shown_lines().begin(), shown_lines().end(), [](const ShownLine& line) {
    return line.markup == text && (line.flags & PURPLE_MESSAGE_AUTO_RESP);
  }));
}

TEST_F(DirectSend, ALinePastTheRoomsConversationIsHeld) {
  enter_room(irc_, "#chat", {"ann", "bob"});
  EXPECT_EQ(say_directly("hello"), 1);
  EXPECT_EQ(say_directly(text), 0);
  EXPECT_THAT(wire(), ElementsAre("hello"));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("hello", masked));
}

TEST_F(DirectSend, TwoInARowAreOneQuestion) {
  send_directly(bot_name, text);
  send_directly(bot_name, "or write to bob@gmx.net");
  write_to(bot_name);
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]<br>or write to [e-mail]"));
}

TEST_F(DirectSend, WhatAConversationLetThroughIsNotAskedAboutAgain) {
  write_to(bot_name);
  type(text);
  choose("send");
  EXPECT_THAT(wire(), SizeIs(1));
  EXPECT_THAT(choices(), SizeIs(1));
}

TEST_F(DirectSend, AMarkOfAMessageThatAnotherPluginStoppedLetsNothingElseThrough) {
  struct Stop {
    static void sending(PurpleAccount*, const char*, char** message) {
      g_free(*message);
      *message = nullptr;
    }
  };
  write_to(friend_name);
  // The one connected last among those of the highest priority runs first; a plugin loaded before ours runs last.
  unload();
  purple_signal_connect_priority(purple_conversations_get_handle(), "sending-im-msg", this, PURPLE_CALLBACK(Stop::sending),
                                 nullptr, PURPLE_SIGNAL_PRIORITY_HIGHEST);
  load();
  type(phone);
  purple_signals_disconnect_by_handle(this);
  EXPECT_THAT(wire(), IsEmpty());
  mark(xmpp_, friend_name, "ai");
  turn();
  send_directly(friend_name, phone);
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(DirectSend, TheSameTextAgainPastTheConversationIsWeighedByItself) {
  write_to(friend_name);
  type(phone);
  EXPECT_THAT(wire(), SizeIs(1));
  mark(xmpp_, friend_name, "ai");
  EXPECT_EQ(send_directly(friend_name, phone), 0);
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(DirectSend, KeyExchangeOfOtrIsLeftAlone) {
  EXPECT_EQ(send_directly(bot_name, "?OTRv23?\nme@example.org +33 6 12 34 56 78 asks for a private conversation"), 1);
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(DirectSend, AnEncryptedMessagePassesOnceInItsFinalForm) {
  struct Encrypt {
    static void sending(PurpleAccount*, const char*, char** message) {
      g_free(*message);
      *message = g_strdup("-----BEGIN PGP MESSAGE----- 4539 1488 0343 6467");
    }
  };
  mark(xmpp_, friend_name, "person");
  write_to(friend_name);
  purple_signal_connect(purple_conversations_get_handle(), "sending-im-msg", this, PURPLE_CALLBACK(Encrypt::sending),
                        nullptr);
  type("in secret");
  purple_signals_disconnect_by_handle(this);
  EXPECT_THAT(wire(), ElementsAre(HasSubstr("BEGIN PGP")));
}

TEST_F(DirectSend, AfterUnloadingNothingIsHeldAndNothingOfOursIsLeft) {
  const auto* protocol = PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber"));
  const auto wrapped = protocol->send_im;
  unload();
  EXPECT_NE(protocol->send_im, wrapped);
  EXPECT_EQ(send_directly(bot_name, text), 1);
  EXPECT_THAT(wire(), SizeIs(1));
  load();
  EXPECT_EQ(protocol->send_im, wrapped);
  EXPECT_EQ(send_directly(bot_name, "or with 6011 0009 9013 9424"), 0);
}

/// Another plugin that puts its own function over whatever sends messages, as purple-xmpp-http-upload does for files.
class Neighbour {
 public:
  void load() {
    below() = protocol()->send_im;
    protocol()->send_im = send_im;
  }
  /// It puts back what it found, without looking.
  void unload() { protocol()->send_im = below(); }
  static int& calls() {
    static int count = 0;
    return count;
  }

 private:
  using SendIm = decltype(PurplePluginProtocolInfo::send_im);

  static PurplePluginProtocolInfo* protocol() { return PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber")); }
  static SendIm& below() {
    static SendIm found = nullptr;
    return found;
  }
  static int send_im(PurpleConnection* connection, const char* who, const char* message, PurpleMessageFlags flags) {
    ++calls();
    return below()(connection, who, message, flags);
  }
};

class BesideAnother : public DirectSend {
 protected:
  void SetUp() override {
    DirectSend::SetUp();
    sends_ = PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber"))->send_im;
    unload();
    real_ = PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber"))->send_im;
    Neighbour::calls() = 0;
  }
  void TearDown() override {
    if (is_loaded()) unload();
    EXPECT_EQ(PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber"))->send_im, real_) << "something was left behind";
    DirectSend::TearDown();
  }
  void expect_held() {
    const auto before = wire().size();
    EXPECT_EQ(send_directly(bot_name, text), 0);
    EXPECT_THAT(wire(), SizeIs(before));
    write_to(bot_name);
    choose("mask");
    EXPECT_THAT(wire(), SizeIs(before + 1));
    EXPECT_EQ(wire().back(), masked);
  }
  void expect_passes() {
    const auto before = wire().size();
    EXPECT_EQ(send_directly(bot_name, text), 1);
    EXPECT_THAT(wire(), SizeIs(before + 1));
  }

  Neighbour other_;
  decltype(PurplePluginProtocolInfo::send_im) sends_ = nullptr;
  decltype(PurplePluginProtocolInfo::send_im) real_ = nullptr;
};

TEST_F(BesideAnother, BelowUsWeHoldAndItSeesWhatLeaves) {
  other_.load();
  load();
  expect_held();
  EXPECT_EQ(Neighbour::calls(), 1);
  unload();
  expect_passes();
  other_.unload();
  expect_passes();
}

TEST_F(BesideAnother, AboveUsWeHoldAndNothingBreaksWhenWeGoFirst) {
  load();
  other_.load();
  expect_held();
  unload();
  expect_passes();
  other_.unload();
  EXPECT_EQ(PURPLE_PLUGIN_PROTOCOL_INFO(purple_find_prpl("prpl-jabber"))->send_im, sends_) << "it put ours back";
  expect_passes();
  load();
  expect_held();
}

TEST_F(BesideAnother, AboveUsWeHoldOnceWhenWeComeBackBeneathIt) {
  load();
  other_.load();
  unload();
  load();
  expect_held();
  EXPECT_EQ(Neighbour::calls(), 2);
  other_.unload();
  expect_held();
}

TEST_F(BesideAnother, AboveUsItMayGoFirst) {
  load();
  other_.load();
  other_.unload();
  expect_held();
  EXPECT_EQ(Neighbour::calls(), 0);
}

}  // namespace
}  // namespace loftgate
