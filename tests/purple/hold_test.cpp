// SPDX-License-Identifier: GPL-2.0-or-later
// Holding in a client without a view of its own: a line in the conversation, answered with /lg.
#include <fstream>
#include <iterator>

#include "tests/support/purple_bed.h"

namespace loftgate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

[[maybe_unused]] const auto* world = testing::AddGlobalTestEnvironment(new PurpleWorld);

constexpr const char* card = "4539 1488 0343 6467";

using TextHold = PurpleBed;

TEST_F(TextHold, AnOrdinaryMessageGoesThroughOnceAndSilently) {
  write_to(friend_name);
  type("see you at six");
  EXPECT_THAT(wire(), ElementsAre("see you at six"));
  EXPECT_EQ(window(), wire());
  EXPECT_EQ(told(), "");
}

TEST_F(TextHold, APhoneNumberToAnAiIsHeldAndNothingReachesTheWire) {
  write_to(bot_name);
  told();
  type("call me on +33 6 12 34 56 78");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(window(), IsEmpty());
  EXPECT_THAT(told(), AllOf(HasSubstr("HELD"), HasSubstr("Phone number to"), HasSubstr("call me on [phone]"),
                            HasSubstr("/lg mask"), HasSubstr("/lg back"), HasSubstr("/lg send")));
}

TEST_F(TextHold, TheSamePhoneNumberToAFriendIsNotHeld) {
  write_to(friend_name);
  type("call me on +33 6 12 34 56 78");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(TextHold, MaskedTextIsTheSameInPreviewWindowAndWire) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  EXPECT_THAT(told(), HasSubstr("pay with [card number]"));
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
  EXPECT_EQ(window(), wire());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user \"credit-card\"")));
}

TEST_F(TextHold, MaskingKeepsTheFormatting) {
  write_to(bot_name);
  type(std::string("<b>pay</b> with <i>") + card + "</i>");
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("<b>pay</b> with <i>[card number]</i>"));
}

TEST_F(TextHold, SentAsWrittenItGoesOnceUnchanged) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  choose("send");
  EXPECT_THAT(wire(), ElementsAre(std::string("pay with ") + card));
  EXPECT_EQ(window(), wire());
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("send user")));
}

TEST_F(TextHold, AMessageWithALinkIsSentOnce) {
  write_to(bot_name);
  type(std::string("http://shop.example/ takes ") + card);
  choose("send");
  EXPECT_THAT(wire(),
              ElementsAre(std::string("<A HREF=\"http://shop.example/\">http://shop.example/</A> takes ") + card));
}

TEST_F(TextHold, GoingBackSendsNothingAndGivesTheTextBack) {
  write_to(bot_name);
  type(std::string("pay with <b>") + card + "</b>");
  told();
  choose("back");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr(std::string("pay with ") + card));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("cancel user")));
}

TEST_F(TextHold, WhatIsMistakenComesBackAndIsNotAskedAboutAgain) {
  const std::string text = std::string("pay with ") + card + " or call +33 6 12 34 56 78";
  write_to(bot_name);
  type(text);
  told();
  choose("mistaken");
  EXPECT_THAT(wire(), IsEmpty()) << "nobody has decided to send it yet";
  EXPECT_THAT(told(), AllOf(HasSubstr("Nothing was sent. Your text:"), HasSubstr(text), HasSubstr("does not ask")));
  choose("mistaken");
  EXPECT_THAT(told(), HasSubstr("nothing to answer"));
  unload();
  load();
  type(text);
  EXPECT_THAT(wire(), ElementsAre(text));
  std::ifstream file(folder_.path() + "/loftgate/exceptions.ini");
  const std::string kept((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  EXPECT_THAT(kept, AllOf(HasSubstr("values="), Not(HasSubstr("4539")), Not(HasSubstr("61234"))));
}

TEST_F(TextHold, KeepingDiscardsTheText) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  told();
  choose("keep");
  EXPECT_THAT(told(), Not(HasSubstr(card)));
  EXPECT_THAT(wire(), IsEmpty());
}

TEST_F(TextHold, AnsweringTwiceSendsOnce) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  choose("send");
  told();
  choose("send");
  EXPECT_THAT(told(), HasSubstr("Nothing is held here"));
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(TextHold, LinesOfOnePasteAreOneQuestion) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  type("and write to bob@gmx.net");
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]<br>and write to [e-mail]"));
}

TEST_F(TextHold, ASecretIsSentAsWrittenOnlyAfterTheReadersNameWasTyped) {
  write_to(bot_name);
  type("the token is ghp_16C7e42F292c6912E7710c838347Ae178B4a");
  choose("send");
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("first letters"));
  choose("send bott");
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(TextHold, ARememberedContactIsNotAskedAboutAgain) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  choose("remember contact");
  choose("mask");
  told();
  type("or with 6011 0009 9013 9424");
  EXPECT_EQ(told(), "");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]", "or with [card number]"));
  EXPECT_THAT(choices(), ElementsAre(HasSubstr("redact user"), HasSubstr("redact rule")));
}

TEST_F(TextHold, AScopeMayBeNamedWithTheAnswer) {
  write_to(bot_name);
  type(std::string("pay with ") + card);
  choose("send 1h");
  type("or with 6011 0009 9013 9424");
  EXPECT_THAT(wire(), SizeIs(2));
}

TEST_F(TextHold, OnIrcAContactMarkedAsAnAiIsAskedAboutToo) {
  mark(irc_, "helper", "ai");
  open(irc_, "helper");
  type(std::string("a &lt; b, pay with ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("a &lt; b, pay with [card number]"));
}

TEST_F(TextHold, AnAiServiceIsAskedAbout) {
  open(ai_, "chatgpt");
  type(std::string("pay with ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  EXPECT_THAT(told(), HasSubstr("OpenAI"));
}

TEST_F(TextHold, APublicRoomIsAskedAbout) {
  enter_room(irc_, "#chat", {"ann", "bob"});
  type(std::string("pay with ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  choose("mask");
  EXPECT_THAT(wire(), ElementsAre("pay with [card number]"));
  EXPECT_EQ(window(), wire());
}

TEST_F(TextHold, AContactThatCallsItselfAnAiIsTreatedAsOneFromThenOn) {
  write_to(friend_name);
  hear(xmpp_, friend_name, "Hello, I am an AI assistant. How can I help?");
  type(std::string("pay with ") + card);
  EXPECT_THAT(wire(), IsEmpty());
  unload();
  load();
  type(std::string("pay with ") + card);
  EXPECT_THAT(wire(), IsEmpty()) << "not remembered";
}

TEST_F(TextHold, AnEncryptedConversationBetweenPeopleIsLeftAlone) {
  write_to(friend_name);
  purple_conversation_set_data(conversation(), "otr-private", this);
  type(std::string("pay with ") + card);
  EXPECT_THAT(wire(), SizeIs(1));
}

TEST_F(TextHold, WhyAndStatusAnswerInWords) {
  write_to(bot_name);
  told();
  choose("status");
  EXPECT_THAT(told(), HasSubstr("Nothing is held here"));
  type(std::string("pay with ") + card);
  told();
  choose("why");
  EXPECT_THAT(told(), AllOf(HasSubstr("Found: Payment card number"), HasSubstr("What is recorded"),
                            Not(HasSubstr(card))));
  choose("status");
  EXPECT_THAT(told(), HasSubstr("HELD"));
  choose("nonsense");
  EXPECT_THAT(told(), HasSubstr("/lg mask"));
}

}  // namespace
}  // namespace loftgate
